import { type ExtraList, rivalBenefits } from '../domain/extra-lists.js'
import { disabilitySubsidies } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import type { Context } from './rule.js'
import { field, inProgramme, recordsIn } from './standing.js'

/** A subsidy drawn together with a benefit beside which it is not due (52号 政策衔接; domain P09). */
export interface Rivalry {
  readonly subsidy: (typeof disabilitySubsidies)[number]
  readonly list: ExtraList
  readonly rows: readonly PersonRecord[]
}

// 失能老年人护理补贴 stands against the care subsidy only; the others against both.
const careOnly: readonly ExtraList[] = ['elderly-care']

/** Every such pair of the person's, the subsidies in their order. A list's row that ended before this month is over. */
export function rivalriesOf(person: Person, { month }: Pick<Context, 'month'>): readonly Rivalry[] {
  return disabilitySubsidies
    .filter((subsidy) => inProgramme(person, [subsidy]))
    .flatMap((subsidy) =>
      rivalBenefits
        .filter((list) => subsidy === 'care-subsidy' || !careOnly.includes(list))
        .map((list) => ({
          subsidy,
          list,
          rows: recordsIn(person, [list]).filter((row) => (field(row, 'untilMonth') ?? month) >= month),
        }))
        .filter(({ rows }) => rows.length > 0),
    )
}
