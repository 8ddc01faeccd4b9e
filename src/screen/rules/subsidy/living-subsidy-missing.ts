import { allowance } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords, levelUnstated } from '../../certificate.js'
import { higherBenefit, institution, nonResident, notApplied } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { destitutePerson } from '../../exceptions/destitute-person.js'
import { lateCertificate } from '../../exceptions/late-certificate.js'
import { orphan } from '../../exceptions/orphan.js'
import { defineRule } from '../../rule.js'
import { severeDisability } from '../../severity.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P01',
  title: '困难残疾人生活补贴应补未补',
  kind: '补贴',
  severity: 'medium',
  weighs: [severeDisability],
  unit: 'person',
  basis: [opinion('二(一)'), unread('国发〔2015〕52号'), unread('民发〔2021〕70号')],
  action: '通知本人或监护人申请生活补贴；已享受同类补贴或放弃的注明。',
  needs: [[...allowance], ['disability-certificate']],
  consults: ['living-subsidy', 'destitute', 'orphan'],
  exceptions: [destitutePerson, orphan, deceased, lateCertificate, higherBenefit, institution, notApplied, nonResident],
  messages: { missing: '低保对象，持有效残疾人证（{certificate}），不在生活补贴名册，疑似应补未补。' },
  check(person, context) {
    if (!inProgramme(person, allowance) || inProgramme(person, ['living-subsidy'])) return null
    const certificate = certificateInForce(person, context.month)
    if (!certificate) return null
    const unstated = levelUnstated(certificate)
    if (unstated !== null) return { withheld: unstated }
    if (certificate.level === null) return null
    const words = certificateWords(certificate)
    return {
      message: 'missing',
      facts: { certificate: words },
      evidence: [evidence(certificate.record, `${words}，证有效`), ...recordsIn(person, allowance).map(onTheRoll)],
      absentFrom: ['living-subsidy'],
    }
  },
})
