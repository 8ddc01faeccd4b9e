import { type AnswerField, answerFields } from '../domain/answer.js'
import { compareNullLast } from '../domain/compare-text.js'
import { type FindingKind, isOfSubject, type NotJudged } from '../domain/finding.js'
import { groupBy } from '../domain/group.js'
import { byGravity } from '../domain/issue.js'
import { type Mask, showIdNumber } from '../domain/mask.js'
import { terms } from '../domain/terms.js'
import { caseKey, compareCaseNumbers } from '../track/case-number.js'
import { exceptionLines, findingLines, severityWord } from './finding-text.js'
import { inYuan, numberColumn } from './ledger-columns.js'
import { outcomeLists } from './lists.js'
import { headLines, lines, namedHeadLines, relationLines, shownId, situationLines } from './person-facts.js'
import type { Report } from './report.js'
import type { Column } from './sheet.js'
import { askedCases, type CaseRow, type View } from './view.js'

/** The cases of one kind that the book asks, in the order they are worked off: severity, village, household, number. Rechecks have a sheet of their own. */
export function casesOfKind(view: View, kind: FindingKind): CaseRow[] {
  return askedCases(view)
    .filter(({ case: one }) => one.finding.kind === kind && !one.recheck)
    .sort(byUrgency)
}

function byUrgency({ case: a }: CaseRow, { case: b }: CaseRow): number {
  return (
    byGravity(a.finding.severity, b.finding.severity) ||
    compareNullLast(a.finding.village, b.finding.village) ||
    compareNullLast(a.finding.householdNumber, b.finding.householdNumber) ||
    compareCaseNumbers(a.number, b.number)
  )
}

/** The hidden key of a case's row. */
export function rowCaseKey({ case: { number, round } }: CaseRow): string {
  return caseKey(number, round)
}

/** True when no rule of the kind is switched on, so that none of it was looked for. */
export function isSwitchedOff({ rules }: Report, kind: FindingKind): boolean {
  const ofKind = rules.filter((rule) => rule.kind === kind)
  return ofKind.length > 0 && ofKind.every(({ state }) => state === 'off')
}

/** Which rules of the kind were not judged for the book's township, and why: an empty sheet must not read as “nothing found”. null when all were or some are merely switched off. */
export function notJudgedRemark({ report, township }: View, kind: FindingKind): string | null {
  if (isSwitchedOff(report, kind)) return '本类规则本月都没有打开，所以没有查。没有列出不等于没有问题。'
  const rules = new Map(report.rules.filter((rule) => rule.kind === kind).map(({ rule, title }) => [rule, title]))
  const ofKind = report.notJudged.filter(({ rule }) => rules.has(rule))
  const open = [
    ...ofKind.filter(({ scope, subject }) => scope === 'rule' || (scope === 'township' && subject === township)),
    ...commonGaps(ofKind),
  ]
  const reasons = [...new Set(open.map(({ reason }) => reason))].map((reason) => {
    const named = open.filter((one) => one.reason === reason).map(({ rule }) => `${rule} ${rules.get(rule)}`)
    return `${named.join('、')}（${reason}）`
  })
  return reasons.length === 0 ? null : `本月未判定：${reasons.join('；')}。没有列出不等于没有问题。`
}

/** More subjects than this with one reason are a gap of the whole rule, such as a blank column. */
const manySubjects = 20

function commonGaps(notJudged: readonly NotJudged[]): readonly Pick<NotJudged, 'rule' | 'reason'>[] {
  const ofSubjects = notJudged.filter(isOfSubject)
  return [...groupBy(ofSubjects, ({ rule, reason }) => `${rule}\t${reason}`).values()]
    .filter((group) => group.length > manySubjects)
    .map((group) => {
      const { rule, reason } = group[0] as NotJudged
      return { rule, reason: `${reason}，共 ${group.length} 个` }
    })
}

/** How many cases of the kind stay with the county beyond the month's limit, said below the sheet; null when all of them stand in it. */
function keptBackRemark({ keptBack }: View, kind: FindingKind): string | null {
  const count = keptBack.filter((row) => row.case.finding.kind === kind).length
  return count === 0 ? null : `本月另有 ${count} 条超出每月下发限额，留在县级，没有列在本表。`
}

/** Why the sheet of a kind is not the whole truth: what was not judged, and what stays with the county; null when it is. */
export function sheetRemark(view: View, kind: FindingKind): string | null {
  const remarks = [notJudgedRemark(view, kind), keptBackRemark(view, kind)].filter((remark) => remark !== null)
  return remarks.length === 0 ? null : remarks.join('\n')
}

