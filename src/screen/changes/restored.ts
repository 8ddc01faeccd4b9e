import { defineChange } from '../change.js'
import { householdNote, startOf } from '../joining.js'

/** 恢复补列: new on the roster with a start before it: support taken up again, or a row that last month's roster lacked. */
export default defineChange({
  id: 'restored',
  title: '恢复补列',
  turn: 'joined',
  precedence: 4,
  restsOnRoster: true,
  test(turn) {
    const start = startOf(turn)
    return start === null ? null : { before: '', after: start, note: householdNote(turn) }
  },
})
