import { compareText } from '../../../domain/compare-text.js'
import { type FindingKind, findingKinds } from '../../../domain/finding.js'
import { addMonths } from '../../../domain/month.js'
import { demandText, type Outcome, outcomes } from '../../../domain/outcome.js'
import { casesOfKind, isSwitchedOff, notJudgedRemark } from '../../case-columns.js'
import { monthTitle } from '../../month-title.js'
import { type Column, defineSheet, type Emphasis } from '../../sheet.js'
import { askedCases, type CaseRow, type View } from '../../view.js'

interface GuideRow {
  readonly cells: readonly [string, string?, string?]
  readonly emphasis?: Emphasis
}

const sheetNotes = [
  ['复核', '上次答复与本月名册对不上，或答“办理中”已久没有结果的。请先核这张表。'],
  ['漏保', '可能符合条件而未纳入低保、特困等兜底保障的人或户。请入户核实，急难的先行临时救助。'],
  ['脱保', '上月在册、本月不在，又没有找到停保或减员记录的人。请补停保原因，停错的恢复。'],
  ['错保', '名册上可能不该继续享受的人：死亡、重复享受、互斥项目同享。未核实前不要停发。'],
  ['补贴', '残疾人两项补贴可能应享未享或不再符合条件的人。'],
  ['留守', '留守老人、儿童、妇女登记不全或不准，或须重点探访、报告的人。登记表多没有号码，先核是不是同一人。'],
  ['号码待核', '身份号码残缺、有误，或两条记录可能是同一人。请对照户口簿、身份证原件。'],
  ['来源登记', '空白登记表：前面各表没有列出，而走访、热线、部门信息共享发现的困难群众。'],
] as const

/** 填表说明: what the book is, how to answer, what each sheet and code means. */
export default defineSheet<View, GuideRow>({
  id: 'guide',
  position: 1,
  name: '填表说明',
  layout: 'guide',
  title: (view) => `${view.unit}核查表填表说明`,
  columns: (): Column<GuideRow>[] => [
    { heading: '', width: 6, value: ({ cells }) => cells[0] },
    { heading: '', width: 42, value: ({ cells }) => cells[1] ?? null },
    { heading: '', width: 54, value: ({ cells }) => cells[2] ?? null },
  ],
  rows: (view) => [...purpose(view), ...counts(view), ...answers(), ...codes(), ...ruleRows(view)],
  emphasis: (row) => row.emphasis ?? null,
})

function purpose(view: View): GuideRow[] {
  const { report } = view
  const against = report.previousMonth ? `，并与 ${report.previousMonth} 对照` : ''
  return [
    heading('一、这是什么'),
    note(`民政、乡村振兴、残联 ${report.month} 的名册逐人比对${against}后，本乡镇需要核实的线索。`),
    note('表中所列都是“疑似”，不是结论。请按实际情况核查后填写；未经核实，不得据此停发、追缴或公示。'),
    note(isNothingAsked(view) ? nothingAsked : `核查反馈截止日期：${dueWords(report)}前。`),
  ]
}

const nothingAsked =
  '本月没有要本乡镇核查的线索和号码，这一册不用交回；有走访、热线、信息共享发现的人，登记在“来源登记”里再交回。'

function isNothingAsked(view: View): boolean {
  return view.questions.length === 0 && !askedCases(view).some(hasSheet)
}

function dueWords({ month, settings }: View['report']): string {
  return `${monthTitle(addMonths(month, 1))}${settings.tracking.dueDay}日`
}

function counts(view: View): GuideRow[] {
  const rows = sheetNotes.map(([name, text]): GuideRow => ({ cells: [name, text, countText(view, name)] }))
  return [heading('二、有哪些表'), total('表名', '内容', '本月条数'), ...rows, ...keptBackNote(view)]
}

// Nothing is kept back unsaid: a township that finds a case by itself must know that the list is not all.
function keptBackNote({ keptBack, report }: View): GuideRow[] {
  if (keptBack.length === 0) return []
  const high = keptBack.filter((row) => row.case.finding.severity === 'high').length
  const grave = high === 0 ? '' : `（其中严重程度高的 ${high} 条）`
  const limit = report.settings.maxCasesPerTownship
  return [
    note(
      `本月另有 ${keptBack.length} 条线索${grave}留在县级：县里定每乡镇每月新下发不超过 ${limit} 条，严重程度高的在前。`,
    ),
  ]
}

