import { defineChange } from '../change.js'

/** 转户: the person went over to a household with another number and another head (marriage, division). */
export default defineChange({
  id: 'other-household',
  title: '转户',
  turn: 'stayed',
  precedence: 13,
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [past.headIdNumber?.value, now.headIdNumber?.value]
      if (!before || !after || before === after) continue
      if (past.householdNumber === null || now.householdNumber === null) continue
      if (past.householdNumber !== now.householdNumber)
        return { before: past.householdNumber, after: now.householdNumber, note: '户主、户号都不同' }
    }
    return null
  },
})
