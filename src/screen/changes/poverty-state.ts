import type { PersonRecord } from '../../ingest/source.js'
import { defineChange } from '../change.js'
import { field } from '../standing.js'

/** 类别变化: kind of monitored household, whether its risk is cleared, 脱贫属性. */
export default defineChange({
  id: 'poverty-state',
  title: '监测脱贫类别变化',
  turn: 'stayed',
  unit: 'household',
  precedence: 15,
  programmes: ['registered-poor', 'monitored'],
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [stateOf(past, now), stateOf(now, past)]
      if (before !== '' && after !== '' && before !== after) return { before, after, note: '' }
    }
    return null
  },
})

function stateOf(record: PersonRecord, other: PersonRecord): string {
  const cleared = field(record, 'riskCleared')
  const parts = [field(record, 'monitoredKind'), cleared && `风险${cleared}`, povertyStateOf(record, other)]
  return parts.filter(Boolean).join('，')
}

// A list that says 已脱贫 alone says nothing else than one that adds whether the policies are still enjoyed.
function povertyStateOf(record: PersonRecord, other: PersonRecord): string | null {
  const [own, others] = [field(record, 'povertyState'), field(other, 'povertyState')]
  return others === '已脱贫' && own?.startsWith(others) ? others : own
}
