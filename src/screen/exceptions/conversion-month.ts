import { allowance, type Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { field, inProgramme, recordsIn } from '../standing.js'

/**
 * 转换当月: both rosters may still hold who goes over from one to the other in this month. Of the enrolments in `list` one must have begun this
 * month, and no more than one may be older: going over to a third roster does not explain two that have stood side by side for long.
 */
export function conversionMonth(list: readonly Programme[]): Exception<Person> {
  return {
    id: 'conversion-month',
    title: '转换当月',
    consults: [],
    test: (person, { month }) => {
      const starts = list.flatMap((programme) => startsIn(person, programme))
      const older = starts.filter((start) => start !== month)
      if (older.length < starts.length && older.length <= 1)
        return { state: 'applies', reason: `本月（${month}）刚纳入` }
      if (older.includes(null)) return { state: 'unchecked', reason: '名册没有起始享受月份' }
      return { state: 'does-not-apply', reason: `纳入月份为 ${[...new Set(starts)].join('、')}` }
    },
  }
}

/** The same between 农村低保 and 城市低保 (domain C02): who is put into a second household of one roster this month goes over from nowhere. */
export const ruralToUrban: Exception<Person> = {
  ...conversionMonth(allowance),
  test: (person, context) =>
    allowance.every((programme) => inProgramme(person, [programme]))
      ? conversionMonth(allowance).test(person, context)
      : { state: 'does-not-apply', reason: '不是农村低保与城市低保之间转换' },
}

// Two exports of one programme are one enrolment: the start that either gives holds.
function startsIn(person: Person, programme: Programme): readonly (string | null)[] {
  const records = recordsIn(person, [programme])
  if (records.length === 0) return []
  const known = records.map((record) => field(record, 'startMonth')).filter((start) => start !== null)
  return known.length > 0 ? [...new Set(known)] : [null]
}
