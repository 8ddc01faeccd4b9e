import {
  allowance,
  basicSupport,
  coverage,
  povertyRosters,
  programmeNames,
  programmes,
} from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { deathRecorded } from '../../exceptions/death-recorded.js'
import { departureRecorded } from '../../exceptions/departure-recorded.js'
import { movedToMarginal } from '../../exceptions/moved-to-marginal.js'
import { numberCorrected } from '../../exceptions/number-corrected.js'
import { supportStopped } from '../../exceptions/stop-stated.js'
import { lossOf, pastEvidence } from '../../loss.js'
import { defineRule } from '../../rule.js'
import { inProgramme } from '../../standing.js'

export default defineRule({
  id: 'T01',
  title: '上月在册、本月不在册且无停保记录',
  kind: '脱保',
  severity: 'medium',
  unit: 'person',
  among: 'left-a-roster',
  basis: [opinion('五(三)'), unread('国务院令第649号')],
  action: '查明停保原因并补报停保或减员记录；无正当理由的恢复保障。',
  consults: [...coverage, 'departure', 'death', 'marginal'],
  needsHistory: true,
  exceptions: [departureRecorded, supportStopped, deathRecorded, numberCorrected, movedToMarginal],
  messages: {
    one: '{previous} 在{programme}名册，本月不在低保、特困、孤儿和事实无人抚养儿童名册，也没有本人的停保、减员或死亡记录。{poor}',
    whole:
      '{previous} 在{programme}名册的全户（涉及 {count} 人）本月均不在册，也没有各人的停保、减员或死亡记录。{poor}',
  },
  wholeHousehold: { message: 'whole', stays: (person) => inProgramme(person, coverage) },
  check(person, context) {
    const loss = lossOf(person, context)
    // A loss that a running rule explains more closely is asked there.
    if (!loss || (loss.asked !== 'T01' && context.runs(loss.asked))) return null
    const { past } = loss
    const [first] = past
    const poor = povertyRosters.filter((roster) => inProgramme(person, [roster]))
    const programme =
      first.programmes.find((each) => (basicSupport as readonly string[]).includes(each)) ?? allowance[0]
    return {
      message: 'one',
      facts: {
        previous: first.month,
        programme: programmes[programme],
        poor: poor.length === 0 ? '' : `该户为${programmeNames(poor)}。`,
      },
      evidence: past.map((record) => pastEvidence(record, basicSupport)),
      severity: poor.length > 0 ? 'high' : 'medium',
      fingerprint: { previous: first.month, programme },
      absentFrom: coverage,
    }
  },
})