function countText(view: View, name: string): string {
  if (name === '来源登记') return '没有的不填'
  if (name === '号码待核') return view.questions.length === 0 ? '本月无' : `${view.questions.length} 条`
  if (isSwitchedOff(view.report, name as FindingKind)) return '没有查：本类规则没有打开'
  const cases = casesOnSheet(view, name).map((row) => row.case.finding.severity)
  const open = notJudgedRemark(view, name as FindingKind) === null ? '' : '；有未判定的规则，见表内说明'
  const kept = view.keptBack.filter((row) => row.case.finding.kind === name).length
  const rest = kept === 0 ? '' : `；另有 ${kept} 条留在县级`
  if (cases.length === 0) return `${kept === 0 ? '本月无' : '本月未下发'}${rest}${open}`
  const high = cases.filter((severity) => severity === 'high').length
  return `${cases.length} 条${high === 0 ? '' : `，其中严重程度高的 ${high} 条，请先核`}${rest}${open}`
}

function casesOnSheet(view: View, name: string): readonly CaseRow[] {
  return name === '复核'
    ? askedCases(view).filter(({ case: one }) => one.recheck)
    : casesOfKind(view, name as FindingKind)
}

function answers(): GuideRow[] {
  return [
    heading('三、怎样填'),
    note('1. 只填浅黄色的栏，其他栏已锁定；可以筛选，请不要增删行列、改表名或另建表。'),
    note(
      '2. “核查结论”从下拉表中选，每条线索都要有结论；结论对应的要求见下表，缺了会退回补核。表里没有相应栏的，写在“情况说明”。',
    ),
    note(
      '3. “疑点与证据”一栏写明了依据哪个文件、哪张表、哪一行，该怎么办按规则编号见第五部分；“未能检查”的豁免情形请在核查时一并了解。',
    ),
    note('4. 号码按县里的设置部分隐去；需要核对全号时，用线索编号与县民政局联系，不要在微信群里传全号。'),
    note('5. 填好后整本发回县民政局，不要只发其中一张表或截图。'),
  ]
}

function codes(): GuideRow[] {
  const rows = outcomes.map((outcome): GuideRow => {
    const { code, group, meaning } = outcome
    const words = group === meaning ? meaning : `${group}：${meaning}`
    return { cells: [code, `${words}${kindsText(outcome)}`, demandText(outcome)] }
  })
  return [heading('四、核查结论代码'), total('代码', '含义（括号里是能用的表）', '还要填写'), ...rows]
}

function kindsText({ kinds }: Outcome): string {
  return kinds.length === findingKinds.length ? '' : `（${kinds.join('、')}）`
}

function ruleRows(view: View): GuideRow[] {
  const findings = new Map(
    askedCases(view)
      .filter(hasSheet)
      .map(({ case: { finding } }) => [finding.rule, finding]),
  )
  if (findings.size === 0) return []
  const rows = [...findings.values()]
    .sort((a, b) => compareText(a.rule, b.rule))
    .map(({ rule, title, action }): GuideRow => ({ cells: [rule, title, action] }))
  return [
    heading('五、本簿涉及的筛查规则'),
    total('规则', '查什么', '建议怎么办'),
    ...rows,
    note('各行“依据”后标“待核”的，文号或条款尚未与原文核对，引用前请查原文。'),
  ]
}

// Findings about data go to the departments, not to the townships.
function hasSheet({ case: { finding } }: CaseRow): boolean {
  return sheetNotes.some(([name]) => name === finding.kind)
}

function heading(text: string): GuideRow {
  return { cells: [text], emphasis: 'heading' }
}

function note(text: string): GuideRow {
  return { cells: [text], emphasis: 'note' }
}

function total(...cells: [string, string, string]): GuideRow {
  return { cells, emphasis: 'total' }
}
