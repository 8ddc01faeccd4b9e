import { contextOf, type ScreeningInput } from './context.js'
import { type Indexes, indexesOf } from './indexes.js'
import type { Ledger } from './ledger.js'
import { type DeathEntry, deathLedger } from './ledgers/deaths.js'
import { type ExitEntry, exitLedger } from './ledgers/exits.js'
import { type GraceEntry, graceLedger } from './ledgers/grace.js'
import { type StopEntry, stopLedger } from './ledgers/stops.js'

/** The county's monthly forms that rest on rosters alone (domain D.3.5–D.3.7). */
export interface Ledgers {
  readonly grace: Ledger<GraceEntry>
  readonly stops: Ledger<StopEntry>
  readonly deaths: Ledger<DeathEntry>
  readonly exits: Ledger<ExitEntry>
}

/** Makes the forms of the month. Pure; their lines stand in a fixed order whatever the order of the persons. */
export function ledgersOf(input: ScreeningInput, indexes: Indexes = indexesOf(input.persons)): Ledgers {
  const context = contextOf(input, [], indexes)
  const walked = { ...input, persons: indexes.persons() }
  return {
    grace: graceLedger(walked, context),
    stops: stopLedger(walked, context),
    deaths: deathLedger(walked, context),
    exits: exitLedger(walked, context),
  }
}
