import type { PersonRecord } from '../../ingest/source.js'
import { defineChange } from '../change.js'
import { field } from '../standing.js'

/** 供养方式、自理能力变化 of a destitute person. */
export default defineChange({
  id: 'support-mode',
  title: '供养或自理变化',
  turn: 'stayed',
  precedence: 16,
  programmes: ['destitute'],
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [modeOf(past), modeOf(now)]
      if (before !== '' && after !== '' && before !== after) return { before, after, note: '' }
    }
    return null
  },
})

function modeOf(record: PersonRecord): string {
  return [field(record, 'supportMode'), field(record, 'selfCare')].filter(Boolean).join('·')
}
