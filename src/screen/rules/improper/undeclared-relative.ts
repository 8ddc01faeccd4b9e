import { listTitle } from '../../../domain/extra-lists.js'
import { allowance, programmes } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

const related = ['staff', 'staff-relatives'] as const

export default defineRule({
  id: 'C14',
  title: '经办人员、村干部近亲属享受低保未备案',
  on: false,
  kind: '错保',
  severity: 'note',
  unit: 'household',
  audience: 'county',
  systems: [...allowance],
  basis: [opinion('五(三)'), unread('民发〔2021〕57号')],
  action: '由县局专人核对备案台账，未备案的补备案并单独复核；不下发乡镇。',
  needs: [[...allowance], [...related]],
  consults: ['declared-relatives'],
  messages: { undeclared: '{roster}户中有 {count} 人在{lists}，该户没有近亲属备案。' },
  check(household) {
    const { members, system, records } = household
    const named = members.filter((member) => inProgramme(member, related))
    if (named.length === 0 || !members.some((member) => inProgramme(member, [system]))) return null
    const lists = related.filter((kind) => named.some((member) => inProgramme(member, [kind])))
    return {
      message: 'undeclared',
      facts: { roster: programmes[system], count: named.length, lists: lists.map(listTitle).join('、') },
      evidence: [
        ...named.flatMap((member) => recordsIn(member, related)).map((record) => evidence(record, '在名单')),
        ...records.slice(0, 1).map(onTheRoll),
      ],
      absentFrom: ['declared-relatives'],
    }
  },
})
