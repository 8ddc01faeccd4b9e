import type { Person } from '../../match/person.js'
import { departureFor } from '../departures.js'
import type { Exception } from '../rule.js'
import { mayHaveRow } from '../standing.js'

/** 户籍迁出或婚嫁迁出, by the departure list. */
export const movedAway: Exception<Person> = {
  id: 'moved-away',
  title: '户籍已迁出',
  consults: ['departure'],
  test: (person) => {
    if (departureFor([person], ['户籍迁移'])) return { state: 'applies', reason: '停保汇总：户籍迁移' }
    return mayHaveRow(person, 'departures', ({ reason }) => reason === '户籍迁移')
      ? { state: 'unchecked', reason: '停保汇总有迁出记录疑似本人的，号码待核' }
      : { state: 'does-not-apply', reason: '停保汇总没有迁出记录' }
  },
}
