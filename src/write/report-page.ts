import { findingKinds } from '../domain/finding.js'
import { sheetTold } from '../domain/issue.js'
import { maskIdNumbersIn } from '../domain/mask.js'
import { programmeNames, programmes } from '../domain/programme.js'
import { standardKeys } from '../domain/standards.js'
import { otherMonthOf } from '../ingest/delivery.js'
import { namedThisMonth } from '../match/person.js'
import { sendingOf } from '../track/sending.js'
import { monthTitle } from './month-title.js'
import { inSeveralNote, questionPlaces } from './question.js'
import type { Report } from './report.js'
import { pageStyle } from './report-page-style.js'
import { ruleStateWords } from './sheets/county/rule-states.js'
import { fall } from './sheets/county/stops.js'
import type { View } from './view.js'

/** 报告.html: one file that needs nothing else (no script, no outside resource) and names no person. In print its first page is the summary. */
export function reportPage(view: View): string {
  const { county, month } = view.report
  const title = `${html(county)}社会救助数据比对报告（${html(monthTitle(month))}）`
  const parts = [
    figures(view),
    attention(view),
    sending(view),
    townshipTable(view),
    nextSteps(view),
    ruleTable(view),
    qualityTable(view),
    standardsTable(view.report),
  ]
  const body = parts.join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">以下都是<strong>疑似</strong>线索，须经乡镇核查后才能作为处理依据。本页不含个人信息。</p>
${body}
<footer>由 doudi ${html(view.report.toolVersion)} 生成；规则状态、输入文件校验值和所用标准另见 manifest.json。</footer>
</main>
</body>
</html>
`
}

function figures({ report, cases }: View): string {
  const high = cases.filter((row) => row.case.finding.severity === 'high').length
  const tiles = [
    ['比对人数', namedThisMonth(report.persons)],
    ['疑似线索', cases.length],
    ['其中严重程度高', high],
    ['号码待核', report.questions.length],
    ['因豁免未列', report.suppressed.length],
    ['数据问题', report.issues.length],
  ] as const
  const boxes = tiles.map(([name, value]) => `<div class="tile"><b>${count(value)}</b><span>${name}</span></div>`)
  return `<section class="tiles">${boxes.join('')}</section>`
}

// What the clerk has to know before sending anything out; nothing to say gives no section.
function attention({ report, cases }: View): string {
  const { stops, rules, month } = report
  const notJudged = rules.filter(({ state }) => state !== 'judged' && state !== 'off')
  const off = rules.filter(({ state }) => state === 'off').length
  const unplaced = cases.filter((row) => row.case.finding.township === null && row.case.finding.unit !== 'delivery')
  const late = report.deliveries.filter((delivery) => otherMonthOf(delivery, month) !== null)
  const lines = [
    ...stops.map((stop) => {
      const where = `${programmes[stop.programme]}（${stop.township ?? '全县'}）`
      if (stop.unread !== undefined)
        return `${where}没有记录，文件 ${stop.unread} 像是这一名册而没有读成，依赖它的疑点已停判。`
      return `${where}行数 ${stop.rowsBefore} → ${stop.rowsNow}（${fall(stop)}），疑似导出不全，依赖它的疑点已停判。`
    }),
    notJudged.length > 0 && `${notJudged.length} 条规则未判定或只判定了一部分，没有线索不等于没有问题。`,
    off > 0 && `${off} 条规则没有打开，所以没有查，见“规则运行情况”。`,
    unplaced.length > 0 && `${unplaced.length} 条线索的人归不到 towns.csv 里的乡镇，见县级总表“待归属”。`,
    ...late.map(({ file, dataMonth }) => `文件 ${file} 的数据月份是 ${dataMonth}，不是 ${month}。`),
  ].filter((line) => typeof line === 'string')
  if (lines.length === 0) return ''
  const items = lines.map((line) => `<li>${html(line)}</li>`).join('')
  return `<section class="attention"><h2>先看这里</h2><ul>${items}</ul></section>`
}

// What goes out this month and what stays: the books hold more and less than the month's findings.
function sending({ report }: View): string {
  const { sent, rechecks, carriedOver, sentBack, keptBack, unplaced, settled } = sendingOf(
    report.cases,
    report.carried,
    report.townships,
  )
  const lines = [
    `核查表共 ${sent} 条：其中“复核”（上次答复与名册不符，或办理中已久没有结果）${rechecks} 条，退回补核的 ${sentBack} 条。`,
    carriedOver > 0 && `以前下发、本月没有再次查出但仍欠答复的 ${carriedOver} 条，一并列在核查表里。`,
    keptBack > 0 && `超出每月下发限额、留在县级的 ${keptBack} 条。`,
    unplaced > 0 && `归不到乡镇、没有下发的 ${unplaced} 条。`,
    settled > 0 && `已答复、事实未变而不再下发的 ${settled} 条。`,
  ].filter((line) => typeof line === 'string')
  return `<section><h2>本月下发</h2><ul>${lines.map((line) => `<li>${html(line)}</li>`).join('')}</ul></section>`
}

function townshipTable({ report, cases, questions }: View): string {
  const { townships } = report
  const places = questions.map((question) => questionPlaces(question, townships))
  const rowOf = (name: string, of: (township: string | null) => boolean, identity: number, mark = '') => {
    const own = cases.filter((row) => of(row.case.finding.township))
    const cells = findingKinds.map((kind) => own.filter((row) => row.case.finding.kind === kind).length)
    return `<tr${mark}><th>${html(name)}</th>${[...cells, own.length, identity].map(number).join('')}</tr>`
  }
  const asked = (township: string | null) => places.filter((of) => of.includes(township)).length
  const rows = [
    ...townships.map((township) => rowOf(stopMark(township, report), (one) => one === township, asked(township))),
    rowOf('待归属/全县', (one) => one === null || !townships.includes(one), asked(null)),
    rowOf('合计', () => true, questions.length, ' class="total"'),
  ]
  const headings = ['乡镇', ...numeric(...findingKinds, '合计', '号码待核')]
  return table('各乡镇线索', headings, rows, { below: inSeveralNote(places) ?? '' })
}

// Few cases of a township whose roster came short are no good news.
function stopMark(township: string, { stops }: Report): string {
  return stops.some((stop) => stop.township === township) ? `${township}（有停判）` : township
}

function ruleTable({ report }: View): string {
  const on = report.rules.filter(({ state }) => state !== 'off')
  const off = report.rules.filter(({ state }) => state === 'off').map(({ rule, title }) => `${rule} ${title}`)
  const rows = on.map(({ rule, title, state, reason, hits, suppressed, uncheckedExceptions }) => {
    const remarks = [reason, uncheckedExceptions.length > 0 && `未能检查的豁免：${uncheckedExceptions.join('、')}`]
    const words = remarks.filter(Boolean).join('；')
    const badge = `<span class="badge ${state}">${ruleStateWords[state]}</span>`
    const numbers = number(hits) + number(suppressed)
    return `<tr><th>${html(rule)}</th><td>${html(title)}</td><td>${badge}</td>${numbers}<td>${html(words)}</td></tr>`
  })
  const unused = `没有打开、本月没有查的 ${off.length} 条（在 doudi.yaml 的 rules.on 里打开）：${off.join('；')}。`
  const headings = ['规则', '名称', '状态', ...numeric('疑点', '豁免'), '说明']
  return table('规则运行情况', headings, rows, { below: off.length > 0 ? unused : '', startsPage: true })
}

function qualityTable({ report }: View): string {
  const hasReplaced = report.deliveries.some(({ rowsReplaced = 0 }) => rowsReplaced > 0)
  const rows = report.deliveries.map((delivery) => {
    const { rowsRead, rowsUsed, rowsRejected, rowsDuplicate, rowsReplaced = 0, rowsSkipped, file } = delivery
    const words = [delivery.department, programmeNames(delivery.programmes), file, sheetTold(delivery)].map(
      (text) => `<td>${html(text)}</td>`,
    )
    const counts = [
      rowsRead,
      rowsUsed,
      rowsRejected,
      rowsDuplicate,
      ...(hasReplaced ? [rowsReplaced] : []),
      rowsSkipped,
    ]
    const numbers = counts.map(number)
    return `<tr>${words.join('')}${numbers.join('')}</tr>`
  })
  const parts = ['采用', '未采用', '重复', ...(hasReplaced ? ['以前月份'] : []), '非数据行']
  const headings = ['部门', '内容', '文件', '表', ...numeric('读到行数', ...parts)]
  return table(`录入质量（读到 = ${parts.join(' + ')}）`, headings, rows)
}

function standardsTable({ standardsUsed }: Report): string {
  const rows = standardsUsed.map(({ key, from, value, unit, document }) => {
    const words = [standardKeys[key], `${value} ${unit}`, from, document].map((text) => `<td>${html(text)}</td>`)
    return `<tr>${words.join('')}</tr>`
  })
  return rows.length === 0 ? '' : table('所用标准', ['标准', '数值', '生效月份', '依据文号'], rows)
}

function nextSteps({ report, questions, cases, carried }: View): string {
  const asked = [...cases, ...carried].map((row) => row.case).filter((one) => one.asked)
  const { sent } = sendingOf(report.cases, report.carried, report.townships)
  const isSending = sent + questions.length > 0
  const recheck = asked.some((one) => one.recheck) ? '请先核“复核”一张。' : ''
  const steps = [
    report.stops.length > 0 && '请有关部门补齐骤减或缺失的名册，放入收件目录后重新运行本月。',
    asked.some(({ finding }) => finding.kind === '错保') && '先发“错保”中的死亡、重复线索：最好在本月发放前核完。',
    isSending
      ? `把“乡镇”文件夹里的核查表和入户调查表发给各乡镇（每本只含本乡镇的人）：核查表填好发回，入户调查表打印后入户填写、留存。${recheck}`
      : '本月没有要乡镇核查的线索和号码，“乡镇”文件夹里的各册不必下发。',
    questions.length > 0 && '在县级总表“号码待核”里逐条认定是否同一人；认定前，相关人员不列漏保。',
    '把“部门退改”文件夹里的退改单发给民政、乡村振兴、残联的数据管理员，请在源系统更正后下月重新导出。',
    isSending &&
      '乡镇填好的核查表收回后用 doudi import 导入；不能用的答复另成“退回补核”文件夹里的簿子，请发回该乡镇补齐。',
    '“县级”文件夹里的“台账与报表”是本月增减、渐退、停保等报表，“一人一档”是全县底册；定期报告、情况统计和工作台账用 doudi report 生成，抽查表用 doudi sample。',
  ].filter((step) => typeof step === 'string')
  return `<section><h2>接下来做什么</h2><ol>${steps.map((step) => `<li>${html(step)}</li>`).join('')}</ol></section>`
}

interface NumericHeading {
  readonly numeric: string
}

function numeric(...headings: string[]): NumericHeading[] {
  return headings.map((heading) => ({ numeric: heading }))
}

function table(
  title: string,
  headings: readonly (string | NumericHeading)[],
  rows: readonly string[],
  { below = '', startsPage = false }: { readonly below?: string; readonly startsPage?: boolean } = {},
): string {
  const head = headings.map(headingCell).join('')
  const body = rows.length > 0 ? rows.join('\n') : `<tr><td colspan="${headings.length}">本月无</td></tr>`
  const mark = startsPage ? ' class="page"' : ''
  return `<section${mark}><h2>${html(title)}</h2><div class="scroll"><table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>${below && `<p class="below">${html(below)}</p>`}</section>`
}

function headingCell(heading: string | NumericHeading): string {
  return typeof heading === 'string' ? `<th>${html(heading)}</th>` : `<th class="number">${html(heading.numeric)}</th>`
}

function number(value: number): string {
  return `<td class="number${value === 0 ? ' zero' : ''}">${count(value)}</td>`
}

// Thousands by hand: the grouping of the locale's own formatter differs between builds of Node.
function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for HTML; ids that slipped into it are masked. */
function html(text: string): string {
  return maskIdNumbersIn(text).replace(/[&<>"]/g, (character) => entities[character] as string)
}
