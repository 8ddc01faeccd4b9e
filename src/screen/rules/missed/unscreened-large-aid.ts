import { compareText } from '../../../domain/compare-text.js'
import { yuan } from '../../../domain/money.js'
import { povertyRosters } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { type Aid, aidsUntil, aidsWithin } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { screenedOut } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { onUrbanAllowance } from '../../exceptions/on-urban-allowance.js'
import { type Context, defineRule } from '../../rule.js'
import { screenFirst, screenFirstWords } from '../../screen-first.js'
import { evidence, inProgramme, peopleAround } from '../../standing.js'

/**
 * The third part of domain L12's condition, by person: a ledger has a row for every payment and is sent again with more of them, so that a question
 * about a row would be asked anew each month. Next free id of its group.
 */
export default defineRule({
  id: 'L16',
  title: '大额临时救助对象未进扶贫或监测名册',
  on: false,
  kind: '漏保',
  severity: 'low',
  unit: 'person',
  basis: [opinion('一(一)'), unread('甘肃省民政厅《全省兜底保障冲刺清零筛查工作指导手册》（2019）')],
  action: '汇总交乡村振兴部门筛查是否识别为监测对象；已筛查不符合的注明。',
  needs: [['temporary-aid']],
  consults: [...povertyRosters],
  exceptions: [deceased, movedAway, onUrbanAllowance, screenedOut],
  messages: {
    own: '{day} 获临时救助 {amount} 元，本人和同户人员均不在脱贫户和监测对象名册，请筛查是否识别为监测对象。{first}',
    family: '同户人员 {day} 获临时救助 {amount} 元，全户均不在脱贫户和监测对象名册，请筛查是否识别为监测对象。{first}',
  },
  check(person, context) {
    if (!inProgramme(person, ['temporary-aid'])) return null
    const family = peopleAround(person)
    if (family.some((one) => inProgramme(one, povertyRosters))) return null
    // 低保 and 特困 households are asked about as such.
    if (context.runs('L12') && family.some((one) => inProgramme(one, ['rural-allowance', 'destitute']))) return null
    const large = largeAids(family, context)
    const [latest] = large
    if (!latest || standsForFamily(family, context) !== person) return null
    const first = screenFirst(family, context)
    return {
      message: latest.member === person ? 'own' : 'family',
      facts: { day: latest.day, amount: yuan(latest.aid.aidFen ?? 0), first: screenFirstWords(first) },
      evidence: [evidence(latest.aid, `${latest.day} 审批 ${yuan(latest.aid.aidFen ?? 0)} 元`)],
      members: family,
      fingerprint: {},
      absentFrom: povertyRosters,
    }
  },
})

interface LargeAid {
  readonly member: Person
  readonly aid: Aid
  readonly day: string
}

// The large payments of the last months to the family, the latest first.
function largeAids(family: readonly Person[], context: Context): readonly LargeAid[] {
  const months = context.setting('aid.large-months')
  return largeOf(family, context, (member) => aidsWithin(member, context.month, months)).sort(
    (a, b) => compareText(b.day, a.day) || compareText(a.member.key, b.member.key) || a.aid.index - b.aid.index,
  )
}

// One question a household: to whoever of it was paid first, however long ago. That stays the same when somebody is paid again and when a payment
// grows old. Who has died or moved away answers for nobody while another can.
function standsForFamily(family: readonly Person[], context: Context): Person | undefined {
  const paid = largeOf(family, context, (member) => aidsUntil(member, context.month)).sort(
    (a, b) => compareText(a.day, b.day) || compareText(a.member.key, b.member.key),
  )
  return (paid.find(({ member }) => !isGone(member, context)) ?? paid[0])?.member
}

function isGone(member: Person, context: Context): boolean {
  return [deceased, movedAway].some((exception) => exception.test(member, context).state === 'applies')
}

function largeOf(family: readonly Person[], context: Context, aidsOf: (member: Person) => readonly Aid[]): LargeAid[] {
  const least = Math.round(context.setting('aid.large-amount') * 100)
  return family
    .flatMap((member) => aidsOf(member).map((aid) => ({ member, aid, day: aid.approvedOn ?? '' })))
    .filter(({ aid }) => aid.aidFen !== null && aid.aidFen >= least)
}
