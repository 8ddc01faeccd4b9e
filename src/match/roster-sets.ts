import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'

/** The programmes that these rows, or those of them that count, name somebody in. The same combination gives the same set. */
export type RosterSets = <Row extends { readonly record: Pick<PersonRecord, 'programmes'> }>(
  rows: readonly Row[],
  counts?: (row: Row) => boolean,
) => ReadonlySet<Programme>

/**
 * Makes the sets of one run. A county's people stand in some hundred different combinations of rosters: everybody of one combination shares its set,
 * and who asks what it means for a rule asks once for all of them.
 */
export function rosterSets(): RosterSets {
  const none: Combination = { programmes: new Set(), next: new Map() }
  const known = new Map<string, Combination>()
  return (rows, counts) => {
    let combination = none
    for (const row of rows) {
      if (counts !== undefined && !counts(row)) continue
      for (const programme of row.record.programmes)
        combination = combination.next.get(programme) ?? joined(combination, programme, known)
    }
    return combination.programmes
  }
}

/** A combination of programmes, and those it becomes with one more. */
interface Combination {
  readonly programmes: ReadonlySet<Programme>
  readonly next: Map<Programme, Combination>
}

function joined(from: Combination, programme: Programme, known: Map<string, Combination>): Combination {
  const programmes = new Set([...from.programmes, programme])
  const key = [...programmes].sort().join(' ')
  const combination =
    programmes.size === from.programmes.size ? from : (known.get(key) ?? { programmes, next: new Map() })
  known.set(key, combination)
  from.next.set(programme, combination)
  return combination
}
