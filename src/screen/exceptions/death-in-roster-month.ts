import type { Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import { answerByLateAid } from '../aid-payments.js'
import { deathMonthOf, overpaidMonths } from '../death.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/**
 * 死亡当月: the month of death is still paid. `list`: the programmes that pay month by month, and 临时救助 where the rule asks about it too: a payment of
 * it after that month is excused by nothing.
 */
export function deathInRosterMonth(list: readonly Programme[]): Exception<Person> {
  const monthly = list.filter((programme) => programme !== 'temporary-aid')
  return {
    id: 'death-in-roster-month',
    title: '死亡当月可发',
    consults: [],
    test: (person, context) => {
      const death = deathMonthOf(person)
      if (!death) return { state: 'unchecked', reason: '没有死亡日期' }
      const late = answerByLateAid(person, list, death.month)
      if (late) return late
      if (!inProgramme(person, monthly)) return { state: 'does-not-apply', reason: '不是按月发放的待遇' }
      return overpaidMonths(person, monthly, context) <= 0
        ? { state: 'applies', reason: `${death.month} 死亡，名册即当月名册` }
        : { state: 'does-not-apply', reason: `${death.month} 死亡，早于名册月份` }
    },
  }
}
