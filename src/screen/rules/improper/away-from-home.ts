import { awayLists, listTitle } from '../../../domain/extra-lists.js'
import { allowance, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { clergyUnderThreeYears, outsidePrison, termEnded } from '../../exceptions/away-ended.js'
import { stopRecorded } from '../../exceptions/stop-recorded.js'
import { paidMonthly } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C13',
  title: '服刑、强戒、服役、宗教教职或失踪人员仍计入低保',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('五(三)'), unread('民发〔2021〕57号')],
  action: '核实本人现状，确不共同生活的减员并重新核定保障金；已刑满、退役、解除的注明。',
  needs: [[...allowance], [...awayLists]],
  consults: ['departure'],
  exceptions: [termEnded, outsidePrison, clergyUnderThreeYears, stopRecorded],
  messages: { away: '在{rosters}名册为被保障人员，同时在{lists}，不应计入共同生活的家庭成员。' },
  check(person) {
    const rosters = allowance.filter((programme) => inProgramme(person, [programme]))
    const lists = awayLists.filter((kind) => inProgramme(person, [kind]))
    if (rosters.length === 0 || lists.length === 0) return null
    return {
      message: 'away',
      facts: { rosters: programmeNames(rosters), lists: lists.map(listTitle).join('、') },
      evidence: [
        ...recordsIn(person, lists).map((record) => evidence(record, '在名单')),
        ...recordsIn(person, rosters).map(onTheRoll),
      ],
      ...paidMonthly(person, rosters),
    }
  },
})
