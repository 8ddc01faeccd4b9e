import { defineChange } from '../change.js'
import { householdNote, startOf } from '../joining.js'

/** 新增: the roster itself says that support began since last month. */
export default defineChange({
  id: 'enrolled',
  title: '新增',
  turn: 'joined',
  precedence: 3,
  test(turn, context) {
    const start = startOf(turn)
    if (start === null || start <= (context.previousMonth ?? context.month)) return null
    return { before: '', after: start, note: householdNote(turn) }
  },
})
