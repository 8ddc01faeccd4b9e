import { povertyRosters } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords } from '../../certificate.js'
import { otherSevere, workAssessed } from '../../exceptions/beyond-rosters.js'
import { minorContinues } from '../../exceptions/minor-continues.js'
import { stillInSchool } from '../../exceptions/still-in-school.js'
import { unableToWork } from '../../inability.js'
import { defineRule } from '../../rule.js'
import { ageOf, evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C08',
  title: '特困人员无劳动能力条件存疑',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('一(二)'), unread('民发〔2021〕43号')],
  action: '核对残疾等级、劳动能力鉴定和认定材料，条件不符的重新认定。',
  needs: [['destitute']],
  consults: ['disability-certificate', ...povertyRosters],
  exceptions: [minorContinues, stillInSchool, otherSevere, workAssessed],
  messages: {
    none: '{age} 岁特困人员，持证残疾人名单中没有有效残疾证，看不到无劳动能力的依据。',
    level: '{age} 岁特困人员，残疾人证为{certificate}，不在无劳动能力的残疾类别等级内。',
  },
  check(person, { month }) {
    const age = ageOf(person, month)
    if (!inProgramme(person, ['destitute']) || age === null || age < 16 || age >= 60) return null
    const certificate = certificateInForce(person, month)
    const rolls = recordsIn(person, ['destitute']).map(onTheRoll)
    if (!certificate)
      return {
        message: 'none',
        facts: { age },
        evidence: rolls,
        fingerprint: {},
        // A certificate out of force is known and no absence.
        ...(inProgramme(person, ['disability-certificate']) ? {} : { absentFrom: ['disability-certificate'] as const }),
      }
    const unable = unableToWork(certificate)
    if (unable === null) return { withheld: '残疾类别等级不明，或多重残疾没有各项等级' }
    if (unable) return null
    const words = certificateWords(certificate)
    return {
      message: 'level',
      facts: { age, certificate: words },
      evidence: [evidence(certificate.record, words), ...rolls],
      fingerprint: { certificate: words },
    }
  },
})
