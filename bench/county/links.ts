import type { MonthTruth } from '../../fixtures/truth.js'
import { parseIdNumber } from '../../src/domain/id-number.js'
import type { FoundRow } from './compare.js'

/** The columns of persons.csv that tell which row belongs to whom. */
export interface PersonRow {
  readonly person_key: string
  readonly source: string
  readonly file: string
  readonly sheet: string
  readonly row: string
  readonly id_number: string
  readonly grade: string
}

/** Wrong links of a month and the accusing findings (错保) about people who have one. */
export interface WrongLinks {
  /** Rows whose true owner is known: they carry a sound number, or the truth says whose damaged number it is. */
  readonly rowsKnown: number
  /** Of them rows with a damaged number that the tool put on some person. */
  readonly linked: number
  /** People who hold rows of two true persons. */
  readonly people: number
  readonly accusing: number
  readonly accusingWrongly: readonly FoundRow[]
}

/** Holds each person of persons.csv against the truth, and looks for accusing findings about those made of two people. */
export function wrongLinks(
  truth: MonthTruth,
  persons: readonly PersonRow[],
  findings: readonly FoundRow[],
): WrongLinks {
  const owners = new Map(
    truth.samePerson.flatMap(({ idNumber, positions }) => positions.map((at) => [placeOf(at), idNumber] as const)),
  )
  const wide = placesOfSeveral(persons)
  const held = new Map<string, Set<string>>()
  let [rowsKnown, linked] = [0, 0]
  for (const row of persons) {
    const owner = ownerOf(row, owners, wide)
    if (owner === null) continue
    rowsKnown++
    if (!isSound(row.id_number) && row.grade === 'probable') linked++
    held.set(row.person_key, (held.get(row.person_key) ?? new Set()).add(owner))
  }
  const wrong = [...held.values()].filter((owned) => owned.size > 1)
  const touched = new Set(wrong.flatMap((owned) => [...owned]))
  const accusing = findings.filter(({ kind }) => kind === '错保')
  return {
    rowsKnown,
    linked,
    people: wrong.length,
    accusing: accusing.length,
    accusingWrongly: accusing.filter((row) =>
      [row.id_number, ...row.member_ids.split('|')].some((id) => id !== '' && touched.has(id)),
    ),
  }
}

function placeOf({ file, sheet, row }: { file: string; sheet: string; row: string | number }): string {
  return `${file}|${sheet}|${row}`
}

// Sheet rows in which several people stand, as in the wide tables of households.
function placesOfSeveral(persons: readonly PersonRow[]): ReadonlySet<string> {
  const [once, several] = [new Set<string>(), new Set<string>()]
  for (const row of persons) (once.has(placeOf(row)) ? several : once).add(placeOf(row))
  return several
}

// The truth names sheet rows; where several people stand in one, a sound number speaks for itself.
function ownerOf(row: PersonRow, owners: ReadonlyMap<string, string>, wide: ReadonlySet<string>): string | null {
  const planted = owners.get(placeOf(row)) ?? null
  if (planted !== null && !wide.has(placeOf(row))) return planted
  return isSound(row.id_number) ? row.id_number : planted
}

function isSound(id: string): boolean {
  return parseIdNumber(id)?.value === id
}
