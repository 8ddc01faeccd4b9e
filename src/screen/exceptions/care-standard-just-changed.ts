import { monthsBetween } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { careFaults } from '../destitute-care.js'
import type { Exception } from '../rule.js'

/** 特困标准刚调整: nothing is wrong but amounts, and each of their standards has been in force for less than `lag.months` months. */
export const careStandardJustChanged: Exception<Person> = {
  id: 'care-standard-just-changed',
  title: '特困标准刚调整',
  consults: [],
  test: (person, context) => {
    const standards = careFaults(person, context).map(({ standard }) => standard)
    const isRecent = (from: string) => monthsBetween(from, context.month) < context.setting('lag.months')
    return standards.every((standard) => standard !== null && isRecent(standard.from))
      ? { state: 'applies', reason: `标准自 ${standards[0]?.from ?? context.month} 起调整` }
      : { state: 'does-not-apply', reason: '不是标准刚调整的金额差异' }
  },
}
