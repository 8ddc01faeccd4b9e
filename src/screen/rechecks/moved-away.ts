import type { Recheck } from '../recheck.js'
import { stillOnRoll } from '../still-on-roll.js'

/** D2 迁出/外嫁: who has left is enrolled nowhere in the county. */
const movedAway: Recheck = {
  codes: ['D2'],
  contradiction({ answer, persons, month, lagMonths }) {
    const rows = stillOnRoll(persons, 'support', answer.bookMonth, month, lagMonths)
    return rows === null ? null : `答复称已迁出或外嫁，${month} 仍在本县享受：${rows}`
  },
}

export default movedAway
