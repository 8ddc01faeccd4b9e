import type { Household, Person } from '../match/person.js'
import { field, recordsOf } from './standing.js'

/** The members of a 低保 household whom its member export lists as not supported (是否保障=否); none where no export says it. */
export function unsupportedMembers({ members, system }: Household): readonly Person[] {
  const source = system === 'urban-allowance' ? 'urban-allowance-members' : 'rural-allowance-members'
  return members.filter((member) => {
    const rows = recordsOf(member, source)
    return rows.length > 0 && rows.every((row) => field(row, 'insured') === false)
  })
}
