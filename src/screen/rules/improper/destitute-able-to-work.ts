import { povertyRosters } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { statesLabour } from '../../able-supporters.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords } from '../../certificate.js'
import { otherSevere, workAssessed } from '../../exceptions/beyond-rosters.js'
import { minorContinues } from '../../exceptions/minor-continues.js'
import { oldRules } from '../../exceptions/old-rules.js'
import { stillInSchool } from '../../exceptions/still-in-school.js'
import { unableToWork } from '../../inability.js'
import { defineRule, type Hit } from '../../rule.js'
import { ageOf, evidence, field, inProgramme, onTheRoll, recordsIn } from '../../standing.js'
import { statesWork } from '../../work-away.js'

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
  exceptions: [minorContinues, stillInSchool, oldRules, otherSevere, workAssessed],
  messages: {
    none: '{age} 岁特困人员，持证残疾人名单中没有有效残疾证，看不到无劳动能力的依据。',
    working: '{age} 岁特困人员，登记有劳动能力或外出务工（{work}）。',
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
    if (unable !== false) {
      const working = workingHit(person, age)
      return working ?? (unable ? null : { withheld: '残疾类别等级不明，或多重残疾没有各项等级' })
    }
    const words = certificateWords(certificate)
    return {
      message: 'level',
      facts: { age, certificate: words },
      evidence: [evidence(certificate.record, words), ...rolls],
      fingerprint: { certificate: words },
    }
  },
})

// Unable by certificate or perhaps so, and yet a roster has the person working or able to (domain C08; 5_01_004 of the poverty system).
function workingHit(person: Person, age: number): Hit | null {
  const rows = recordsIn(person, ['destitute', ...povertyRosters])
  const working = rows.flatMap((row) => {
    const labour = field(row, 'labour')
    const workplace = field(row, 'workplace')
    if (labour !== null && statesLabour(labour)) return [{ row, work: labour }]
    return statesWork(workplace) ? [{ row, work: '登记务工' }] : []
  })
  const [first] = working
  if (!first) return null
  return {
    message: 'working',
    facts: { age, work: first.work },
    evidence: working.map(({ row, work }) => evidence(row, work)),
    fingerprint: { work: first.work },
  }
}
