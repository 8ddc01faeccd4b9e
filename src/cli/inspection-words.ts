import { groupBy } from '../domain/group.js'
import type { Damage, Repair } from '../domain/id-number.js'
import { byGravity, type Issue, placeWords } from '../domain/issue.js'
import { issueMessages, issueText } from '../domain/messages.js'
import { headingForms } from '../ingest/heading.js'
import type { Inspection, SheetInspection, Weighed } from '../ingest/inspection.js'
import type { SkippedRow } from '../ingest/row-kind.js'
import { rejections } from '../ingest/row-reader.js'

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
  nobody: '注明无人',
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

/** One line a file for several files: what each was taken for, those that need a look first; nothing for a single file. */
export function overviewLines(inspections: readonly Inspection[], unread: readonly string[]): string[] {
  if (inspections.length + unread.length < 2) return []
  const lines = inspections.map((inspection) => ({ known: titlesOf(inspection), file: inspection.file }))
  const good = lines.filter(({ known }) => known.length > 0)
  const bad = [...lines.filter(({ known }) => known.length === 0).map(({ file }) => file), ...unread]
  return [
    `共 ${inspections.length + unread.length} 个文件：认出 ${good.length} 个，没有采用 ${bad.length} 个`,
    ...bad.map((file) => `  ✗ ${file}`),
    ...good.map(({ known, file }) => `  ✓ ${known.join('、')} ← ${file}`),
  ]
}

/** What a run would make of sheets of earlier months: a line a sheet and outcome, what to do once for each outcome; nothing without any. */
export function olderMonthLines(issues: readonly Issue[]): string[] {
  return [...groupBy(issues, ({ code }) => code).values()].flatMap((own) => {
    const words = own.map(({ code, facts, origin }) => `  ! ${placeWords(origin)}：${issueText(code, facts).text}`)
    const [first] = own as [Issue]
    return [...words, `    办法：${issueText(first.code, first.facts).hint}`]
  })
}

function titlesOf({ sheets }: Inspection): string[] {
  return sheets.flatMap(({ state, source, rowsUsed }) =>
    state === 'recognised' && source !== null ? [`${source.title}（${rowsUsed} 行）`] : [],
  )
}

function sheetLines(sheet: SheetInspection): string[] {
  const rows = sheet.headerRows.length > 0 ? `表头第 ${sheet.headerRows.join('、')} 行` : '无表头'
  return [
    `  ▸ ${sheet.sheet}：${states[sheet.state]}；${rows}${sheet.dataMonth === null ? '' : `；数据月份 ${sheet.dataMonth}`}`,
    ...(sheet.titles.length > 0 ? [`    标题：${sheet.titles.join(' / ')}`] : []),
    ...weighedLine(sheet.state === 'recognised' ? '认作' : '最像', sheet.source),
    ...(sheet.runnerUp !== null && sheet.runnerUp.score > 0 ? weighedLine('其次', sheet.runnerUp) : []),
    ...columnLines(sheet),
    ...sheet.missing.map(
      ({ heading, nearest }) =>
        `    缺列：${heading}${nearest.length > 0 ? `；相近的列：${nearest.join('、')}（是它就用 --save 写进设置）` : ''}`,
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
    : [
        `    ${word}：${source.title}（${source.id}，${source.matched} 列对上，得分 ${Number(source.score.toFixed(1))}）`,
      ]
}

// Headings as printed; where the office calls a column otherwise than usual, what it was taken for.
function columnLines({ columns, usualHeadings, unknownColumns }: SheetInspection): string[] {
  const known = Object.entries(columns).map(([field, heading]) => {
    const usual = usualHeadings[field] as string
    return headingForms(heading).includes(usual) ? heading : `${heading}（作${usual}）`
  })
  return [
    ...(known.length > 0 ? [`    用到的列：${known.join('、')}`] : []),
    ...(unknownColumns.length > 0 ? [`    未用的列：${unknownColumns.join('、')}`] : []),
  ]
}

function rowLines({ rowsRead, rowsUsed, rowsRejected, rowsSkipped, rejected }: SheetInspection): string[] {
  if (rowsRead === 0) return []
  const skipped = Object.entries(rowsSkipped).map(([kind, count]) => `${skippedWords[kind as SkippedRow]} ${count}`)
  const byCode = groupBy(rejected, ({ code }) => code)
  const why = [...byCode].map(
    ([code, rows]) => `    未采用的行：${rowList(rows.map(({ row }) => row))}：${issueText(code, {}).text}`,
  )
  const words = skipped.length > 0 ? `；非数据行：${skipped.join('、')}` : ''
  return [`    ${rowsRead} 行，采用 ${rowsUsed}，未采用 ${rowsRejected}${words}`, ...why]
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

const shownIssues = 10

// One line a kind and column, the grave ones first: the first case in words, the others by their rows.
function issueLines(issues: Inspection['issues']): string[] {
  const severityOf = ([first]: readonly Issue[]) => issueMessages[(first as Issue).code].severity
  const told = issues.filter(({ code }) => !rejections.includes(code))
  const groups = [...groupBy(told, ({ code, origin }) => [code, origin.sheet, origin.column].join('\t')).values()]
  groups.sort((a, b) => byGravity(severityOf(a), severityOf(b)))
  const lines = groups.slice(0, shownIssues).map(issueLine)
  const rest = groups.length - lines.length
  return rest > 0 ? [...lines, `  另有 ${rest} 类较轻的问题，运行后见数据问题表。`] : lines
}

function issueLine(group: readonly Issue[]): string {
  const { code, facts, origin } = group[0] as Issue
  const rows = group.map((issue) => issue.origin.row).filter((row) => row > 0)
  const place = [origin.sheet, origin.column ?? '', rows.length > 0 ? rowList(rows) : ''].filter((part) => part !== '')
  const { text, hint } = issueText(code, facts)
  const first = group.length > 1 ? '首处：' : ''
  return `  ! ${place.join(' › ')}${place.length > 0 ? '：' : ''}${first}${text}${hint}`
}

// A cell of several numbers brings its row as often as one of them is wrong.
function rowList(places: readonly number[]): string {
  const rows = [...new Set(places)]
  const shown = rows.slice(0, 5).join('、')
  return rows.length > 5 ? `第 ${shown}…行，共 ${places.length} 处` : `第 ${shown} 行`
}
