import { allowance, povertyRosters } from '../../../domain/programme.js'
import { ableSupportersOf } from '../../able-supporters.js'
import { opinion, unread } from '../../basis.js'
import { adoptedOrStep } from '../../exceptions/beyond-rosters.js'
import { supporterUnable } from '../../exceptions/supporter-unable.js'
import { defineRule } from '../../rule.js'
import { inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C09',
  title: '特困人员有明显法定义务人',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('一(二)'), unread('民发〔2021〕43号')],
  action: '核实义务人关系和履行能力，确有能力的重新认定特困资格。',
  needs: [['destitute'], [...allowance, ...povertyRosters]],
  consults: ['disability-certificate', 'departure', 'death'],
  exceptions: [supporterUnable, adoptedOrStep],
  messages: { supported: '特困人员，同户有 {count} 名 18—59 岁、登记健康或有劳动能力的配偶、父母或子女。' },
  check(person, { month }) {
    if (!inProgramme(person, ['destitute'])) return null
    const count = ableSupportersOf(person, month).length
    if (count === 0) return null
    return {
      message: 'supported',
      facts: { count },
      evidence: recordsIn(person, ['destitute', ...allowance, ...povertyRosters]).map(onTheRoll),
    }
  },
})
