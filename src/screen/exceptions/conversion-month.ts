import type { Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, recordsIn } from '../standing.js'

/**
 * 转换当月: both rosters may still hold who goes over from one to the other in this month. `list`: the programmes one of which must have begun
 * this month.
 */
export function conversionMonth(list: readonly Programme[]): Exception<Person> {
  return {
    id: 'conversion-month',
    title: '转换当月',
    consults: [],
    test: (person, context) => {
      const starts = list.flatMap((programme) => startsIn(person, programme))
      if (starts.includes(context.month)) return { state: 'applies', reason: `本月（${context.month}）刚纳入` }
      if (starts.includes(null)) return { state: 'unchecked', reason: '名册没有起始享受月份' }
      return { state: 'does-not-apply', reason: `纳入月份为 ${[...new Set(starts)].join('、')}` }
    },
  }
}

// Two exports of one programme are one enrolment: the start that either gives holds.
function startsIn(person: Person, programme: Programme): readonly (string | null)[] {
  const records = recordsIn(person, [programme])
  if (records.length === 0) return []
  const known = records.map((record) => field(record, 'startMonth')).filter((start) => start !== null)
  return known.length > 0 ? known : [null]
}
