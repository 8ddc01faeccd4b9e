import { basicSupport, coverage } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { deathRecorded } from '../../exceptions/death-recorded.js'
import { departureRecorded } from '../../exceptions/departure-recorded.js'
import { movedToMarginal } from '../../exceptions/moved-to-marginal.js'
import { numberCorrected } from '../../exceptions/number-corrected.js'
import { supportStopped } from '../../exceptions/stop-stated.js'
import { lossOf, pastEvidence } from '../../loss.js'
import { defineRule } from '../../rule.js'
import { vulnerable } from '../../severity.js'

export default defineRule({
  id: 'T06',
  title: '户内减员无事由',
  on: false,
  kind: '脱保',
  severity: 'medium',
  weighs: vulnerable,
  unit: 'person',
  among: 'left-a-roster',
  basis: [opinion('五(三)'), unread('国务院令第649号')],
  action: '查明减员事由（死亡、婚嫁、迁出、服刑、参军、就业分户）并补报；无正当理由的恢复。',
  consults: [...coverage, 'departure', 'death', 'marginal'],
  needsHistory: true,
  exceptions: [departureRecorded, supportStopped, deathRecorded, numberCorrected, movedToMarginal],
  messages: { removed: '{previous} 在保，同户其他人本月仍在册，本人不在低保、特困和儿童保障名册，也没有减员记录。' },
  check(person, context) {
    const loss = lossOf(person, context)
    if (loss?.asked !== 'T06') return null
    return {
      message: 'removed',
      facts: { previous: loss.past[0].month },
      evidence: loss.past.map((record) => pastEvidence(record, basicSupport)),
      absentFrom: coverage,
    }
  },
})
