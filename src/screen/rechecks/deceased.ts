import { monthOf } from '../../domain/month.js'
import type { Recheck } from '../recheck.js'
import { stillOnRoll } from '../still-on-roll.js'

/** D1 死亡: a dead person stands in no roster of a month after the death. The month of death itself may still be paid. */
const deceased: Recheck = {
  codes: ['D1'],
  contradiction({ answer, persons, month, lagMonths }) {
    const died = answer.values.deathDay === undefined ? answer.bookMonth : monthOf(answer.values.deathDay)
    const rows = stillOnRoll(persons, 'any', died, month, lagMonths)
    return rows === null ? null : `答复称已于 ${answer.values.deathDay ?? died} 死亡，${month} 仍在册：${rows}`
  },
}

export default deceased
