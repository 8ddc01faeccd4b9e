import { yuan } from '../../domain/money.js'
import { allowance } from '../../domain/programme.js'
import { defineChange } from '../change.js'
import { field } from '../standing.js'

/** 分类施保金变化: what the household gets on top for its severely disabled, ill, minor or old members. */
export default defineChange({
  id: 'categorical-amount',
  title: '分类施保金变化',
  turn: 'stayed',
  unit: 'household',
  precedence: 11,
  programmes: allowance,
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [field(past, 'categoricalFen'), field(now, 'categoricalFen')]
      // A month without the column says nothing; a blank beside a filled month is nothing paid.
      if (before === null && after === null) continue
      if ((before ?? 0) === (after ?? 0)) return null
      return { before: yuan(before ?? 0), after: yuan(after ?? 0), note: '' }
    }
    return null
  },
})
