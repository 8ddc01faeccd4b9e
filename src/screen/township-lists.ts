import type { Programme } from '../domain/programme.js'
import { recordsFor } from '../ingest/delivery.js'
import type { Context } from './rule.js'

/**
 * True when this month's deliveries of a programme hold anybody of the township. Registers and payment lists are often kept and sent township by
 * township: where a township's own is missing, nobody there can be said to be left out. Of one list for several registers only its rows of the programme count.
 */
export function holdsTownship(programme: Programme, township: string | null, { deliveries }: Context): boolean {
  return (
    township !== null &&
    deliveries.some(
      (delivery) => delivery.programmes.includes(programme) && (recordsFor(programme, delivery)[township] ?? 0) > 0,
    )
  )
}
