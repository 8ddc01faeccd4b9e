import type { Facts } from '../../../domain/issue.js'
import { disabilitySubsidies, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { type Certificate, certificateOf } from '../../certificate.js'
import { backPaymentBeforeCancellation } from '../../exceptions/back-payment.js'
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
  exceptions: [
    federationLag,
    migratingCertificate,
    certificateRenewal,
    certificateUnderOtherNumber,
    backPaymentBeforeCancellation,
  ],
  messages: {
    invalid: '领取{subsidies}，残疾人证状态为“{state}”。',
    contradicts: '领取{subsidies}，残疾人证的状态填“{state}”，又填有注销日期 {day}。',
    missing: '领取{subsidies}，残联持证名单中没有此人。',
  },
  check(person, context) {
    const subsidies = disabilitySubsidies.filter((programme) => inProgramme(person, [programme]))
    const certificate = certificateOf(person, context.month)
    if (subsidies.length === 0 || certificate?.state === '有效') return null
    // A list that keeps the day of an earlier cancellation has not said that the certificate is cancelled now.
    const contradicts = certificate?.state === '注销' && (certificate.record.status ?? '注销') !== '注销'
    return {
      message: contradicts ? 'contradicts' : certificate ? 'invalid' : 'missing',
      facts: { subsidies: programmeNames(subsidies), ...stateFacts(certificate, contradicts) },
      evidence: [
        ...(certificate ? [evidence(certificate.record, `证状态 ${stateWords(certificate, contradicts)}`)] : []),
        ...recordsIn(person, subsidies).map(onTheRoll),
      ],
      severity: certificate?.state === '注销' && !contradicts ? 'high' : 'medium',
      ...paidMonthly(person, subsidies),
      ...(certificate ? {} : { absentFrom: ['disability-certificate'] as const }),
    }
  },
})

function stateFacts(certificate: Certificate | null, contradicts: boolean): Facts {
  if (certificate === null) return {}
  const { record, state } = certificate
  return contradicts ? { state: record.status ?? '', day: record.cancelledOn ?? '' } : { state }
}

function stateWords({ record, state }: Certificate, contradicts: boolean): string {
  return contradicts ? `${record.status}，注销日期 ${record.cancelledOn}` : state
}
