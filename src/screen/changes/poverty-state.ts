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
      const [before, after] = [stateOf(past), stateOf(now)]
      if (before !== '' && after !== '' && before !== after) return { before, after, note: '' }
    }
    return null
  },
})

function stateOf(record: PersonRecord): string {
  const cleared = field(record, 'riskCleared')
  const parts = [field(record, 'monitoredKind'), cleared && `风险${cleared}`, field(record, 'povertyState')]
  return parts.filter(Boolean).join('，')
}
