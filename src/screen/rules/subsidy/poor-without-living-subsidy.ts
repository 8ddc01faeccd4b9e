import { allowance, povertyRosters, programmeNames } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords, levelUnstated } from '../../certificate.js'
import { higherBenefit, institution, nonResident, notApplied } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { destitutePerson } from '../../exceptions/destitute-person.js'
import { lateCertificate } from '../../exceptions/late-certificate.js'
import { orphan } from '../../exceptions/orphan.js'
import { defineRule } from '../../rule.js'
import { severeDisability } from '../../severity.js'
import { evidence, inProgramme, recordsOf } from '../../standing.js'

export default defineRule({
  id: 'P03',
  title: '脱贫户、监测户残疾人未享生活补贴',
  on: false,
  kind: '补贴',
  severity: 'medium',
  weighs: [severeDisability],
  unit: 'person',
  basis: [opinion('二(一)'), unread('安徽省 2017 年困难残疾人生活补贴扩面文件')],
  action: '按本县扩面口径核实资格，通知本人或监护人申请生活补贴；不在扩面范围的注明。',
  needs: [[...povertyRosters], ['disability-certificate']],
  consults: ['living-subsidy', ...allowance, 'destitute', 'orphan'],
  exceptions: [destitutePerson, orphan, deceased, lateCertificate, higherBenefit, institution, notApplied, nonResident],
  messages: { missing: '在{rosters}名册，持有效残疾人证（{certificate}），不在生活补贴名册，疑似扩面未补。' },
  check(person, context) {
    // Who is in 低保 as well is P01 and asked there.
    if (!context.setting('living-subsidy.extends-to-poor') || inProgramme(person, ['living-subsidy', ...allowance]))
      return null
    const certificate = certificateInForce(person, context.month)
    const rosters = rostersOf(person)
    if (!certificate || rosters.length === 0) return null
    const unstated = levelUnstated(certificate)
    if (unstated !== null) return { withheld: unstated }
    if (certificate.level === null) return null
    const words = certificateWords(certificate)
    return {
      message: 'missing',
      facts: { rosters: programmeNames(rosters), certificate: words },
      evidence: [evidence(certificate.record, `${words}，证有效`)],
      absentFrom: ['living-subsidy', ...allowance],
    }
  },
})

// Households that have left the policy, and monitored ones whose risk is cleared (or not stated), are not what was extended to.
function rostersOf(person: Person): readonly (typeof povertyRosters)[number][] {
  const poor = recordsOf(person, 'registered-poor').some(
    ({ povertyState }) => povertyState !== '已脱贫不享受政策' && povertyState !== '一般农户',
  )
  const monitored = recordsOf(person, 'monitored-households').some(({ riskCleared }) => riskCleared === '未消除')
  return [...(poor ? (['registered-poor'] as const) : []), ...(monitored ? (['monitored'] as const) : [])]
}
