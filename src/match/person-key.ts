import { compareText } from '../domain/compare-text.js'
import type { PersonRecord } from '../ingest/source.js'
import { rowContent } from './exact.js'
import { hashText } from './linkage/content-hash.js'
import type { NameBook } from './names/name-form.js'
import { keyOfRow } from './record-fingerprint.js'
import { rowsOf, type Unit } from './unit.js'

/**
 * The key that a unit gets when no earlier month has given it one: `p` and a hash of the id number; of id and name where one number carries two
 * names; without a number of what its first row says. The hash is short, not secret.
 */
export function baseKey(unit: Unit, book: NameBook): string {
  if (unit.idNumber !== null && unit.rivals.length === 0) return keyOfNumber(unit.idNumber)
  if (unit.idNumber === null) {
    const row = rowsOf(unit)[0]
    if (!row) throw new Error('A unit has at least one row')
    return keyOfRow(row)
  }
  const names = rowsOf(unit).flatMap((record) => (record.name === null ? [] : book.of(record.name).standard))
  const name = [...new Set(names)].sort(compareText)[0] ?? ''
  return hashText('p', `${unit.idNumber}|${name}`)
}

/** The key of whoever has a usable id number that goes by one name. */
export function keyOfNumber(idNumber: string): string {
  return hashText('p', idNumber)
}

/** Tells apart people whose base key is the same: by all that their rows say, then by where these stand. */
export function keyContent(unit: Unit): string {
  return rowsOf(unit)
    .map(
      (record) =>
        `${rowContent(record)}|${record.origin.file}|${record.origin.sheet}|${record.origin.row}|${record.origin.column}`,
    )
    .join('\n')
}

/**
 * What happened to a key that an earlier month gave: its person was joined to another one, or its rows now belong to two. `reworded` tells of a row that
 * was judged, by its fingerprint or the key of its person, what fingerprint it has now that its damaged number is written otherwise; `recognised` the same
 * where it is the judged row beyond doubt.
 */
export interface KeyChange {
  readonly kind: 'merged' | 'split' | 'reworded' | 'recognised'
  readonly from: string
  readonly to: string
}

/** By what key the person of an earlier key goes from this month on: the one it was merged into, or the key itself. */
export function keyAfter(changes: readonly KeyChange[]): (key: string) => string {
  const merged = new Map(changes.filter(({ kind }) => kind === 'merged').map(({ from, to }) => [from, to]))
  return (key) => merged.get(key) ?? key
}

/** Tells whether somebody judged a row not to be the person that goes by a key. */
export type IsNot = (row: PersonRecord, key: string) => boolean

/** One person's units on the way to a key, the one that stands for it first. */
export type Keyed = readonly Unit[]

/** Keys of earlier months that live on, and who keeps them. */
export interface KeptKeys {
  /** The key that a person keeps, or null when it gets its base key. */
  readonly keyOf: (person: Keyed) => string | null
  /** True when somebody keeps the key. */
  readonly isKept: (key: string) => boolean
}

/**
 * Decides who keeps which key of an earlier month. `persons` are those with earlier rows. Where these bring several keys, those of the main unit win,
 * then the most frequent; where several people bring the same one, the person with a usable number, then the one with the most earlier rows keeps it.
 * Nobody keeps a key that one of their rows was judged not to be (`isNot`).
 */
export function keepKeys(persons: readonly Keyed[], isNot: IsNot | null = null): KeptKeys {
  const owners = new Map<string, Keyed>()
  const claimOf = (person: Keyed) => claimsOf(person).find(({ key }) => isNot === null || !isDenied(person, key, isNot))
  for (const person of persons) {
    const claim = claimOf(person)
    if (!claim) continue
    const rival = owners.get(claim.key)
    if (rival === undefined || outclaims([person, claim], [rival, claimOf(rival) as Claim]))
      owners.set(claim.key, person)
  }
  return {
    keyOf: (person) => {
      const key = claimOf(person)?.key
      return key !== undefined && owners.get(key)?.[0]?.at === person[0]?.at ? key : null
    },
    isKept: (key) => owners.has(key),
  }
}

function isDenied(person: Keyed, key: string, isNot: IsNot): boolean {
  return person.some((unit) => rowsOf(unit).some((row) => isNot(row, key)))
}

/** What became of the earlier keys of a person that now goes by `to`. */
export function changesOf(person: Keyed, to: string, kept: KeptKeys): readonly KeyChange[] {
  return claimsOf(person)
    .filter(({ key }) => key !== to)
    .map(({ key: from }) => ({ kind: kept.isKept(from) ? 'split' : 'merged', from, to }))
}

/** Content of a person, to tell people with the same base key apart whatever the order of input. */
export function contentOf(person: Keyed): string {
  return person.map(keyContent).join('\n')
}

interface Claim {
  readonly key: string
  readonly main: boolean
  readonly rows: number
}

// Best claim first.
function claimsOf(units: Keyed): readonly Claim[] {
  const claims = new Map<string, Claim>()
  for (const [u, unit] of units.entries())
    for (const { personKey: key } of unit.past) {
      const known = claims.get(key)
      claims.set(key, { key, main: u === 0 || known?.main === true, rows: (known?.rows ?? 0) + 1 })
    }
  return [...claims.values()].sort(byClaim)
}

function byClaim(a: Claim, b: Claim): number {
  return Number(b.main) - Number(a.main) || b.rows - a.rows || compareText(a.key, b.key)
}

function outclaims([person, claim]: readonly [Keyed, Claim], [rival, against]: readonly [Keyed, Claim]): boolean {
  const numbered = (one: Keyed) => Number(one.some(({ idNumber }) => idNumber !== null))
  const order = numbered(rival) - numbered(person) || byClaim(claim, against)
  return order !== 0 ? order < 0 : contentOf(person) < contentOf(rival)
}
