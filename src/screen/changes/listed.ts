import { defineChange } from '../change.js'
import { householdNote } from '../joining.js'

/** 新列入: new on a roster that does not say since when. */
export default defineChange({
  id: 'listed',
  title: '新列入',
  turn: 'joined',
  precedence: 5,
  restsOnRoster: true,
  test: (turn) => ({ before: '', after: '', note: householdNote(turn) }),
})
