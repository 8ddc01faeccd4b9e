import { defineChange } from '../change.js'
import { townshipIn } from '../turns.js'

/** 归属改写: only one of the two months' places is in towns.csv: an alias was added or a name mistyped. */
export default defineChange({
  id: 'placed',
  title: '归属改写',
  turn: 'stayed',
  nature: 'identity',
  precedence: 33,
  test({ before, now }) {
    const [from, to] = [townshipIn(before), townshipIn(now)]
    if (from === to || (from !== null && to !== null)) return null
    return { before: from ?? '待归属', after: to ?? '待归属', note: '' }
  },
})
