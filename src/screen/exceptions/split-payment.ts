import { yuan } from '../../domain/money.js'
import { monthlyFen } from '../../domain/standards.js'
import type { Person } from '../../match/person.js'
import { ownAmount } from '../monthly-amount.js'
import { repeatedPayments } from '../repeated-payments.js'
import { rivalriesOf } from '../rival-benefits.js'
import type { Exception } from '../rule.js'

/** 一笔分两行: the rows of a subsidy for one month together pay no more than its highest monthly standard. */
export const splitPayment: Exception<Person> = {
  id: 'split-payment',
  title: '一笔补贴分行列示',
  consults: [],
  test: (person, context) => {
    const repeated = repeatedPayments(person, context)
    if (repeated.length === 0 || rivalriesOf(person, context).length > 0)
      return { state: 'does-not-apply', reason: '不只是同一补贴列了多行' }
    for (const { programme, rows } of repeated) {
      const amounts = rows.map((row) => ownAmount(row, programme))
      const standard = context.standardIfAny(programme === 'care-subsidy' ? 'subsidy.care' : 'subsidy.living.1-2')
      if (standard === null) return { state: 'unchecked', reason: 'standards.csv 没有该项补贴标准' }
      if (amounts.includes(null)) return { state: 'unchecked', reason: '补贴名册没有金额' }
      const sum = amounts.reduce<number>((total, fen) => total + (fen ?? 0), 0)
      if (sum > monthlyFen(standard))
        return { state: 'does-not-apply', reason: `合计 ${yuan(sum)} 元，超过月标准 ${standard.value} 元` }
    }
    return { state: 'applies', reason: '各行合计不超过月标准' }
  },
}
