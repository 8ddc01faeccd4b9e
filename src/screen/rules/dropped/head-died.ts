import { basicSupport, coverage } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { deathRecorded } from '../../exceptions/death-recorded.js'
import { reasonRecorded } from '../../exceptions/departure-recorded.js'
import { movedToMarginal } from '../../exceptions/moved-to-marginal.js'
import { numberCorrected } from '../../exceptions/number-corrected.js'
import { lossOf, pastEvidence } from '../../loss.js'
import { defineRule } from '../../rule.js'
import { inProgramme } from '../../standing.js'

export default defineRule({
  id: 'T05',
  title: '户主死亡致整户停发',
  on: false,
  kind: '脱保',
  severity: 'high',
  unit: 'person',
  among: 'left-a-roster',
  basis: [opinion('五(三)'), unread('民发〔2021〕57号')],
  action: '以新户主重新登记并恢复其余成员的保障；已转入其他户或不再符合的注明。',
  consults: [...coverage, 'departure', 'death', 'marginal'],
  needsHistory: true,
  // That the roster writes 停保 beside each of them is what is asked about, and says no reason.
  exceptions: [reasonRecorded, deathRecorded, numberCorrected, movedToMarginal],
  messages: {
    one: '{previous} 与户主同户在保，户主已死亡，本人本月不在低保、特困和儿童保障名册，除户主死亡外没有写明原因的停保记录。',
    whole: '{previous} 在保的户，户主已死亡，其余 {count} 人本月均不在册，除户主死亡外没有写明原因的停保记录。',
  },
  wholeHousehold: { message: 'whole', stays: (person) => inProgramme(person, coverage) },
  check(person, context) {
    const loss = lossOf(person, context)
    if (loss?.asked !== 'T05') return null
    return {
      message: 'one',
      facts: { previous: loss.past[0].month },
      evidence: loss.past.map((record) => pastEvidence(record, basicSupport)),
      absentFrom: coverage,
    }
  },
})
