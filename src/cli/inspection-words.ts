import type { Damage, Repair } from '../domain/id-number.js'
import { issueText } from '../domain/messages.js'
import type { Inspection, SheetInspection, Weighed } from '../ingest/inspection.js'
import type { SkippedRow } from '../ingest/row-kind.js'

const states: Readonly<Record<SheetInspection['state'], string>> = {
  recognised: '已认出',
  missing: '缺少必需的列',
  ambiguous: '像两个名册，分不清',
  unknown: '没有认出是哪个名册',
  'no-roster': '没有找到表头，不像名册',
}
const skippedWords: Readonly<Record<SkippedRow, string>> = {
  heading: '重复表头',
  'column-numbers': '列号',
  total: '合计',
  signature: '签字',
  note: '说明',
  section: '小节',
  empty: '空序号',
}

/** What doudi sees in a file, as Chinese lines for the clerk. Holds nothing unmasked, since the inspection does not. */
export function inspectionLines(inspection: Inspection): string[] {
  const { file, format, encoding, sheets, issues } = inspection
  return [
    `■ ${file}`,
    `  格式 ${format}${encoding === null ? '' : `，编码 ${encoding}`}，${sheets.length} 张工作表`,
    ...sheets.flatMap(sheetLines),
    ...issueLines(issues),
  ]
}

function sheetLines(sheet: SheetInspection): string[] {
  const rows = sheet.headerRows.length > 0 ? `表头第 ${sheet.headerRows.join('、')} 行` : '无表头'
  return [
    `  ▸ ${sheet.sheet}：${states[sheet.state]}；${rows}${sheet.dataMonth === null ? '' : `；数据月份 ${sheet.dataMonth}`}`,
    ...(sheet.titles.length > 0 ? [`    标题：${sheet.titles.join(' / ')}`] : []),
    ...weighedLine('认作', sheet.source),
    ...weighedLine('其次', sheet.runnerUp),
    ...columnLines(sheet),
    ...sheet.missing.map(
      ({ heading, nearest }) =>
        `    缺列：${heading}${nearest.length > 0 ? `；相近的列：${nearest.join('、')}（可用 --save 写入设置）` : ''}`,
    ),
    ...rowLines(sheet),
    ...idLines(sheet),
    ...sheet.firstRows.map(
      ({ row, cells }) =>
        `    第 ${row} 行：${Object.entries(cells)
          .map(([heading, text]) => `${heading}=${text}`)
          .join('；')}`,
    ),
  ]
}

function weighedLine(word: string, source: Weighed | null): string[] {
  return source === null
    ? []
    : [`    ${word}：${source.title}（${source.id}，${source.matched} 列对上，得分 ${source.score.toFixed(2)}）`]
}

function columnLines({ columns, unknownColumns }: SheetInspection): string[] {
  const known = Object.entries(columns).map(([field, heading]) => `${heading}→${field}`)
  return [
    ...(known.length > 0 ? [`    列：${known.join('，')}`] : []),
    ...(unknownColumns.length > 0 ? [`    未用的列：${unknownColumns.join('、')}`] : []),
  ]
}

function rowLines({ rowsRead, rowsUsed, rowsRejected, rowsSkipped, rejected }: SheetInspection): string[] {
  if (rowsRead === 0) return []
  const skipped = Object.entries(rowsSkipped).map(([kind, count]) => `${skippedWords[kind as SkippedRow]} ${count}`)
  const where = rejected.slice(0, 5).map(({ row, code }) => `    第 ${row} 行未采用：${issueText(code, {}).text}`)
  const words = skipped.length > 0 ? `；非数据行：${skipped.join('、')}` : ''
  return [`    ${rowsRead} 行，采用 ${rowsUsed}，未采用 ${rowsRejected}${words}`, ...where]
}

function idLines({ ids }: SheetInspection): string[] {
  if (ids.filled === 0) return []
  const counts = (table: Readonly<Partial<Record<Repair | Damage, number>>>) =>
    Object.entries(table)
      .map(([word, count]) => `${word} ${count}`)
      .join('、')
  const repaired = ids.repaired > 0 ? `，已复原 ${ids.repaired}（${counts(ids.repairs)}）` : ''
  const damaged = ids.damaged > 0 ? `，损坏 ${ids.damaged}（${counts(ids.damage)}）` : ''
  const lost = (ids.damage.末三位丢失 ?? 0) + (ids.damage.科学计数 ?? 0)
  const text = lost > 0 ? '；该列曾以数字保存，请设为“文本”后重新导出' : ''
  return [`    身份证号：完好 ${ids.intact}${repaired}${damaged}，空缺 ${ids.absent}${text}`]
}

function issueLines(issues: Inspection['issues']): string[] {
  const shown = issues.filter(({ code }) => issueText(code, {}).severity !== 'note').slice(0, 8)
  return shown.map(({ code, facts, origin }) => {
    const place = [origin.sheet, origin.row > 0 ? `第 ${origin.row} 行` : '', origin.column ?? ''].filter(
      (part) => part !== '',
    )
    const { text, hint } = issueText(code, facts)
    return `  ! ${place.join(' › ')}${place.length > 0 ? '：' : ''}${text}${hint}`
  })
}
