import type { Day } from '../domain/month.js'
import type { PersonRecord } from '../ingest/source.js'
import { rowContent } from './exact.js'
import { hashText } from './linkage/content-hash.js'
import { rowsOf, settledId, type Unit } from './unit.js'

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
  /** The verdict on two units, or null when nobody has decided it. */
  between(a: number, b: number): Judgement['verdict'] | null
}

/** The fingerprint of a row: what it says of the person, without where it stands, so that it holds in the next month too. */
export function recordFingerprint(record: PersonRecord): string {
  return hashText('r', `${settledId(record)}|${rowContent(record)}`)
}

/** Applies judgements to units. `baseKey` is the key a unit would get by itself. The last of contradicting judgements wins (by `when`). */
export function applyJudgements(
  judgements: readonly Judgement[],
  units: readonly Unit[],
  baseKey: (unit: Unit) => string,
): Verdicts {
  if (judgements.length === 0) return { same: [], between: () => null }
  const named = unitsNamed(judgements, units, baseKey)
  const decided = new Map<string, Judgement>()
  for (const judgement of [...judgements].sort(byTime)) decided.set(pairKey(judgement.left, judgement.right), judgement)
  const parent = new Map<number, number>()
  const find = (unit: number): number => {
    const up = parent.get(unit)
    return up === undefined || up === unit ? unit : find(up)
  }
  const pairs = [...decided.values()].flatMap(({ left, right, verdict }) =>
    (named.get(left) ?? []).flatMap((a) => (named.get(right) ?? []).map((b) => ({ a, b, verdict }))),
  )
  const same = pairs.filter(({ a, b, verdict }) => verdict === 'same' && a !== b).map(({ a, b }) => [a, b] as const)
  for (const [a, b] of same) parent.set(find(a), find(b))
  const others = new Map<string, Judgement['verdict']>()
  for (const { a, b, verdict } of pairs)
    if (verdict !== 'same') {
      const key = pairKey(String(find(a)), String(find(b)))
      if (others.get(key) !== 'different') others.set(key, verdict)
    }
  return {
    same,
    between: (a, b) =>
      find(a) === find(b) && a !== b ? 'same' : (others.get(pairKey(String(find(a)), String(find(b)))) ?? null),
  }
}

function byTime(a: Judgement, b: Judgement): number {
  return a.when < b.when ? -1 : a.when > b.when ? 1 : 0
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

function unitsNamed(
  judgements: readonly Judgement[],
  units: readonly Unit[],
  baseKey: (unit: Unit) => string,
): ReadonlyMap<string, readonly number[]> {
  const wanted = new Set(judgements.flatMap(({ left, right }) => [left, right]))
  const fingerprints = [...wanted].some((name) => name.startsWith('r'))
  const named = new Map<string, number[]>()
  const enter = (name: string, unit: number) => {
    if (!wanted.has(name)) return
    const known = named.get(name) ?? []
    if (!known.includes(unit)) known.push(unit)
    named.set(name, known)
  }
  const carried = new Set(
    units.flatMap(({ past }) => past.map(({ personKey }) => personKey)).filter((key) => wanted.has(key)),
  )
  for (const [i, unit] of units.entries()) {
    for (const { personKey } of unit.past) enter(personKey, i)
    const base = baseKey(unit)
    if (unit.past.length === 0 || speaksOf(unit, base, carried)) enter(base, i)
    if (fingerprints) for (const record of rowsOf(unit)) enter(recordFingerprint(record), i)
  }
  return named
}

// Once two people have been judged one, the next month knows their rows by one key only; the key that gave way still means the unit that it would
// get by itself, unless somebody carries it or the unit is a namesake numbered apart from it.
function speaksOf({ past }: Unit, base: string, carried: ReadonlySet<string>): boolean {
  return !carried.has(base) && past.every(({ personKey }) => !personKey.startsWith(`${base}-`))
}
