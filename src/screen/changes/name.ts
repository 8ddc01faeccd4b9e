import { defineChange } from '../change.js'

/** 姓名改写: the roster writes the same person's name otherwise. */
export default defineChange({
  id: 'name',
  title: '姓名改写',
  turn: 'stayed',
  nature: 'identity',
  precedence: 31,
  test(turn) {
    for (const [past, now] of turn.pairs)
      if (past.name !== null && now.name !== null && past.name !== now.name)
        return { before: past.name, after: now.name, note: '' }
    return null
  },
})
