import { meansLists } from '../../../domain/extra-lists.js'
import { allowance, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { meansExplained } from '../../exceptions/means-explained.js'
import { stopRecorded } from '../../exceptions/stop-recorded.js'
import { meansOf } from '../../means.js'
import { paidMonthly } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C12',
  title: '低保成员有财产、职务预警',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('五(三)'), unread('国务院令第649号'), unread('民发〔2021〕57号')],
  action: '核实财产、职务和收入的真实归属与用途，超标的按程序退出；代步车、农用车、已报废、挂名等注明。',
  needs: [[...allowance], [...meansLists]],
  consults: ['departure'],
  exceptions: [...meansExplained, stopRecorded],
  messages: { means: '在{rosters}名册，核对名单显示：{means}。' },
  check(person, context) {
    const rosters = allowance.filter((programme) => inProgramme(person, [programme]))
    if (rosters.length === 0) return null
    const means = meansOf(person, context)
    const certain = means.filter(({ known }) => known)
    if (certain.length === 0) return means[0] ? { withheld: means[0].words } : null
    const isGrave = certain.length > 1 || certain.some(({ list }) => list === 'public-salary')
    return {
      message: 'means',
      facts: { rosters: programmeNames(rosters), means: certain.map(({ words }) => words).join('；') },
      evidence: [
        ...certain.flatMap(({ records, words }) => records.map((record) => evidence(record, words))),
        ...recordsIn(person, rosters).map(onTheRoll),
      ],
      severity: isGrave ? 'high' : 'medium',
      ...paidMonthly(person, rosters),
    }
  },
})
