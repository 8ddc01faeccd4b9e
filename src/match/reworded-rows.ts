import { groupBy } from '../domain/group.js'
import type { PersonRecord } from '../ingest/source.js'
import { isRow, type Judgement, recordFingerprint } from './judgements.js'
import { damagedPattern, settledId } from './unit.js'

/** Rows whose damaged number is damaged otherwise than in the row that was judged: the fingerprint of that one, by their own. */
export type Rewordings = ReadonlyMap<string, string>

/** Most characters in which two damaged forms of one number differ where both show them: one was mistyped in each. */
const mostDifferent = 2

/**
 * Rows of this month that are last month's judged ones with the number masked, cut off or mistyped otherwise. Each is the only row of its roster with
 * its name, village and household in either month, so that nobody else of the name is taken for it. `known` are those of earlier months; only new
 * ones are given.
 */
export function newRewordings(
  records: readonly PersonRecord[],
  past: readonly PersonRecord[],
  judgements: readonly Judgement[],
  known: Rewordings,
): Rewordings {
  const judged = new Set(judgements.flatMap(({ left, right }) => [left, right]).filter(isRow))
  const found = new Map<string, string>()
  if (judged.size === 0) return found
  const before = past.filter((row) => {
    const own = row.name === null || settledId(row) !== null ? null : recordFingerprint(row)
    return own !== null && (judged.has(own) || judged.has(known.get(own) ?? ''))
  })
  if (before.length === 0) return found
  const names = new Set(before.map(({ name }) => name))
  const named = (rows: readonly PersonRecord[]) =>
    groupBy(
      rows.filter(({ name }) => names.has(name)),
      seatOf,
    )
  const [now, earlier] = [named(records), named(past)]
  for (const old of before) {
    const seat = seatOf(old)
    const row = onlyOne(now.get(seat))
    if (row === null || onlyOne(earlier.get(seat)) === null || settledId(row) !== null) continue
    const [own, judgedAs] = [recordFingerprint(row), recordFingerprint(old)]
    if (own !== judgedAs && !judged.has(own) && !known.has(own) && mayBeOneNumber(row, old))
      found.set(own, known.get(judgedAs) ?? judgedAs)
  }
  return found
}

/**
 * The judgements on reworded rows that those on the judged ones give: whom they are not, and whom nobody could tell. That two are one is not carried
 * over: it would let a row accuse somebody whom nobody saw it name in this form, so that it is asked again.
 */
export function judgementsOn(rewordings: Rewordings, judgements: readonly Judgement[]): readonly Judgement[] {
  if (rewordings.size === 0) return []
  const forms = groupBy([...rewordings], ([, judged]) => judged)
  const others = (name: string) => forms.get(name)?.map(([own]) => own) ?? []
  const apart = judgements.filter(({ verdict }) => verdict !== 'same')
  return apart.flatMap((judgement) => [
    ...others(judgement.left).map((left) => ({ ...judgement, left })),
    ...others(judgement.right).map((right) => ({ ...judgement, right })),
  ])
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
  const [left, right] = [damagedPattern(row), damagedPattern(old)]
  if (left === null || right === null || left.length !== right.length) return true
  const differ = [...left].filter((digit, at) => digit !== '?' && right[at] !== '?' && digit !== right[at])
  return differ.length <= mostDifferent
}
