import type { Month } from '../domain/month.js'
import type { Turn } from './change.js'
import { field } from './standing.js'

/** The first month of support that the rosters joined state, or null. */
export function startOf({ now }: Turn): Month | null {
  return now.map((record) => field(record, 'startMonth')).find((month) => month !== null) ?? null
}

/** Whether the household as a whole is new in the programme: 整户新增 or 户内增员; '' where the roster has no households. */
export function householdNote({ person, programme }: Turn): string {
  const household = person.households.find(({ system }) => system === programme)
  if (!household) return ''
  const stood = household.members.some((member) => member.past.some(({ programmes }) => programmes.includes(programme)))
  return stood ? '户内增员' : `整户新增（${household.members.length} 人）`
}
