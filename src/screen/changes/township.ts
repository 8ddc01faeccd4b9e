import { defineChange } from '../change.js'
import { townshipIn } from '../turns.js'

/** 跨乡镇: the same programme in another township of the county. */
export default defineChange({
  id: 'township',
  title: '跨乡镇',
  turn: 'stayed',
  precedence: 14,
  test({ before, now }) {
    const [from, to] = [townshipIn(before), townshipIn(now)]
    return from === null || to === null || from === to ? null : { before: from, after: to, note: '' }
  },
})
