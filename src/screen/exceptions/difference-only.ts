import { yuan } from '../../domain/money.js'
import { monthlyFen } from '../../domain/standards.js'
import type { Person } from '../../match/person.js'
import { monthlyAmount } from '../monthly-amount.js'
import { repeatedPayments } from '../repeated-payments.js'
import { type Rivalry, rivalriesOf } from '../rival-benefits.js'
import type { Context, Exception } from '../rule.js'

/** 择高后只补差额: each subsidy drawn beside another benefit pays less than its (lowest) standard. It says nothing of a payment made twice. */
export const differenceOnly: Exception<Person> = {
  id: 'difference-only',
  title: '择高后只补差额',
  consults: [],
  test: (person, context) => {
    const subsidies = new Set(rivalriesOf(person, context).map(({ subsidy }) => subsidy))
    if (subsidies.size === 0 || repeatedPayments(person, context).length > 0)
      return { state: 'does-not-apply', reason: '不是与其他待遇同领' }
    const answers = [...subsidies].map((subsidy) => answerFor(person, subsidy, context))
    return (
      answers.find(({ state }) => state === 'does-not-apply') ??
      answers.find(({ state }) => state === 'unchecked') ??
      answers[0] ?? { state: 'unchecked', reason: '补贴名册没有金额' }
    )
  },
}

function answerFor(
  person: Person,
  subsidy: Rivalry['subsidy'],
  context: Context,
): ReturnType<Exception<Person>['test']> {
  const key = subsidy === 'care-subsidy' ? 'subsidy.care' : 'subsidy.living.3-4'
  const amount = monthlyAmount(person, subsidy)
  const standard = context.standardIfAny(key)
  if (amount === null) return { state: 'unchecked', reason: '补贴名册没有金额' }
  if (standard === null) return { state: 'unchecked', reason: context.standardFaults([key]) }
  return amount.fen < monthlyFen(standard)
    ? { state: 'applies', reason: `发放 ${yuan(amount.fen)} 元，低于标准 ${yuan(monthlyFen(standard))} 元` }
    : { state: 'does-not-apply', reason: `发放 ${yuan(amount.fen)} 元，不低于标准 ${yuan(monthlyFen(standard))} 元` }
}
