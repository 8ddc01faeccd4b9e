import { allowance } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Person } from '../../match/person.js'
import { distinctHouseholds, headIdIn } from '../listed-households.js'
import type { Exception } from '../rule.js'
import { ageOf, recordsIn } from '../standing.js'

/**
 * 未成年随父随母两处: a child listed with each of two parents, settled between the two households and not by stopping one blindly. One family that is
 * listed twice, under one head, is no such case.
 */
export const twoParents: Exception<Person> = {
  id: 'two-parents',
  title: '未成年人随父、随母各列一处',
  consults: [],
  test: (person, context) => {
    const age = ageOf(person, context.month)
    if (age === null) return { state: 'unchecked', reason: '没有出生日期' }
    if (age >= 18) return { state: 'does-not-apply', reason: `${age} 岁，已成年` }
    return hasOneHead(recordsIn(person, allowance))
      ? { state: 'does-not-apply', reason: '各处户主是同一人，不是随父、随母两处' }
      : { state: 'applies', reason: `${age} 岁，两户分别列入` }
  },
}

function hasOneHead(rows: readonly PersonRecord[]): boolean {
  const homes = distinctHouseholds(rows)
  const heads = homes.map((home) => home.map(headIdIn).find((head) => head !== null) ?? null)
  return homes.length === 1 || (heads[0] !== null && new Set(heads).size === 1)
}
