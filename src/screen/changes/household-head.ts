import { defineChange } from '../change.js'

/** 户主变更: the household keeps its number and has another head. */
export default defineChange({
  id: 'household-head',
  title: '户主变更',
  turn: 'stayed',
  unit: 'household',
  precedence: 12,
  test(turn) {
    for (const [past, now] of turn.pairs) {
      if (past.householdNumber === null || past.householdNumber !== now.householdNumber) continue
      const [before, after] = [past.headIdNumber?.value, now.headIdNumber?.value]
      if (!before || !after || before === after) continue
      const head = turn.person.households.find(({ system }) => system === turn.programme)?.head
      return { before: past.headName ?? before, after: now.headName ?? head?.name ?? after, note: '' }
    }
    return null
  },
})
