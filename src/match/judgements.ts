import { compareText } from '../domain/compare-text.js'
import { type DisjointSets, disjointSets } from '../domain/disjoint-sets.js'
import type { Day } from '../domain/month.js'
import type { PersonRecord } from '../ingest/source.js'
import { keyOfNumber } from './person-key.js'
import { isRow, keyOfRow, recordFingerprint } from './record-fingerprint.js'
import { rowsOf, type Unit } from './unit.js'
import type { Units } from './units.js'

/** What somebody decided about two people (同一人 / 非同一人 / 不确定). It wins over the model and is never asked again. */
export interface Judgement {
  /** Person keys or record fingerprints. */
  readonly left: string
  readonly right: string
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly who: string
  readonly when: Day
  readonly why: string
}

/** What the judgements say about units, spread as far as logic carries: A = B and B ≠ C give A ≠ C. */
export interface Verdicts {
  /** Pairs of units that are one person. */
  readonly same: readonly (readonly [number, number])[]
  /** Keys that were judged to be the person of a unit, each with one such unit; nobody may go by them any more. */
  readonly keys: readonly (readonly [key: string, unit: number])[]
  /** Units without a usable number whose person was judged one with another one by his key alone, each with that key. */
  readonly byKey: readonly (readonly [key: string, unit: number])[]
  /** The verdict on two units, or null when nobody has decided it. */
  between(a: number, b: number): Judgement['verdict'] | null
}

/** The judgement that holds on each pair of names, the last by `when`; by `pairKey`. */
export function lastOfEach(judgements: readonly Judgement[]): ReadonlyMap<string, Judgement> {
  return new Map([...judgements].sort(byTime).map((judgement) => [pairKey(judgement.left, judgement.right), judgement]))
}

/**
 * Applies judgements to units. `baseKey` is the key a unit would get by itself. The last of contradicting judgements wins (by `when`), of two people as
 * well as over a third: where A = B and B = C, and later A ≠ C, the older of the two links gives way.
 */
export function applyJudgements(
  judgements: readonly Judgement[],
  units: Units,
  baseKey: (unit: Unit) => string,
): Verdicts {
  if (judgements.length === 0) return { same: [], keys: [], byKey: [], between: () => null }
  const decided = lastOfEach(judgements)
  const named = unitsNamed(decided, units, baseKey)
  const meant: Meant = (name) => [name, ...(named.get(name) ?? []).map(({ unit }) => unit)]
  // A name stands for somebody even where no roster of the month holds him: two that are both he are one.
  const surely: Meant = (name) => [name, ...sureOf(named.get(name) ?? [], units).map(({ unit }) => unit)]
  const sets = joinedSets([...decided.values()].sort(byTime).reverse(), surely)
  const others = new Map<string, Judgement['verdict']>()
  for (const { left, right, verdict } of decided.values())
    if (verdict !== 'same')
      for (const a of meant(left))
        for (const b of meant(right)) {
          const key = pairKey(String(sets.find(a)), String(sets.find(b)))
          if (others.get(key) !== 'different') others.set(key, verdict)
        }
  return {
    ...joinedUnits(sets),
    byKey: joinedByKey(decided, named, units),
    between: (a, b) =>
      sets.find(a) === sets.find(b) && a !== b
        ? 'same'
        : (others.get(pairKey(String(sets.find(a)), String(sets.find(b)))) ?? null),
  }
}

/** A unit by its number, or the name of one. */
type Node = number | string

/** Gives all that a name means: itself, and the units that go by it. */
type Meant = (name: string) => readonly Node[]

// Who is one person, by judgements from the newest to the oldest. Hardly ever is anybody one with somebody who was told apart from him; only then
// the links are made again one by one, and those left out that would bring two together whom a newer judgement holds apart.
function joinedSets(newestFirst: readonly Judgement[], meant: Meant): DisjointSets<Node> {
  const links = newestFirst.filter(({ verdict }) => verdict === 'same')
  const all = disjointSets<Node>()
  for (const link of links) join(all, link, meant)
  const broken = newestFirst.filter((judgement) => judgement.verdict === 'different' && areOne(all, judgement, meant))
  if (broken.length === 0) return all
  const sets = disjointSets<Node>()
  const apart: Judgement[] = []
  for (const judgement of newestFirst) {
    if (broken.includes(judgement) && !areOne(sets, judgement, meant)) apart.push(judgement)
    if (judgement.verdict === 'same' && !apart.some((held) => bringsTogether(sets, judgement, held, meant)))
      join(sets, judgement, meant)
  }
  return sets
}

function join(sets: DisjointSets<Node>, { left, right }: Judgement, meant: Meant): void {
  for (const node of [...meant(left), ...meant(right)]) sets.join(node, left)
}

function areOne(sets: DisjointSets<Node>, { left, right }: Judgement, meant: Meant): boolean {
  const roots = new Set(meant(left).map(sets.find))
  return meant(right).some((node) => roots.has(sets.find(node)))
}

function bringsTogether(sets: DisjointSets<Node>, link: Judgement, held: Judgement, meant: Meant): boolean {
  const joined = new Set([...meant(link.left), ...meant(link.right)].map(sets.find))
  return [held.left, held.right].every((name) => meant(name).some((node) => joined.has(sets.find(node))))
}

