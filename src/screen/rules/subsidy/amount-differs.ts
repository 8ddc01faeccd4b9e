import { yuan } from '../../../domain/money.js'
import { disabilitySubsidies } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { differencePaid } from '../../exceptions/beyond-rosters.js'
import {
  firstMonthPaid,
  lastMonthPaid,
  severalMonthsPaid,
  standardJustChanged,
} from '../../exceptions/unusual-payment.js'
import { defineRule } from '../../rule.js'
import { amountAtStake } from '../../severity.js'
import { evidence, inProgramme } from '../../standing.js'
import { differingPayments, mayHaveOtherRows, type SubsidyPayment, subsidyPayments } from '../../subsidy-payment.js'

export default defineRule({
  id: 'P07',
  title: '补贴金额与等级标准不符',
  on: false,
  kind: '补贴',
  severity: 'medium',
  weighs: amountAtStake,
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('本县两项补贴标准文件')],
  action: '按残疾等级和当月标准核对发放金额，多发的追回，少发的补足；补发、差额发放的注明。',
  needs: [[...disabilitySubsidies]],
  consults: ['disability-certificate'],
  standards: ['subsidy.living.1-2', 'subsidy.living.3-4', 'subsidy.care'],
  exceptions: [firstMonthPaid, lastMonthPaid, severalMonthsPaid, standardJustChanged, differencePaid],
  messages: { differs: '{sums}。' },
  check(person, context) {
    if (!inProgramme(person, disabilitySubsidies)) return null
    const differing = differingPayments(person, context)
    if (differing.length === 0) {
      const payments = subsidyPayments(person, context)
      if (payments.some(({ due }) => due === null)) return { withheld: '没有残疾等级，无从对照补贴标准' }
      return payments.some(({ paidFen }) => paidFen === null) ? { withheld: '补贴名册没有金额' } : null
    }
    const isShort = ({ paidFen, due }: SubsidyPayment) => (paidFen ?? 0) < (due?.fen ?? 0)
    if (differing.some((payment) => isShort(payment) && mayHaveOtherRows(person, payment.programme)))
      return { withheld: '另有可能是本人的补贴记录，号码待核；金额可能分两行发放' }
    const over = differing.reduce((sum, { paidFen, due }) => sum + Math.abs((paidFen ?? 0) - (due?.fen ?? 0)), 0)
    return {
      message: 'differs',
      facts: { sums: differing.map(sumWords).join('；') },
      evidence: differing.map(({ record, paidFen }) => evidence(record, `发放 ${yuan(paidFen ?? 0)} 元`)),
      amountFen: over,
    }
  },
})

function sumWords({ name, level, paidFen, due }: SubsidyPayment): string {
  const grade = level === null ? '' : `（${'一二三四'[level - 1]}级）`
  const difference = (paidFen ?? 0) - (due?.fen ?? 0)
  return `${name}${grade}发放 ${yuan(paidFen ?? 0)} 元，标准 ${yuan(due?.fen ?? 0)} 元，${difference > 0 ? '多' : '少'} ${yuan(Math.abs(difference))} 元`
}
