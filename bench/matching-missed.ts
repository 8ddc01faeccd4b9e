import type { PersonRecord } from '../src/ingest/source.js'
import { allComparisons } from '../src/match/comparisons/all.js'
import { foundLevels, mayLink } from '../src/match/evidence.js'
import { settleExactly } from '../src/match/exact.js'
import { groupHouseholds } from '../src/match/household-rows.js'
import { enterKin } from '../src/match/kin.js'
import { nullLevel } from '../src/match/linkage/comparison.js'
import { probability } from '../src/match/linkage/model.js'
import type { Matched } from '../src/match/match-persons.js'
import { nameBook } from '../src/match/names/name-form.js'
import type { Person } from '../src/match/person.js'
import type { Profile } from '../src/match/profile.js'
import { type Resolved, resolve } from '../src/match/resolve.js'
import { thresholds } from '../src/match/thresholds.js'
import type { Unit } from '../src/match/unit.js'
import type { Units } from '../src/match/units.js'
import type { County } from './matching-county.js'

/**
 * Why a true pair was not linked, in the order in which the stage asks: one number under two names; no blocking rule brought the rows together; two usable
 * numbers, which nothing but a roster joins; evidence of a kind that may not link; a weight below `probable` by itself; somebody else who fits nearly as
 * well, or parts that contradict each other.
 */
const causes = ['two names', 'not compared', 'two numbers', 'kind', 'weight', 'rivals'] as const
type Cause = (typeof causes)[number]

interface Row {
  pairs: number
  lost: number
  asked: number
  undecidable: number
  readonly by: Map<Cause, number>
}

interface Staged {
  readonly units: Units
  readonly unitOf: readonly Unit[]
  readonly resolved: Resolved
  readonly pairAt: ReadonlyMap<number, number>
  readonly profileAt: (unit: Unit) => Profile
}

/**
 * Prints the true pairs that were not linked, by what was done to their numbers: how many are at least asked about, why they were not linked, and how many
 * nobody can decide, since another person fits as well. The last lines are the recall among pairs that may be linked at all, and the one that no matcher
 * passes without guessing.
 */
export function printMissed(county: County, matched: Matched): void {
  const staged = stage(county)
  const isUndecidable = undecidable(county, staged)
  const person = new Map(matched.persons.flatMap((one) => one.links.map(({ record }) => [record, one] as const)))
  const rows = new Map<string, Row>()
  const of = (i: number) => person.get(county.records[i] as PersonRecord) as Person
  for (const [a, b] of truePairs(county)) {
    const row = rowFor(rows, kindOf(county, a, b))
    row.pairs++
    const [left, right] = [of(a), of(b)]
    if (left === right) continue
    row.lost++
    if (left.candidates.some((candidate) => candidate.person === right)) row.asked++
    const cause = causeOf(staged, a, b)
    row.by.set(cause, (row.by.get(cause) ?? 0) + 1)
    if (isUndecidable(a, b) || isUndecidable(b, a)) row.undecidable++
  }
  print(rows)
}

// The stage once more up to the decisions, whose pairs and weights a `Matched` does not keep.
function stage({ records }: County): Staged {
  const book = nameBook()
  const { units, unitOf, nameUses } = settleExactly(records, [], [], book)
  enterKin(groupHouseholds(records), units, unitOf)
  const verdicts = { same: [], keys: [], byKey: [], between: () => null }
  const resolved = resolve({ units, book, nameUses, verdicts, month: '2026-11', known: null })
  const pairAt = new Map<number, number>()
  const { left, right, length } = resolved.pairs
  for (let i = 0; i < length; i++) pairAt.set((left[i] as number) * units.length + (right[i] as number), i)
  const profiles = new Map<Unit, Profile>()
  const profileAt = (unit: Unit) => {
    const profile = profiles.get(unit) ?? resolved.profileAt(unit.at)
    profiles.set(unit, profile)
    return profile
  }
  return { units, unitOf: Array.from(unitOf, (at) => units.keep(at)), resolved, pairAt, profileAt }
}

function* truePairs({ truth }: County): Iterable<readonly [number, number]> {
  const first = new Map<number, number>()
  for (const [i, person] of truth.entries()) {
    const other = first.get(person)
    if (other === undefined) first.set(person, i)
    else yield [other, i]
  }
}

function kindOf({ damage }: County, a: number, b: number): string {
  const kinds = [damage[a], damage[b]].filter((kind) => kind != null)
  return kinds.length === 0 ? 'intact' : kinds.length === 1 ? (kinds[0] as string) : 'both damaged'
}

function rowFor(rows: Map<string, Row>, kind: string): Row {
  const row = rows.get(kind) ?? { pairs: 0, lost: 0, asked: 0, undecidable: 0, by: new Map() }
  rows.set(kind, row)
  return row
}

