import { allowance } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { allowanceHouseholdMember } from '../../exceptions/allowance-household-member.js'
import { backPaymentBeforeStop } from '../../exceptions/back-payment.js'
import { extendedToPoor } from '../../exceptions/extended-to-poor.js'
import { leftAllowanceRecently } from '../../exceptions/left-allowance-recently.js'
import { monthlyAmount } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P04',
  title: '不符合条件领取生活补贴',
  kind: '补贴',
  severity: 'high',
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('国发〔2015〕52号')],
  action: '核实低保或扩面资格，不符合的自次月起停发。',
  needs: [['living-subsidy']],
  consults: [...allowance, 'destitute', 'registered-poor', 'monitored', 'marginal', 'departure'],
  exceptions: [leftAllowanceRecently, backPaymentBeforeStop, extendedToPoor, allowanceHouseholdMember],
  messages: { unentitled: '领取困难残疾人生活补贴，但不在低保名册{extension}。' },
  check(person, context) {
    // 特困 with a subsidy is C04 and asked there.
    if (!inProgramme(person, ['living-subsidy']) || inProgramme(person, [...allowance, 'destitute'])) return null
    const extended = context.setting('living-subsidy.extends-to-poor')
    const amount = monthlyAmount(person, 'living-subsidy')
    return {
      message: 'unentitled',
      facts: { extension: extended ? '，也不是脱贫户、监测对象或低保边缘家庭成员' : '' },
      evidence: recordsIn(person, ['living-subsidy']).map(onTheRoll),
      ...(amount ? { amountFen: amount.fen } : {}),
      fingerprint: {},
      absentFrom: [...allowance, 'destitute'],
    }
  },
})