// Pairs of units that lead from each unit to all that are joined to it, and the keys that are joined to one. Units are joined to names, so that a
// name stands for each set.
function joinedUnits(sets: DisjointSets<Node>): Pick<Verdicts, 'same' | 'keys'> {
  const nodes = [...sets.represented()]
  const first = new Map<Node, number>()
  const same: [number, number][] = []
  for (const unit of nodes) {
    if (typeof unit === 'string') continue
    const root = sets.find(unit)
    const known = first.get(root)
    if (known === undefined) first.set(root, unit)
    else same.push([known, unit])
  }
  const keys = [...new Set([...nodes, ...first.keys()])].flatMap((node): [string, number][] => {
    const unit = typeof node === 'string' && !isRow(node) ? first.get(sets.find(node)) : undefined
    return unit === undefined ? [] : [[node as string, unit]]
  })
  return { same, keys }
}

function byTime(a: Judgement, b: Judgement): number {
  return compareText(a.when, b.when)
}

/** Two names of a judgement as one text, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

/** A unit that goes by a name; `isByKey`: it has no usable number, and only last month's key says so; `isOwn`: the name is that of one of its rows. */
interface Named {
  readonly unit: number
  readonly isByKey: boolean
  readonly isOwn: boolean
}

// Rows without a usable number stood with somebody, last month, without anybody having judged them: what is judged of him who has one makes them no surer,
// nor what is judged of the row that he goes by, where they stand in another village.
function sureOf(named: readonly Named[], units: Units): readonly Named[] {
  if (named.some(({ unit }) => units.idNumberOf(unit) !== null)) return named.filter(({ isByKey }) => !isByKey)
  const own = named.filter(({ isOwn }) => isOwn)
  if (own.length === 0 || own.length === named.length) return named
  const home = new Set(own.flatMap(({ unit }) => villagesOf(units, unit)))
  return named.filter(({ unit, isOwn }) => isOwn || villagesOf(units, unit).some((village) => home.has(village)))
}

function villagesOf(units: Units, unit: number): readonly string[] {
  return rowsOf(units.look(unit)).flatMap(({ place }) =>
    place.village === null ? [] : `${place.township}|${place.village}`,
  )
}

function joinedByKey(
  decided: ReadonlyMap<string, Judgement>,
  named: ReadonlyMap<string, readonly Named[]>,
  units: Units,
): Verdicts['byKey'] {
  const same = [...decided.values()].filter(({ verdict }) => verdict === 'same')
  const names = new Set(same.flatMap(({ left, right }) => [left, right]))
  return [...names].flatMap((key) =>
    sureOf(named.get(key) ?? [], units).flatMap(({ unit, isByKey }) => (isByKey ? [[key, unit] as const] : [])),
  )
}

// A unit goes by the keys that its earlier rows carry, by its own and by its rows. When a judgement is on its own name and a key that it carries,
// the key means somebody else: the two were one once, and the judgement says whether they still are.
function unitsNamed(
  decided: ReadonlyMap<string, Judgement>,
  units: Units,
  baseKey: (unit: Unit) => string,
): ReadonlyMap<string, readonly Named[]> {
  const wanted = new Set([...decided.values()].flatMap(({ left, right }) => [left, right]))
  const fingerprints = [...wanted].some(isRow)
  const named = new Map<string, Named[]>()
  const carried = new Set<string>()
  for (let i = 0; i < units.length; i++)
    for (const { personKey } of units.look(i).past) if (wanted.has(personKey)) carried.add(personKey)
  for (let i = 0; i < units.length; i++) {
    const unit = units.look(i)
    const base = baseKey(unit)
    const own = unit.past.length === 0 || speaksOf(unit, base, carried) ? [base] : []
    if (fingerprints) own.push(...rowsOf(unit).map(recordFingerprint))
    const keys = [...unit.past.map(({ personKey }) => personKey), ...keysLeftTo(unit, decided)]
    const others = keys.filter((key) => !own.some((name) => name !== key && decided.has(pairKey(name, key))))
    for (const name of new Set([...others, ...own]))
      if (wanted.has(name)) {
        const isByKey = unit.idNumber === null && !own.includes(name)
        const isOwn = !isByKey || rowsOf(unit).some((row) => keyOfRow(row) === name)
        named.set(name, [...(named.get(name) ?? []), { unit: i, isByKey, isOwn }])
      }
  }
  return named
}

// The key of a number means whoever is left under it when a row of another name was judged not to be that person.
function keysLeftTo({ idNumber, rivals }: Unit, decided: ReadonlyMap<string, Judgement>): readonly string[] {
  if (idNumber === null || rivals.length === 0) return []
  const key = keyOfNumber(idNumber)
  const isApart = (row: PersonRecord) => decided.get(pairKey(recordFingerprint(row), key))?.verdict === 'different'
  return rivals.some((rival) => rowsOf(rival).some(isApart)) ? [key] : []
}

// Once two people have been judged one, the next month knows their rows by one key only; the key that gave way still means the unit that it would
// get by itself, unless somebody carries it or the unit is a namesake numbered apart from it.
function speaksOf({ past }: Unit, base: string, carried: ReadonlySet<string>): boolean {
  return !carried.has(base) && past.every(({ personKey }) => !personKey.startsWith(`${base}-`))
}
