import type { IdentityQuestion, Person } from '../match/person.js'
import type { Case } from '../track/case.js'
import { compareCaseNumbers } from '../track/case-number.js'
import { questionPlaces } from './question.js'
import type { Report } from './report.js'

/** A case with the person to look for (null in delivery findings) and, in household findings, the members it covers. */
export interface CaseRow {
  readonly case: Case
  readonly person: Person | null
  readonly members: readonly Person[]
}

/** What the sheets of one book may see: a township's book sees its own people only. */
export interface View {
  readonly report: Report
  /** Printed as 填报单位. */
  readonly unit: string
  /** null: the county's own book. */
  readonly township: string | null
  /** Found this month, by case number. */
  readonly cases: readonly CaseRow[]
  /** Carried over because an answer is still owed, by case number. */
  readonly carried: readonly CaseRow[]
  readonly questions: readonly IdentityQuestion[]
  /** Cases that stay with the county for this month, of the township or of all; a township's `cases` hold none of them. */
  readonly keptBack: readonly CaseRow[]
}

/** The county's view: everything. */
export function countyView(report: Report): View {
  const persons = new Map(report.persons.map((person) => [person.key, person]))
  const rows = (cases: readonly Case[]) =>
    [...cases]
      .sort((a, b) => compareCaseNumbers(a.number, b.number))
      .map(
        (one): CaseRow => ({
          case: one,
          person: persons.get(one.finding.personKey ?? '') ?? null,
          members: one.finding.memberKeys.flatMap((key) => persons.get(key) ?? []),
        }),
      )
  const [cases, carried] = [rows(report.cases), rows(report.carried)]
  return {
    report,
    unit: `${report.county}民政局`,
    township: null,
    cases,
    carried,
    questions: report.questions,
    keptBack: [...cases, ...carried].filter((row) => row.case.keptBack),
  }
}

/** The views of the townships of towns.csv, in its order. Only people and households of the township; a question counts with either side. */
export function townshipViews(county: View): View[] {
  const { report } = county
  const views = new Map(
    report.townships.map((township) => [
      township,
      {
        report,
        unit: township,
        township,
        cases: [] as CaseRow[],
        carried: [] as CaseRow[],
        questions: [] as IdentityQuestion[],
        keptBack: [] as CaseRow[],
      },
    ]),
  )
  for (const list of ['cases', 'carried'] as const)
    for (const row of county[list])
      if (!isForCounty(row))
        views.get(row.case.finding.township ?? '')?.[row.case.keptBack ? 'keptBack' : list].push(row)
  for (const question of county.questions) {
    for (const place of questionPlaces(question, report.townships)) views.get(place ?? '')?.questions.push(question)
  }
  return [...views.values()]
}

// What the county settles by itself is not shown to those it may be about.
function isForCounty({ case: one }: CaseRow): boolean {
  return one.finding.audience === 'county'
}

/** The cases that the book asks: found or carried over. Those already answered, and data that only a department can mend, are not among them. */
export function askedCases({ cases, carried }: View): CaseRow[] {
  return [...cases, ...carried].filter(({ case: one }) => one.asked)
}
