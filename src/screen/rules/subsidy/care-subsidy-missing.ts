import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords, levelUnstated } from '../../certificate.js'
import {
  higherBenefit,
  injuryCare,
  institution,
  noLongCare,
  nonResident,
  notApplied,
} from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { destitutePerson } from '../../exceptions/destitute-person.js'
import { imprisoned } from '../../exceptions/imprisoned.js'
import { lateCertificate } from '../../exceptions/late-certificate.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme } from '../../standing.js'

export default defineRule({
  id: 'P02',
  title: '重度残疾人护理补贴应补未补',
  kind: '补贴',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('二(一)'), unread('国发〔2015〕52号'), unread('民发〔2021〕70号')],
  action: '通知本人或监护人申请护理补贴；已享受同类护理补贴或放弃的注明。',
  needs: [['disability-certificate']],
  consults: ['care-subsidy', 'destitute'],
  exceptions: [
    destitutePerson,
    deceased,
    lateCertificate,
    injuryCare,
    higherBenefit,
    imprisoned,
    institution,
    notApplied,
    noLongCare,
    nonResident,
  ],
  messages: { missing: '持有效残疾人证（{certificate}），不在护理补贴名册，疑似应补未补。' },
  check(person, context) {
    if (inProgramme(person, ['care-subsidy'])) return null
    const certificate = certificateInForce(person, context.month)
    if (!certificate) return null
    const unstated = levelUnstated(certificate)
    if (unstated !== null) return { withheld: unstated }
    if (certificate.level === null || certificate.level > 2) return null
    const words = certificateWords(certificate)
    return {
      message: 'missing',
      facts: { certificate: words },
      evidence: [evidence(certificate.record, `${words}，证有效`)],
      absentFrom: ['care-subsidy'],
    }
  },
})
