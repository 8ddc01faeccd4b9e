import { yuan } from '../../../domain/money.js'
import { addMonths, monthOf } from '../../../domain/month.js'
import type { RecordOf } from '../../../ingest/sources/all.js'
import { opinion, unread } from '../../basis.js'
import { aidInParts } from '../../exceptions/aid-in-parts.js'
import { defineRule } from '../../rule.js'
import { amountAtStake } from '../../severity.js'
import { evidence, inProgramme, recordsOf } from '../../standing.js'

type Aid = RecordOf<'temporary-aid'>

export default defineRule({
  id: 'C15',
  title: '临时救助重复或超小额上限',
  on: false,
  kind: '错保',
  severity: 'medium',
  weighs: amountAtStake,
  unit: 'person',
  basis: [opinion('一(三)'), unread('国务院令第649号')],
  action: '核对审批档案：同一事由重复的追回，超乡镇审批权限的补报县级审批。',
  needs: [['temporary-aid']],
  standards: ['small-aid.limit'],
  exceptions: [aidInParts],
  messages: {
    repeated: '{first} 与 {second} 两笔临时救助，事由相同（{cause}），相隔不到 30 天。',
    over: '{day} 小额临时救助 {sum} 元，超过乡镇审批上限 {limit} 元。',
  },
  check(person, context) {
    if (!inProgramme(person, ['temporary-aid'])) return null
    // The list goes on over years; what was paid more than a year ago has been asked.
    const since = addMonths(context.month, -11)
    const aids = recordsOf(person, 'temporary-aid')
      .filter(({ approvedOn }) => approvedOn !== null && monthOf(approvedOn) >= since)
      .sort((a, b) => ((a.approvedOn ?? '') < (b.approvedOn ?? '') ? -1 : 1))
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
    if (!over) return null
    return {
      message: 'over',
      facts: { day: over.approvedOn ?? '', sum: yuan(over.aidFen ?? 0), limit: yuan(limitFen) },
      evidence: [evidence(over, `${over.approvedOn} 审批，${over.aidKind}`)],
      amountFen: (over.aidFen ?? 0) - limitFen,
    }
  },
})

// Without a cause nobody can say that two payments are for one event.
function repeatedPair(aids: readonly Aid[]): readonly [Aid, Aid] | null {
  for (const [position, first] of aids.entries()) {
    const second = aids
      .slice(position + 1)
      .find((aid) => first.cause !== null && aid.cause === first.cause && daysBetween(first, aid) < 30)
    if (second) return [first, second]
  }
  return null
}

function daysBetween(a: Aid, b: Aid): number {
  return Math.round((Date.parse(b.approvedOn ?? '') - Date.parse(a.approvedOn ?? '')) / 86_400_000)
}
