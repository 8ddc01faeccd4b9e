import { defineChange } from '../change.js'
import { sameHead } from '../turns.js'

/** 户号更换: the same head, another number: the system renumbered the household. */
export default defineChange({
  id: 'household-number',
  title: '户号更换',
  turn: 'stayed',
  nature: 'identity',
  unit: 'household',
  precedence: 32,
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [past.householdNumber, now.householdNumber]
      if (before !== null && after !== null && before !== after && sameHead(past, now))
        return { before, after, note: '户主未变' }
    }
    return null
  },
})
