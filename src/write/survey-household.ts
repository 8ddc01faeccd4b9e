import { compareNullLast } from '../domain/compare-text.js'
import { disjointSets } from '../domain/disjoint-sets.js'
import { groupBy } from '../domain/group.js'
import { byGravity } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import type { Person } from '../match/person.js'
import { compareCaseNumbers } from '../track/case-number.js'
import { householdOf, personId } from './person-facts.js'
import { askedCases, type CaseRow, type View } from './view.js'

/** A household to be visited: its 漏保 and 脱保 cases that the month asks, gravest first, and who lives in it. */
export interface SurveyHousehold {
  readonly cases: readonly CaseRow[]
  /** Who heads it, else its first member; null where this month's rosters know nobody of it: a case reported or gone from the rosters. */
  readonly head: Person | null
  /** Name and id of the head; of whom the first case names where the rosters know nobody. */
  readonly headName: string
  /** Unmasked. */
  readonly headId: string
  readonly householdNumber: string | null
  /** Head first. */
  readonly members: readonly Person[]
}

/** Forms are printed for so many households of a township, the gravest first; the list names them all. */
export const printedForms = 60

const visited: readonly string[] = ['漏保', '脱保']

/**
 * The households of the 漏保 and 脱保 cases that the view's book asks, so that nobody is visited again over what is answered: one for all cases
 * that share a person; gravest first, then by village and case number.
 */
export function surveyHouseholds(view: View): SurveyHousehold[] {
  const rows = askedCases(view).filter(({ case: one }) => visited.includes(one.finding.kind))
  const { find, join } = disjointSets<string>()
  for (const row of rows) for (const key of keysOf(row)) join(key, keysOf(row)[0] as string)
  const groups = groupBy(rows, (row) => find(keysOf(row)[0] as string))
  return [...groups.values()].map(surveyOf).sort(byUrgency)
}

/**
 * Which printed forms are worth their paper, in words: those of households that an earlier month's book has not listed yet, or that are asked
 * again; null when all are.
 */
export function paperWords(households: readonly SurveyHousehold[], month: Month): string | null {
  const printed = households.slice(0, printedForms)
  const fresh = printed.flatMap((household, index) => (isListedBefore(household, month) ? [] : [index + 1]))
  if (fresh.length === printed.length) return null
  const rest = '以前月份列过，那时的调查表还在的不必再印。'
  if (fresh.length === 0) return `这些户${rest}`
  return `本月新列或再次核查的 ${fresh.length} 户在第${inRuns(fresh)}页；其余的户${rest}`
}

function isListedBefore({ cases }: SurveyHousehold, month: Month): boolean {
  return cases.every(({ case: { firstMonth, round, why } }) => firstMonth < month && round === 1 && why === '')
}

// 1—3、7: what a printer's dialogue takes.
function inRuns(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、')
}

function keysOf({ person, members, case: { named, number } }: CaseRow): string[] {
  const keys = [...(person ? [person] : []), ...members].map(({ key }) => key)
  return keys.length > 0 ? keys : [named.idNumber ?? number]
}

function surveyOf(group: readonly CaseRow[]): SurveyHousehold {
  const cases = [...group].sort(byGravityAndNumber)
  const [first] = cases as [CaseRow]
  const { finding, named } = first.case
  const household = first.person && householdOf(first.person, finding.householdNumber)
  const inCases = cases.flatMap(({ person, members }) => [...(person ? [person] : []), ...members])
  const all = [...(household?.head ? [household.head] : []), ...(household?.members ?? []), ...inCases]
  const members = [...new Set(all)].filter(isShown)
  const head = members[0] ?? null
  return {
    cases,
    head,
    headName: head ? (head.name ?? '') : (named.headName ?? named.name ?? ''),
    headId: head ? personId(head) : (named.idNumber ?? ''),
    householdNumber: finding.householdNumber ?? household?.number ?? null,
    members,
  }
}

// A head whom only another roster's column names may have nothing to show.
function isShown(person: Person): boolean {
  return person.name !== null || personId(person) !== ''
}

function byGravityAndNumber({ case: a }: CaseRow, { case: b }: CaseRow): number {
  return byGravity(a.finding.severity, b.finding.severity) || compareCaseNumbers(a.number, b.number)
}

function byUrgency(left: SurveyHousehold, right: SurveyHousehold): number {
  const [{ case: a }, { case: b }] = [left.cases[0], right.cases[0]] as [CaseRow, CaseRow]
  return (
    byGravity(a.finding.severity, b.finding.severity) ||
    compareNullLast(a.finding.village, b.finding.village) ||
    compareCaseNumbers(a.number, b.number)
  )
}
