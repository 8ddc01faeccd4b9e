import { allowance, type Programme, povertyRosters } from '../../../domain/programme.js'
import { uncaringLists } from '../../away-rows.js'
import { opinion, unread } from '../../basis.js'
import { otherParentCares } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { defineRule } from '../../rule.js'
import { ageOf, evidence, recordsIn } from '../../standing.js'
import { lastingReasons, whyUnable } from '../../unable-parent.js'
import { likelyWords, parentsIn } from '../../work-away.js'

const homes: readonly Programme[] = [...povertyRosters, ...allowance]
const protection = ['orphan', 'unattended-child'] as const

/** Not in domain.md's catalogue: 实施意见 一(四) and 二(二) ask for every unattended child to be found and protected. Next free id of its group. */
export default defineRule({
  id: 'L15',
  title: '父母无抚养能力的儿童未纳入儿童保障',
  on: false,
  kind: '漏保',
  severity: 'high',
  unit: 'person',
  basis: [opinion('一(四)'), opinion('二(二)'), unread('民发〔2019〕62号')],
  action: '入户核实父母情况和实际监护人，符合条件的认定为孤儿或事实无人抚养儿童，急难的先行救助。',
  needs: [[...homes]],
  consults: [...protection, 'death', 'departure', 'disability-certificate', 'destitute'],
  lists: uncaringLists,
  exceptions: [deceased, movedAway, otherParentCares],
  messages: {
    both: '{age} 岁，父母{how}一方{first}，另一方{second}，不在孤儿和事实无人抚养儿童名册。',
    one: '{age} 岁，户内只登记父母{how}一方且{first}，不在孤儿和事实无人抚养儿童名册。',
  },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || age >= 18) return null
    const { parents, stated } = parentsIn(person, homes)
    const how = stated ? '' : likelyWords
    const reasons = parents.map((parent) => whyUnable(parent, context))
    const [first, second] = reasons
    if (!first || reasons.includes(null)) return null
    return {
      message: second ? 'both' : 'one',
      facts: second ? { age, how, first, second } : { age, how, first },
      evidence: parents.flatMap((parent, position) =>
        recordsIn(parent, homes).map((record) => evidence(record, `父或母${how}${reasons[position]}`)),
      ),
      severity: second ? (stated ? 'high' : 'medium') : 'low',
      fingerprint: { reasons: lastingReasons(reasons.join('|')) },
      absentFrom: protection,
    }
  },
})
