import { addMonths, monthOf } from '../../../domain/month.js'
import { disabilitySubsidies } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { higherBenefit } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { defineRule } from '../../rule.js'
import { ageOf, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P10',
  title: '两项补贴择高、转换提示',
  on: false,
  kind: '补贴',
  severity: 'note',
  unit: 'person',
  basis: [opinion('二(一)'), unread('国发〔2015〕52号')],
  action: '告知本人或监护人可择高享受的待遇，按选择办理转换；普惠的高龄津贴一般不排斥（待核）。',
  needs: [[...disabilitySubsidies]],
  consults: ['orphan'],
  exceptions: [deceased, higherBenefit],
  messages: {
    sixty: '本月年满 60 周岁，领取护理补贴，与老年人护理类补贴可择高享受，请告知。',
    child: '{age} 岁，同时领取孤儿基本生活费和困难残疾人生活补贴，孤儿可享护理补贴、不重复享受生活补贴。',
  },
  check(person, { month }) {
    if (inProgramme(person, ['care-subsidy']) && turnsSixty(person.birthDate, month))
      return { message: 'sixty', facts: {}, evidence: recordsIn(person, ['care-subsidy']).map(onTheRoll) }
    const age = ageOf(person, month)
    if (age === null || age >= 18 || !inProgramme(person, ['living-subsidy']) || !inProgramme(person, ['orphan']))
      return null
    return {
      message: 'child',
      facts: { age },
      evidence: recordsIn(person, ['living-subsidy', 'orphan']).map(onTheRoll),
      fingerprint: {},
    }
  },
})

function turnsSixty(birthDate: string | null, month: string): boolean {
  return birthDate !== null && addMonths(monthOf(birthDate), 60 * 12) === month
}
