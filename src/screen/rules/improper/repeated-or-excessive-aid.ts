import { yuan } from '../../../domain/money.js'
import type { Person } from '../../../match/person.js'
import { type Aid, aidsOf, aidsWithinYear, repeatedPair } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { aidInParts } from '../../exceptions/aid-in-parts.js'
import { notLivingTogether } from '../../exceptions/beyond-rosters.js'
import { type Context, defineRule, type Hit } from '../../rule.js'
import { amountAtStake } from '../../severity.js'
import { evidence, inProgramme, peopleAround } from '../../standing.js'

export default defineRule({
  id: 'C15',
  title: '临时救助重复、拆分或超上限',
  on: false,
  kind: '错保',
  severity: 'medium',
  weighs: amountAtStake,
  unit: 'person',
  basis: [opinion('一(三)'), unread('国务院令第649号')],
  action: '核对审批档案：同一事由重复的追回，超乡镇审批权限的补报县级审批。',
  needs: [['temporary-aid']],
  standards: ['small-aid.limit'],
  exceptions: [aidInParts, notLivingTogether],
  messages: {
    repeated: '{first} 与 {second} 两笔临时救助，事由相同（{cause}），相隔不超过 30 天。',
    yearly: '近 12 个月临时救助 {count} 笔共 {sum} 元，超过年度累计上限 {limit} 元。',
    split: '{day} 同户另有 {count} 人获临时救助，共 {sum} 元，疑似一户拆分多笔。',
    over: '{day} 小额临时救助 {sum} 元，超过乡镇审批上限 {limit} 元。',
  },
  check(person, context) {
    if (!inProgramme(person, ['temporary-aid'])) return null
    const aids = aidsWithinYear(person, context.month)
    const pair = repeatedPair(aids)
    if (pair) {
      const [first, second] = pair
      return {
        message: 'repeated',
        facts: { first: first.approvedOn ?? '', second: second.approvedOn ?? '', cause: second.cause ?? '' },
        evidence: pair.map((aid) => evidence(aid, `${aid.approvedOn} 审批，${aid.cause}`)),
        ...(second.aidFen === null ? {} : { amountFen: second.aidFen }),
      }
    }
    const limitFen = Math.round(context.standard('small-aid.limit').value * 100)
    const over = aids.find(({ aidKind, aidFen }) => /小额|乡镇/.test(aidKind ?? '') && (aidFen ?? 0) > limitFen)
    if (!over) return yearlyHit(aids, context) ?? splitHit(person, aids)
    return {
      message: 'over',
      facts: { day: over.approvedOn ?? '', sum: yuan(over.aidFen ?? 0), limit: yuan(limitFen) },
      evidence: [evidence(over, `${over.approvedOn} 审批，${over.aidKind}`)],
      amountFen: (over.aidFen ?? 0) - limitFen,
    }
  },
})

// A county that set no yearly limit has no such row, and nothing to exceed.
function yearlyHit(aids: readonly Aid[], context: Context): Hit | null {
  const standard = context.standardIfAny('temporary-aid.yearly-limit')
  if (standard === null) return null
  const limitFen = Math.round(standard.value * 100)
  const sumFen = aids.reduce((sum, { aidFen }) => sum + (aidFen ?? 0), 0)
  if (sumFen <= limitFen) return null
  return {
    message: 'yearly',
    facts: { count: aids.length, sum: yuan(sumFen), limit: yuan(limitFen) },
    evidence: aids.map((aid) => evidence(aid, `${aid.approvedOn} 审批`)),
    amountFen: sumFen - limitFen,
  }
}

// One household's payments of one day (实施意见 一(三)); the member with the first key stands for all, so that they are asked about once.
function splitHit(person: Person, aids: readonly Aid[]): Hit | null {
  const family = peopleAround(person).filter((member) => member !== person)
  for (const aid of aids) {
    const others = family.flatMap((member) =>
      aidsOf(member)
        .filter(({ approvedOn }) => approvedOn === aid.approvedOn)
        .map((record) => ({ member, record })),
    )
    if (others.length === 0 || others.some(({ member }) => member.key < person.key)) continue
    const all = [aid, ...others.map(({ record }) => record)]
    const sumFen = all.reduce((sum, { aidFen }) => sum + (aidFen ?? 0), 0)
    return {
      message: 'split',
      facts: { day: aid.approvedOn ?? '', count: new Set(others.map(({ member }) => member)).size, sum: yuan(sumFen) },
      evidence: all.map((record) => evidence(record, `${record.approvedOn} 审批`)),
      amountFen: sumFen - (aid.aidFen ?? 0),
    }
  }
  return null
}
