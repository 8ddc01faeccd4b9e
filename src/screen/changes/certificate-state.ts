import type { PersonRecord } from '../../ingest/source.js'
import { defineChange } from '../change.js'
import { field } from '../standing.js'

/** 证状态变化: 有效, 注销, 冻结, 过期 and the like. */
export default defineChange({
  id: 'certificate-state',
  title: '证状态变化',
  turn: 'stayed',
  precedence: 21,
  programmes: ['disability-certificate'],
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [stateOf(past), stateOf(now)]
      if (before !== after) return { before, after, note: '' }
    }
    return null
  },
})

// A list of holders that gives no state lists those in force.
function stateOf(record: PersonRecord): string {
  return field(record, 'status') ?? '有效'
}
