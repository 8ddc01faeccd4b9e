import { compareNullLast } from '../domain/compare-text.js'
import { disjointSets } from '../domain/disjoint-sets.js'
import { groupBy } from '../domain/group.js'
import { byGravity } from '../domain/issue.js'
import type { Household, Person } from '../match/person.js'
import { compareCaseNumbers } from '../track/case-number.js'
import { householdOf, personId } from './person-facts.js'
import { askedCases, type CaseRow, type View } from './view.js'

/** A household to be visited: its 漏保 and 脱保 cases that the month asks, gravest first, and who lives in it. */
export interface SurveyHousehold {
  readonly cases: readonly CaseRow[]
  /** The person whom the first case names. */
  readonly lead: Person
  readonly household: Household | null
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
  const rows = askedCases(view).filter(({ person, case: one }) => person !== null && visited.includes(one.finding.kind))
  const { find, join } = disjointSets<string>()
  for (const row of rows) for (const key of keysOf(row)) join(key, keysOf(row)[0] as string)
  const groups = groupBy(rows, (row) => find(keysOf(row)[0] as string))
  return [...groups.values()].map(surveyOf).sort(byUrgency)
}

function keysOf({ person, members }: CaseRow): string[] {
  return [...(person ? [person] : []), ...members].map(({ key }) => key)
}

function surveyOf(group: readonly CaseRow[]): SurveyHousehold {
  const cases = [...group].sort(byGravityAndNumber)
  const [first] = cases as [CaseRow]
  const lead = first.person as Person
  const household = householdOf(lead, first.case.finding.householdNumber)
  const named = cases.flatMap(({ person, members }) => [...(person ? [person] : []), ...members])
  const all = [...new Set([...(household?.head ? [household.head] : []), ...(household?.members ?? []), ...named])]
  const number = first.case.finding.householdNumber ?? household?.number ?? null
  return { cases, lead, household, householdNumber: number, members: all.filter(isShown) }
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
