import { birthDateOf } from '../domain/id-number.js'
import { rowContent } from './exact.js'
import { hashText } from './linkage/content-hash.js'
import type { NameBook } from './names/name-form.js'
import { compareText, damagedPattern, rowsOf, type Unit } from './unit.js'

/**
 * The key that a unit gets when no earlier month has given it one: `p` and a hash of the id number; of id and name where one number carries two
 * names; without a number of name, birth date, village and source. The hash is short, not secret.
 */
export function baseKey(unit: Unit, book: NameBook): string {
  if (unit.idNumber !== null && unit.rivals.length === 0) return `p${hashText(unit.idNumber)}`
  const names = rowsOf(unit).flatMap((record) => (record.name === null ? [] : book(record.name).standard))
  const name = [...new Set(names)].sort(compareText)[0] ?? ''
  if (unit.idNumber !== null) return `p${hashText(`${unit.idNumber}|${name}`)}`
  const row = rowsOf(unit)[0]
  if (!row) throw new Error('A unit has at least one row')
  const pattern = damagedPattern(row)
  const birthDate = (pattern === null ? null : birthDateOf(pattern)) ?? row.birthDate ?? ''
  return `p${hashText(`${name}|${birthDate}|${row.place.village ?? ''}|${row.source}`)}`
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

/** What happened to a key that an earlier month gave: its person was joined to another one, or its rows now belong to two. */
export interface KeyChange {
  readonly kind: 'merged' | 'split'
  readonly from: string
  readonly to: string
}

/** One person's units on the way to a key. The first one is the main unit. */
export interface Keyed {
  readonly units: readonly Unit[]
}

/**
 * Gives each person a key: the one of its earlier rows, or else its base key. Where earlier rows bring several keys, those of the main unit win,
 * then the most frequent. Where several people bring the same one, the person with the most earlier rows keeps it.
 */
export function assignKeys(
  persons: readonly Keyed[],
  book: NameBook,
): { readonly keys: readonly string[]; readonly changes: readonly KeyChange[] } {
  const keys: string[] = new Array(persons.length).fill('')
  const used = keepEarlierKeys(persons, keys)
  for (const i of lacking(persons, keys)) {
    const own = baseKey(persons[i]?.units[0] as Unit, book)
    let key = own
    for (let n = 2; used.has(key); n++) key = `${own}-${n}`
    keys[i] = key
    used.add(key)
  }
  const changes: KeyChange[] = []
  for (const [i, person] of persons.entries()) {
    const to = keys[i] as string
    for (const { key: from } of claimsOf(person))
      if (from !== to) changes.push({ kind: used.has(from) ? 'split' : 'merged', from, to })
  }
  changes.sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to))
  return { keys, changes }
}

interface Claim {
  readonly key: string
  readonly main: boolean
  readonly rows: number
}

// Best claim first.
function claimsOf({ units }: Keyed): readonly Claim[] {
  if (units.every((unit) => unit.past.length === 0)) return []
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

function keepEarlierKeys(persons: readonly Keyed[], keys: string[]): Set<string> {
  const owners = new Map<string, number>()
  for (const [i, person] of persons.entries()) {
    const claim = claimsOf(person)[0]
    if (!claim) continue
    const rival = owners.get(claim.key)
    if (rival !== undefined && !outclaims(person, claim, persons[rival] as Keyed)) continue
    owners.set(claim.key, i)
  }
  for (const [key, i] of owners) keys[i] = key
  return new Set(owners.keys())
}

function outclaims(person: Keyed, claim: Claim, rival: Keyed): boolean {
  const order = byClaim(claim, claimsOf(rival)[0] as Claim)
  return order !== 0 ? order < 0 : contentOf(person) < contentOf(rival)
}

function contentOf({ units }: Keyed): string {
  return units.map(keyContent).join('\n')
}

// People without a key yet; those without a number in content order, so that the numbering does not hang on the order of input.
function lacking(persons: readonly Keyed[], keys: readonly string[]): readonly number[] {
  const settled: number[] = []
  const loose: { i: number; content: string }[] = []
  for (const [i, person] of persons.entries()) {
    if (keys[i] !== '') continue
    if (person.units[0]?.idNumber != null) settled.push(i)
    else loose.push({ i, content: contentOf(person) })
  }
  return [...settled, ...loose.sort((a, b) => compareText(a.content, b.content)).map(({ i }) => i)]
}
