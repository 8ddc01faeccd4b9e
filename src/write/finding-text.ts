import type { Answer } from '../domain/answer.js'
import type { Evidence, Finding, LegalBasis } from '../domain/finding.js'
import { groupBy } from '../domain/group.js'
import { type Origin, type Severity, sheetParts } from '../domain/issue.js'
import { type Mask, maskedText } from '../domain/mask.js'
import type { Month } from '../domain/month.js'
import { outcomeText } from '../domain/outcome.js'
import { isReportedRule } from '../domain/reported.js'
import { terms } from '../domain/terms.js'
import type { Case } from '../track/case.js'
import { lines } from './person-facts.js'
import type { CaseRow } from './view.js'

/** 高, 中, 低, 提示. */
export function severityWord(severity: Severity): string {
  return terms[severity]
}

/** Where something stands, readable: `农村低保.xlsx·成员·第12行`. */
export function originText(origin: Origin): string {
  return placeText(origin, [origin.row])
}

// Row 0 stands for the whole sheet.
function placeText({ column, ...place }: Origin, rows: readonly number[]): string {
  return [...sheetParts(place), rows.some((row) => row > 0) && `第${rows.join('、')}行`, column]
    .filter(Boolean)
    .join('·')
}

/** What a case says in a book of `month`: where it was last found in an earlier one, that month's words, and which month their 本月 is. */
export function explanationIn(month: Month, one: Pick<Case, 'finding' | 'lastMonth'>): string {
  return one.lastMonth === month ? one.finding.explanation : earlierExplanation(one)
}

// What was reported speaks of its own day.
function earlierExplanation({
  finding: { rule, explanation },
  lastMonth,
}: Pick<Case, 'finding' | 'lastMonth'>): string {
  if (isReportedRule(rule)) return explanation
  const which = explanation.includes('本月') ? `（“本月”指 ${lastMonth}）` : ''
  return `${lastMonth} 查出${which}：${explanation}`
}

const namedMembers = 8

/** Rule, reason, evidence line by line and the household's members: the heart of a check-sheet row. What is to be done is the same for every row of a rule. */
export function findingLines({ case: one, members }: CaseRow, mask: Mask): string {
  const { finding, found, why, recheck } = one
  const isCarried = !found && !recheck && !isReportedRule(finding.rule)
  const told = [
    isCarried && '以前下发，还没有可用的答复；本月未重新判定。',
    found ? finding.explanation : earlierExplanation(one),
  ]
  const head = `【${finding.rule}】${finding.title}`
  const reason = told.filter(Boolean).join('')
  // The recheck sheet has a column of its own for why it is asked again.
  const asked =
    why !== '' && !recheck ? [head, `再次核查：${why}`, reason] : [[head, reason].filter(Boolean).join('：')]
  const text = lines([
    ...asked,
    ...evidenceLines(finding.evidence),
    members.length > 1 && `户内成员：${memberNames(members)}`,
  ])
  return maskedText(text, mask)
}

/** `findingLines`, and what is asked: for books that have no guide to the rules. */
export function advisedLines(row: CaseRow, mask: Mask): string {
  const { action } = row.case.finding
  return lines([findingLines(row, mask), action && maskedText(`建议：${action}`, mask)])
}

// A household's members mostly stand in neighbouring rows and say the same; one line with their rows is read faster than one line each.
function evidenceLines(evidence: readonly Evidence[]): string[] {
  const groups = groupBy(evidence, ({ fact, origin: { file, sheet, column } }) =>
    [fact, file, sheet, column].join('\n'),
  )
  return [...groups.values()].map((alike) => {
    const [{ fact, origin }] = alike as [Evidence, ...Evidence[]]
    const rows = [...new Set(alike.map((one) => one.origin.row))].sort((a, b) => a - b)
    return `◇${fact}（${placeText(origin, rows)}）`
  })
}

function memberNames(members: CaseRow['members']): string {
  const names = members.map(({ name }) => name ?? '（无姓名）')
  if (names.length <= namedMembers) return names.join('、')
  return `${names.slice(0, namedMembers).join('、')}等 ${names.length} 人`
}

/** Which exceptions were checked and which could not be, and what the rule rests on. */
export function exceptionLines(finding: Finding): string {
  const checked = finding.exceptions.filter(({ state }) => state === 'does-not-apply').map(({ title }) => title)
  const unchecked = finding.exceptions
    .filter(({ state }) => state === 'unchecked')
    .map(({ title, reason }) => (reason ? `${title}（${reason}）` : title))
  return lines([
    checked.length > 0 && `已查不适用：${checked.join('、')}`,
    unchecked.length > 0 && `未能检查：${unchecked.join('、')}`,
    finding.basis.length > 0 && `依据：${finding.basis.map(basisText).join('；')}`,
  ])
}

/** A document with its clause; an unverified one says 待核 and never shows the clause (domain A.0). */
export function basisText({ document, clause, verified }: LegalBasis): string {
  return verified ? document + (clause ?? '') : `${document}（待核）`
}

/** An answer, line by line: outcome, note, who gave it and in which month's book. */
export function answerLines({ code, values, who, bookMonth }: Answer, mask: Mask): string {
  return maskedText(lines([outcomeText(code), values.note, `${who}（${bookMonth}）`]), mask)
}