/** Columns that every check sheet of cases begins with: number, severity, case number, village, head, name, id. */
export function leadingColumns(mask: Mask): Column<CaseRow>[] {
  return [
    { ...numberColumn, width: 2.3 },
    {
      heading: '严重\n程度',
      width: 2.3,
      style: 'centre',
      value: ({ case: { finding } }) => severityWord(finding.severity),
    },
    { heading: terms['case number'], width: 5.8, style: 'id', value: (row) => row.case.number },
    { heading: terms.village, width: 4.4, style: 'centre', value: (row) => row.case.finding.village ?? '' },
    ...whoColumns(mask),
  ]
}

/** Whom a case is about: head and household number, name, id. */
export function whoColumns(mask: Mask): Column<CaseRow>[] {
  return [
    { heading: '户主\n户编号', width: 6.8, style: 'id', value: (row) => caseHead(row, mask) },
    {
      heading: terms.name,
      width: 3.8,
      style: 'centre',
      value: ({ person, case: { named } }) => person?.name ?? named.name ?? '',
      stays: true,
    },
    { heading: terms['id number'], width: 9.6, style: 'id', value: (row) => caseId(row, mask) },
  ]
}

// Someone whom this month's rosters no longer know, or who was reported, is shown as the history names him.
function caseId({ person, case: { named } }: CaseRow, mask: Mask): string {
  return person === null ? showIdNumber(named.idNumber ?? '', mask) : shownId(person, mask)
}

function caseHead({ person, case: { finding, named } }: CaseRow, mask: Mask): string {
  const { householdNumber } = finding
  return person === null ? namedHeadLines(named, householdNumber, mask) : headLines(person, householdNumber, mask)
}

/** Relation, age and size of the household. */
export function relationColumn(view: View): Column<CaseRow> {
  return {
    heading: '关系\n年龄人口',
    width: 4.4,
    style: 'centre',
    value: ({ case: { finding }, person }) => relationLines(person, finding.householdNumber, view.report.month),
  }
}

/** Relation, age and size of the household, then what the rosters say of the person's situation. */
export function situationColumn(view: View): Column<CaseRow> {
  const value = ({ case: { finding }, person }: CaseRow) => {
    const relation = relationLines(person, finding.householdNumber, view.report.month)
    return lines([relation.replaceAll('\n', '，'), situationLines(person)])
  }
  return { heading: '个人和家庭情况', width: 8.6, value }
}

/** The finding with its evidence, and what was checked on what basis. `widths`: of the two, so that neither makes the rows taller than the other. */
export function reasonColumns(
  mask: Mask,
  [found, checked]: readonly [number, number] = [16.25, 15.75],
): Column<CaseRow>[] {
  return [
    {
      heading: '疑点与证据（来源文件·表·行）',
      width: found,
      value: (row) => findingLines(row, mask),
    },
    { heading: '豁免检查与政策依据', width: checked, value: (row) => exceptionLines(row.case.finding) },
  ]
}

/** Money at stake in yuan, as the rule estimates it. */
export const amountColumn: Column<CaseRow> = {
  heading: '涉及金额\n(估,元)',
  width: 5,
  style: 'amount',
  value: ({ case: { finding } }) => inYuan(finding.amountFen),
}

const answerStyles = {
  outcome: 'centre',
  choice: 'centre',
  text: 'text',
  month: 'centre',
  day: 'centre',
  yuan: 'amount',
} as const satisfies Record<string, Column<CaseRow>['style']>

const answerLists: Readonly<Partial<Record<AnswerField, Column<CaseRow>['answer']>>> = {
  outcome: ({ case: { finding } }) => outcomeLists[finding.kind],
  method: 'check_methods',
  programme: 'programme_choices',
}

/** The column in which a township gives one answer; `heading` is one of the field's headings, the first unless said otherwise. */
export function answerColumn<Field extends AnswerField>(
  field: Field,
  width: number,
  heading: (typeof answerFields)[Field]['headings'][number] = answerFields[field].headings[0],
): Column<CaseRow> {
  return { heading, width, style: answerStyles[answerFields[field].kind], answer: answerLists[field] ?? 'free' }
}

/** The two answers that every case needs. */
export const outcomeColumns: readonly Column<CaseRow>[] = [answerColumn('outcome', 5.6), answerColumn('note', 8.4)]
