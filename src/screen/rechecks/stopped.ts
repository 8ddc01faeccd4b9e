import type { Recheck } from '../recheck.js'
import { stillOnRoll } from '../still-on-roll.js'

/** A7 已停发: from the stop month on the person no longer stands in the rosters that the case is about. */
const stopped: Recheck = {
  codes: ['A7'],
  contradiction({ answer, persons, programmes, month, lagMonths }) {
    const { stopMonth } = answer.values
    const from = stopMonth ?? answer.bookMonth
    const rows = stillOnRoll(persons, programmes, from, month, lagMonths)
    return rows === null ? null : `答复称已停发（${from} 起），${month} 仍在册：${rows}`
  },
}

export default stopped
