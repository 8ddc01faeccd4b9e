import { disabilitySubsidies, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { backPaymentBeforeDestitute } from '../../exceptions/back-payment.js'
import { conversionMonth } from '../../exceptions/conversion-month.js'
import { paidMonthly } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C04',
  title: '特困人员领取残疾人两项补贴',
  kind: '错保',
  severity: 'high',
  unit: 'person',
  basis: [opinion('二(一)'), unread('国发〔2015〕52号'), unread('休宁县 民务字〔2021〕28号')],
  action: '核实特困认定月份，自次月起停发两项补贴，追回多发部分。',
  needs: [['destitute'], [...disabilitySubsidies]],
  exceptions: [conversionMonth(['destitute']), backPaymentBeforeDestitute],
  messages: { both: '在特困供养名册，本月仍领取{subsidies}；特困人员不享受残疾人两项补贴。' },
  check(person, context) {
    if (!context.setting('destitute.excludes-subsidies')) return null
    const subsidies = disabilitySubsidies.filter((programme) => inProgramme(person, [programme]))
    if (subsidies.length === 0 || !inProgramme(person, ['destitute'])) return null
    return {
      message: 'both',
      facts: { subsidies: programmeNames(subsidies) },
      evidence: recordsIn(person, ['destitute', ...subsidies]).map(onTheRoll),
      ...paidMonthly(person, subsidies),
    }
  },
})
