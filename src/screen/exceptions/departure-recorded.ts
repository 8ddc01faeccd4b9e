import type { Person } from '../../match/person.js'
import { type Departure, endsBasicSupportOnly, endsLesserSupportOnly, recentDeparture } from '../departures.js'
import type { Exception } from '../rule.js'

/**
 * 有停保或减员记录 of whoever lost 低保, 特困 or a child's support: the person's own, or the head's where the list names only the head of a household
 * that was stopped as a whole. A subsidy that ended explains nothing of these, and the head's death nothing of the others, though the row may say that it
 * stops the whole household (domain T05).
 */
export const departureRecorded = recorded(explains)

/**
 * The same where an age limit is asked about (domain T08): a record says why only when it gives another reason. 其他, none at all and 有劳动能力, which is
 * written of who has come to sixteen, may be the very stop that ought not to have been.
 */
export const otherReasonRecorded = recorded(
  (record, own) => explains(record, own) && record.reason !== null && !mayBeForAge.includes(record.reason),
)

/**
 * The same where the head's death may be why all were stopped (domain T05): a row without a reason may be that very stop, and says nothing of the
 * others' income.
 */
export const reasonRecorded = recorded((record, own) => explains(record, own) && record.reason !== null)

/** The same for whoever lost a subsidy: any record will do but one that names 低保 or 特困 as what it stops. */
export const anyDepartureRecorded = recorded((record) => !endsBasicSupportOnly(record))

const mayBeForAge: readonly string[] = ['其他', '有劳动能力']

function explains(record: Departure, own: boolean): boolean {
  return !endsLesserSupportOnly(record) && (own || record.reason !== '死亡')
}

function recorded(tells: (record: Departure, own: boolean) => boolean): Exception<Person> {
  return {
    id: 'departure-recorded',
    title: '有停保或减员记录',
    consults: ['departure'],
    test: (person, context) => {
      const found = recentDeparture(person, context, tells)
      if (!found) return { state: 'does-not-apply', reason: '停保及自然减员汇总查无记录' }
      const { record, own } = found
      const when = record.stopMonth ?? '停保月份未填'
      return { state: 'applies', reason: `${own ? '' : '户主'}停保记录：${record.reason ?? '原因未填'}，${when}` }
    },
  }
}
