import type { Person } from '../../match/person.js'
import { careFaults } from '../destitute-care.js'
import type { Exception } from '../rule.js'
import { allExplained, explainedByChange } from '../standard-change.js'

/** 特困标准刚调整: nothing is wrong but amounts, each of them the one before the change, for `lag.months` months, or with the arrears since. */
export const careStandardJustChanged: Exception<Person> = {
  id: 'care-standard-just-changed',
  title: '特困标准刚调整',
  consults: [],
  test: (person, context) =>
    allExplained(
      careFaults(person, context).map(({ payment }) =>
        payment === null
          ? { state: 'does-not', reason: '不是标准刚调整的金额差异' }
          : explainedByChange(payment.paidFen, payment.standard, context.month, context.setting('lag.months')),
      ),
    ),
}
