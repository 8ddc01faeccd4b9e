import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords } from '../../certificate.js'
import { extendedToMental } from '../../exceptions/extended-to-mental.js'
import { multipleDisability } from '../../exceptions/multiple-disability.js'
import { recentlyGraded } from '../../exceptions/recently-graded.js'
import { monthlyAmount } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P05',
  title: '等级不符领取护理补贴',
  on: false,
  kind: '补贴',
  severity: 'high',
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('国发〔2015〕52号')],
  action: '与残联核对残疾等级，确不符合的自次月起停发；换级、扩面的注明。',
  needs: [['care-subsidy'], ['disability-certificate']],
  exceptions: [extendedToMental, recentlyGraded, multipleDisability],
  messages: { level: '领取重度残疾人护理补贴，残疾人证为{certificate}，不是一级或二级。' },
  check(person, context) {
    if (!inProgramme(person, ['care-subsidy'])) return null
    // A certificate that is not in force is P06 and asked there.
    const certificate = certificateInForce(person, context.month)
    if (!certificate) return null
    if (certificate.level === null) return { withheld: '残联名单没有残疾等级' }
    if (certificate.level <= 2) return null
    const amount = monthlyAmount(person, 'care-subsidy')
    const words = certificateWords(certificate)
    return {
      message: 'level',
      facts: { certificate: words },
      evidence: [evidence(certificate.record, words), ...recordsIn(person, ['care-subsidy']).map(onTheRoll)],
      ...(amount ? { amountFen: amount.fen } : {}),
    }
  },
})
