import { disabilitySubsidies, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { certificateOf } from '../../certificate.js'
import { certificateRenewal } from '../../exceptions/beyond-rosters.js'
import {
  certificateUnderOtherNumber,
  federationLag,
  migratingCertificate,
} from '../../exceptions/certificate-change.js'
import { paidMonthly } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P06',
  title: '残疾人证失效仍领补贴',
  kind: '补贴',
  severity: 'medium',
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('残疾人证管理办法'), unread('国发〔2015〕52号')],
  action: '与残联核对证件状态，确已失效的停发；换证、迁移中的注明。',
  needs: [[...disabilitySubsidies]],
  consults: ['disability-certificate'],
  exceptions: [federationLag, migratingCertificate, certificateRenewal, certificateUnderOtherNumber],
  messages: {
    invalid: '领取{subsidies}，残疾人证状态为“{state}”。',
    missing: '领取{subsidies}，残联持证名单中没有此人。',
  },
  check(person, context) {
    const subsidies = disabilitySubsidies.filter((programme) => inProgramme(person, [programme]))
    const certificate = certificateOf(person, context.month)
    if (subsidies.length === 0 || certificate?.state === '有效') return null
    return {
      message: certificate ? 'invalid' : 'missing',
      facts: { subsidies: programmeNames(subsidies), ...(certificate ? { state: certificate.state } : {}) },
      evidence: [
        ...(certificate ? [evidence(certificate.record, `证状态 ${certificate.state}`)] : []),
        ...recordsIn(person, subsidies).map(onTheRoll),
      ],
      severity: certificate?.state === '注销' ? 'high' : 'medium',
      ...paidMonthly(person, subsidies),
      ...(certificate ? {} : { absentFrom: ['disability-certificate'] as const }),
    }
  },
})
