import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'

/** The programmes that these rows name somebody in. The same combination gives the same set. */
export type RosterSets = (
  rows: readonly { readonly record: Pick<PersonRecord, 'programmes'> }[],
) => ReadonlySet<Programme>

/**
 * Makes the sets of one run. A county's people stand in some hundred different combinations of rosters: everybody of one combination shares its set,
 * and who asks what it means for a rule asks once for all of them.
 */
export function rosterSets(): RosterSets {
  const none: Combination = { programmes: new Set(), next: new Map() }
  const known = new Map<string, Combination>()
  return (rows) => {
    let combination = none
    for (const { record } of rows)
      for (const programme of record.programmes)
        combination = combination.next.get(programme) ?? joined(combination, programme, known)
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
