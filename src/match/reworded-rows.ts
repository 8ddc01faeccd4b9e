import { groupBy } from '../domain/group.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Judgement } from './judgements.js'
import type { IdentityQuestion, PastRecord } from './person.js'
import type { KeyChange } from './person-key.js'
import { keyOfRow, recordFingerprint, tellsPerson } from './record-fingerprint.js'
import { damagedPattern, settledId } from './unit.js'

/** What a row was judged by when it said something else: the fingerprint that it had then, or the key of the person who it was. */
interface JudgedAs {
  readonly name: string
  /** Whether it is that row beyond doubt. Otherwise only whom it is not is carried over to it. */
  readonly isSure: boolean
}

/** Rows that say otherwise, mostly of their damaged number, than when they were judged; by their own fingerprint. */
export type Rewordings = ReadonlyMap<string, JudgedAs>

/** Most characters in which two damaged forms of one number differ where both show them: one was mistyped in each. */
const mostDifferent = 2

interface Rows {
  readonly records: readonly PersonRecord[]
  readonly past: readonly PastRecord[]
}

/**
 * Rows of this month that are last month's judged ones with the number masked, cut off or mistyped otherwise, or corrected. Each is the only row of its roster with
 * its name, village and household in either month, so that nobody else of the name is taken for it. `known` are those of earlier months; only new
 * ones are given.
 */
export function newRewordings(
  { records, past }: Rows,
  judgements: readonly Judgement[],
  known: Rewordings,
): Rewordings {
  const found = new Map<string, JudgedAs>()
  const before = judgedRows(past, judgements, known)
  if (before.size === 0) return found
  const names = new Set([...before.keys()].map(({ name }) => name))
  const named = (rows: readonly PersonRecord[]) => rows.filter(({ name }) => names.has(name))
  const [now, earlier] = [named(records), named(past)]
  const [nowBySeat, earlierBySeat] = [groupBy(now, seatOf), groupBy(earlier, seatOf)]
  const numbersOf = numbersJudged(past, judgements)
  const same = judgements.filter(({ verdict }) => verdict === 'same')
  const isSure = surely([...now, ...earlier], numbersJudged(past, same))
  const judged = namesIn(judgements)
  for (const [old, name] of before) {
    const seat = seatOf(old)
    const row = onlyOne(nowBySeat.get(seat))
    if (row === null || onlyOne(earlierBySeat.get(seat)) === null || numbersOf(name).has(settledId(row) ?? '')) continue
    const own = recordFingerprint(row)
    if (own !== recordFingerprint(old) && !judged.has(own) && !known.has(own) && mayBeOneNumber(row, old))
      found.set(own, { name, isSure: isSure(row, old, name) })
  }
  return found
}

/**
 * The rows of those without a usable number who are asked about by a key that came from another form of the row: an answer means the row that was asked
 * about. Only new ones.
 */
export function askedRows(questions: readonly IdentityQuestion[], known: Rewordings): Rewordings {
  const found = new Map<string, JudgedAs>()
  for (const { left, right } of questions)
    for (const person of [left, right]) {
      if (person === null || person.idNumber !== null || person.links.length !== 1) continue
      const row = person.links[0]?.record as PersonRecord
      if (keyOfRow(row) === person.key) continue
      const own = recordFingerprint(row)
      if (!known.has(own)) found.set(own, { name: person.key, isSure: true })
    }
  return found
}

/** What is to be remembered of rewordings. */
export function changesByRewording(rewordings: Rewordings): readonly KeyChange[] {
  return [...rewordings].map(([to, { name: from, isSure }]) => ({ kind: isSure ? 'recognised' : 'reworded', from, to }))
}

/**
 * The judgements on reworded rows that those on the judged ones give. That two are one is carried over only where the row is sure to be the judged
 * one: it lets a row accuse somebody, which otherwise nobody has seen it name in this form, so that it is asked again.
 */