function causeOf({ units, unitOf, resolved, pairAt }: Staged, a: number, b: number): Cause {
  const [left, right] = [unitOf[a] as Unit, unitOf[b] as Unit]
  if (left.idNumber !== null && left.idNumber === right.idNumber) return 'two names'
  const [low, high] = left.at < right.at ? [left.at, right.at] : [right.at, left.at]
  const pair = pairAt.get(low * units.length + high)
  if (pair === undefined) return 'not compared'
  if (left.idNumber !== null && right.idNumber !== null) return 'two numbers'
  if (!mayLink(foundLevels(resolved.levels)(pair))) return 'kind'
  return probability(resolved.weights[pair] as number) < thresholds.probable ? 'weight' : 'rivals'
}

/**
 * Tells whether somebody else may as well be the person of row `row` as the owner of row `other` is: somebody in the roster of `other` and not in that of
 * `row` who agrees with it at least as well in every respect that the two rows share, and whose number is no farther from what is left of it.
 */
function undecidable(county: County, { unitOf, profileAt }: Staged): (row: number, other: number) => boolean {
  const { records } = county
  const [placeAt, alone, byVillage] = [indexOf('place'), inOneRoster(county), new Map<string, number[]>()]
  for (const i of alone) {
    const { village } = (records[i] as PersonRecord).place
    byVillage.set(village as string, [...(byVillage.get(village as string) ?? []), i])
  }
  return (row, other) => {
    const [own, partner] = [profileAt(unitOf[row] as Unit), profileAt(unitOf[other] as Unit)]
    const { source, place, sex } = records[row] as PersonRecord
    const levels = allComparisons.map(({ compare }) => compare(own, partner))
    const far = distance(own.pattern, partner.pattern)
    const near = levels[placeAt] === 0 ? (byVillage.get(place.village as string) ?? []) : alone
    return near.some((i) => {
      const record = records[i] as PersonRecord
      if (record.source === source || record.sex !== sex) return false
      const rival = profileAt(unitOf[i] as Unit)
      return fits(own, rival, levels) && (far === null || (distance(own.pattern, rival.pattern) ?? Infinity) <= far)
    })
  }
}

function indexOf(comparison: string): number {
  return allComparisons.findIndex(({ id }) => id === comparison)
}

// Rows of people whom only one of the two rosters holds: all others have a row of their own in the other one.
function inOneRoster({ records, truth }: County): readonly number[] {
  const rows = new Map<number, number>()
  for (const person of truth) rows.set(person, (rows.get(person) ?? 0) + 1)
  return [...records.keys()].filter((i) => rows.get(truth[i] as number) === 1)
}

function fits(own: Profile, rival: Profile, levels: readonly number[]): boolean {
  return allComparisons.every(({ compare }, c) => {
    const asked = levels[c] as number
    if (asked === nullLevel) return true
    const level = compare(own, rival)
    return level !== nullLevel && level <= asked
  })
}

/** Single characters to change, add, leave out or exchange with the next to turn one number into the other; a lost one is any. Null without numbers. */
function distance(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null
  const same = (i: number, j: number) => a[i] === b[j] || a[i] === '?' || b[j] === '?'
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const [up, diagonal] = [rows[i - 1]?.[j] as number, rows[i - 1]?.[j - 1] as number]
      row[j] = Math.min(up + 1, (row[j - 1] as number) + 1, diagonal + (same(i - 1, j - 1) ? 0 : 1))
      if (i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1))
        row[j] = Math.min(row[j] as number, (rows[i - 2]?.[j - 2] as number) + 1)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] as number
}

function print(rows: ReadonlyMap<string, Row>): void {
  let [pairs, lost, undecidable, forbidden] = [0, 0, 0, 0]
  for (const [kind, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
    pairs += row.pairs
    lost += row.lost
    undecidable += row.undecidable
    forbidden += (row.by.get('two numbers') ?? 0) + (row.by.get('two names') ?? 0)
    if (row.lost === 0) continue
    const why = causes.flatMap((cause) => (row.by.has(cause) ? [`${cause} ${row.by.get(cause)}`] : []))
    console.log(
      `    ${kind}: ${row.lost} of ${row.pairs} not linked (${why.join(', ')}); ${row.asked} asked about; ${row.undecidable} undecidable`,
    )
  }
  console.log(
    `  of ${lost} missed, ${forbidden} may not be linked whatever speaks for it (two numbers that check, one number under two names): R ${(1 - (lost - forbidden) / (pairs - forbidden)).toFixed(5)} of the others`,
  )
  console.log(
    `  of ${lost} missed, ${undecidable} have another person that fits as well: no matcher passes R ${(1 - undecidable / pairs).toFixed(5)} without guessing`,
  )
}
