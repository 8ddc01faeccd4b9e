import { basicSupport, coverage, povertyRosters } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { deathRecorded } from '../../exceptions/death-recorded.js'
import { otherReasonRecorded } from '../../exceptions/departure-recorded.js'
import { numberCorrected } from '../../exceptions/number-corrected.js'
import { lossOf, pastEvidence } from '../../loss.js'
import { defineRule } from '../../rule.js'
import { inSchool, schoolingOf } from '../../schooling.js'
import { ageOf, inProgramme, pastRecordsIn } from '../../standing.js'

const children = ['orphan', 'unattended-child'] as const

export default defineRule({
  id: 'T08',
  title: '年龄节点掉保',
  on: false,
  kind: '脱保',
  severity: 'high',
  unit: 'person',
  among: 'left-a-roster',
  basis: [opinion('一(二)'), opinion('二(二)'), unread('民发〔2020〕69号')],
  action: '特困未成年人保障到 18 岁，孤儿、事实无人抚养儿童满 18 岁仍在校的继续保障：核实后恢复。',
  consults: [...coverage, ...povertyRosters, 'departure', 'death'],
  needsHistory: true,
  // A stop that the lists tell of is what is asked about, unless they give a reason that is not age.
  exceptions: [otherReasonRecorded, deathRecorded, numberCorrected],
  messages: {
    destitute: '{age} 岁，{previous} 在特困供养名册，本月不在册；特困未成年人应保障到 18 岁。',
    school: '{age} 岁，{previous} 享受儿童保障，本月不在册；扶贫数据仍在校（{school}）。',
  },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || person.past.length === 0) return null
    const loss = lossOf(person, context)
    if (loss?.asked === 'T08')
      return {
        message: 'destitute',
        facts: { age, previous: loss.past[0].month },
        fingerprint: { previous: loss.past[0].month },
        evidence: loss.past.map((record) => pastEvidence(record, basicSupport)),
        absentFrom: coverage,
      }
    const past = pastRecordsIn(person, children)
    const [first] = past
    const school = schoolingOf(person) ?? ''
    if (!first || age < 18 || inProgramme(person, coverage) || !inSchool(person)) return null
    return {
      message: 'school',
      facts: { age, previous: first.month, school },
      fingerprint: { previous: first.month, school },
      evidence: past.map((record) => pastEvidence(record, children)),
      absentFrom: coverage,
    }
  },
})