export function judgementsOn(rewordings: Rewordings, judgements: readonly Judgement[]): readonly Judgement[] {
  if (rewordings.size === 0) return []
  const forms = groupBy([...rewordings], ([, { name }]) => name)
  return judgements.flatMap((judgement) => {
    const others = (name: string) =>
      (forms.get(name) ?? []).flatMap(([own, { isSure }]) => (isSure || judgement.verdict !== 'same' ? [own] : []))
    return [
      ...others(judgement.left).map((left) => ({ ...judgement, left })),
      ...others(judgement.right).map((right) => ({ ...judgement, right })),
    ]
  })
}

// Last month's rows without a usable number that somebody judged, by the name that he judged them by: of the row, or of a person who has no number at all.
function judgedRows(
  past: readonly PastRecord[],
  judgements: readonly Judgement[],
  known: Rewordings,
): ReadonlyMap<PastRecord, string> {
  const found = new Map<PastRecord, string>()
  const judged = namesIn(judgements)
  if (judged.size === 0) return found
  const numbered = new Set<string>()
  for (const row of past) {
    if (settledId(row) !== null) {
      if (judged.has(row.personKey)) numbered.add(row.personKey)
      continue
    }
    if (row.name === null) continue
    const own = recordFingerprint(row)
    const names = [own, known.get(own)?.name, keyOfRow(row), row.personKey]
    const name = names.find((each) => each !== undefined && judged.has(each))
    if (name !== undefined) found.set(row, name)
  }
  for (const [row, name] of found) if (numbered.has(name)) found.delete(row)
  return found
}

function namesIn(judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(judgements.flatMap(({ left, right }) => [left, right]))
}

// The usable numbers of those with whom somebody compared a row.
function numbersJudged(
  past: readonly PastRecord[],
  judgements: readonly Judgement[],
): (judgedAs: string) => ReadonlySet<string> {
  const compared = new Map<string, string[]>()
  for (const { left, right } of judgements) {
    compared.set(left, [...(compared.get(left) ?? []), right])
    compared.set(right, [...(compared.get(right) ?? []), left])
  }
  const numbers = groupBy(
    past.filter(({ personKey }) => compared.has(personKey)),
    ({ personKey }) => personKey,
  )
  return (judgedAs) =>
    new Set(
      (compared.get(judgedAs) ?? []).flatMap((key) => numbers.get(key)?.flatMap((row) => settledId(row) ?? []) ?? []),
    )
}

// A row is surely the judged one in the same household of the same roster when its number is written as before, or when what it shows of the number
// tells a person, is all of it that of whom the row was judged to be, and of nobody else of the name.
function surely(
  namesakes: readonly PersonRecord[],
  numbersOf: (judgedAs: string) => ReadonlySet<string>,
): (row: PersonRecord, old: PersonRecord, judgedAs: string) => boolean {
  const byName = groupBy(namesakes, ({ name }) => name)
  return (row, old, judgedAs) => {
    if (row.householdNumber === null || settledId(row) !== null) return false
    const pattern = damagedPattern(row)
    if (pattern === damagedPattern(old)) return true
    if (pattern === null || !tellsPerson(pattern)) return false
    const numbers = numbersOf(judgedAs)
    const others = (byName.get(row.name) ?? []).flatMap((each) => settledId(each) ?? [])
    return (
      [...numbers].some((number) => fits(pattern, number)) &&
      others.every((number) => numbers.has(number) || !fits(pattern, number))
    )
  }
}

function fits(pattern: string, number: string): boolean {
  return pattern.length === number.length && [...pattern].every((digit, at) => digit === '?' || digit === number[at])
}

// Where a row stands, but for its number.
function seatOf({ source, name, place, householdNumber }: PersonRecord): string {
  return [source, name, place.township, place.village, householdNumber].join('|')
}

// A household's row gives the head twice, as head and as member.
function onlyOne(rows: readonly PersonRecord[] = []): PersonRecord | null {
  const [first] = rows
  return first !== undefined && new Set(rows.map(recordFingerprint)).size === 1 ? first : null
}

function mayBeOneNumber(row: PersonRecord, old: PersonRecord): boolean {
  const [left, right] = [settledId(row) ?? damagedPattern(row), damagedPattern(old)]
  if (left === null || right === null || left.length !== right.length) return true
  const differ = [...left].filter((digit, at) => digit !== '?' && right[at] !== '?' && digit !== right[at])
  return differ.length <= mostDifferent
}
