import { yuan } from '../domain/money.js'
import { monthsBetween } from '../domain/month.js'
import { type Programme, programmes } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import type { Death } from './death.js'
import { monthlyAmount } from './monthly-amount.js'
import { rosterMonth } from './roster-month.js'
import type { Context } from './rule.js'
import { recordsIn } from './standing.js'

/** What was paid after a death, estimated, with the arithmetic in Chinese. */
export interface Overpayment {
  /** null when no roster states an amount. */
  readonly sumFen: number | null
  readonly words: string
}

/** Months after the death times the monthly amount, programme by programme; a roster without amounts is left out and said so. */
export function overpayment(person: Person, list: readonly Programme[], death: Death, context: Context): Overpayment {
  const parts = list.map((programme) => overpaid(person, programme, death, context)).filter((part) => part !== null)
  if (parts.length === 0) return { sumFen: null, words: '名册没有金额，未估算。' }
  const sumFen = parts.reduce((sum, part) => sum + part.fen, 0)
  const rest = parts.length < list.length ? '（其余名册没有金额）' : ''
  return { sumFen, words: `估算：${parts.map((part) => part.words).join('＋')}＝${yuan(sumFen)} 元${rest}。` }
}

interface Part {
  readonly fen: number
  readonly words: string
}

function overpaid(person: Person, programme: Programme, death: Death, context: Context): Part | null {
  const amount = monthlyAmount(person, programme)
  if (!amount) return null
  const months = Math.max(
    0,
    ...recordsIn(person, [programme]).map((record) => monthsBetween(death.month, rosterMonth(record, context))),
  )
  return { fen: months * amount.fen, words: `${programmes[programme]} ${months} 个月×${amount.words}` }
}
