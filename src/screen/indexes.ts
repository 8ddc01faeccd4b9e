import type { Person } from '../match/person.js'
import { type Payee, sharedAccounts } from './bank-accounts.js'
import { groupNamesakes } from './namesakes.js'
import { type PastHousehold, pastHouseholds } from './past-household.js'
import { type PeopleByName, peopleByName } from './people-by-name.js'
import { personsInRowOrder } from './row-order.js'

/** Where to find one of all the persons of a month. Each is made when it is first asked for, and once for all stages that are given it. */
export interface Indexes {
  /** All of them in the order of their rows: for whoever walks over them. */
  persons(): readonly Person[]
  namesakes(): ReadonlyMap<Person, readonly Person[]>
  sharedAccounts(): ReadonlyMap<string, readonly Payee[]>
  byName(): PeopleByName
  pastHouseholds(): ReadonlyMap<Person, PastHousehold>
}

/** The indexes over these persons. They weigh some tenth of the people: let go of them after the last stage that asks. */
export function indexesOf(persons: readonly Person[]): Indexes {
  const walked = once(() => personsInRowOrder(persons))
  return {
    persons: walked,
    namesakes: once(() => groupNamesakes(walked())),
    sharedAccounts: once(() => sharedAccounts(walked())),
    byName: once(() => peopleByName(walked())),
    pastHouseholds: once(() => pastHouseholds(walked())),
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
