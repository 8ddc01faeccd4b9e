import type { Person } from '../../../match/person.js'
import { uncaringLists } from '../../away-rows.js'
import { opinion, unread } from '../../basis.js'
import { type RegisterRow, registered, registeredAge, registration } from '../../register.js'
import { type Context, defineRule } from '../../rule.js'
import { mayStandIn } from '../../standing.js'
import { lastingReasons, whyUnable } from '../../unable-parent.js'

const protection = ['orphan', 'unattended-child'] as const

export default defineRule({
  id: 'S06',
  title: '留守儿童监护缺失，须强制报告',
  on: false,
  kind: '留守',
  severity: 'high',
  unit: 'person',
  basis: [opinion('二(二)'), unread('民发〔2019〕62号')],
  action: '立即入户核实监护情况，按强制报告要求上报并通知公安、妇联，符合条件的认定为事实无人抚养儿童。',
  needs: [['left-behind-child']],
  consults: [...protection, 'disability-certificate', 'destitute', 'death', 'departure'],
  lists: uncaringLists,
  messages: { unguarded: '登记为留守儿童，监护人{why}，不在孤儿和事实无人抚养儿童名册。' },
  check(person, context) {
    const row = registration(person, 'left-behind-child')
    if (!row) return null
    // Registers are copied from year to year: who has come of age since is no child to be reported (62号), and S05 asks that the row be struck off.
    const age = registeredAge(person, row, context.month)
    if (age !== null && age >= 18) return null
    if ([person, ...context.named(person.name, person.place.township)].some(isProtected)) return null
    const why = row.guardianMissing ? '失联' : guardianUnable(row, person, context)
    if (why === null) return null
    return {
      message: 'unguarded',
      facts: { why },
      fingerprint: { why: lastingReasons(why) },
      evidence: [registered(row)],
    }
  },
})

// A namesake in the township who is protected may be the child: the register has no number to tell.
function isProtected(child: Person): boolean {
  return protection.some((programme) => mayStandIn(child, [programme]) !== 'absent')
}

// By the guardian's number where the register has it; else by name, when the village has one person of that name.
function guardianUnable(row: RegisterRow, { place }: Person, context: Context): string | null {
  const namesakes = context.named(row.guardian, place.township)
  const number = row.guardianIdNumber?.value ?? null
  if (number !== null) {
    const guardian = namesakes.find(({ idNumber }) => idNumber === number)
    return guardian ? whyUnable(guardian, context) : null
  }
  const [guardian, other] = namesakes.filter(
    (each) => each.idNumber !== null && place.village !== null && each.place.village === place.village,
  )
  const why = guardian && !other ? whyUnable(guardian, context) : null
  return why === null ? null : `${why}（按同村同名查得，先核是否本人）`
}
