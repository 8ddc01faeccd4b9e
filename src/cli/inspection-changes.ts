import { unplaced } from '../domain/place.js'
import { editDistance } from '../ingest/heading.js'
import type { SheetInspection } from '../ingest/inspection.js'

/** Records of one township then and now. */
interface TownshipChange {
  readonly township: string
  readonly before: number
  readonly now: number
}

/** How an export differs from the one of another month. Headings as printed. */
export interface ExportChange {
  readonly added: readonly string[]
  readonly gone: readonly string[]
  /** A known field whose heading was another one. */
  readonly renamed: readonly { readonly before: string; readonly now: string }[]
  /** Headings whose order among those that both have is another one. */
  readonly moved: readonly string[]
  /** A heading gone and one added that may be the same column. */
  readonly maybeRenamed: readonly { readonly before: string; readonly now: string }[]
  /** Only townships whose count changed; none when one of the two was not read. */
  readonly townships: readonly TownshipChange[]
}

/** One side of the comparison: a sheet as inspected, its headings in their order, and its records by township ('' for none). */
export interface ExportSide {
  readonly sheet: SheetInspection
  readonly byTownship: Readonly<Record<string, number>>
}

/** Compares two exports of one source. */
export function exportChange(before: ExportSide, now: ExportSide): ExportChange {
  const renamed = Object.entries(now.sheet.columns).flatMap(([field, heading]) => {
    const old = before.sheet.columns[field]
    return old === undefined || old === heading ? [] : [{ before: old, now: heading }]
  })
  const [then, today] = [headingsOf(before.sheet), headingsOf(now.sheet)]
  const both = (headings: readonly string[], others: readonly string[]) =>
    headings.filter((one) => others.includes(one))
  const added = today.filter((heading) => !then.includes(heading) && !renamed.some((one) => one.now === heading))
  const gone = then.filter((heading) => !today.includes(heading) && !renamed.some((one) => one.before === heading))
  const maybeRenamed = likelyPairs(before.sheet, now.sheet, gone, added)
  const isPaired = (heading: string) => maybeRenamed.some((one) => one.before === heading || one.now === heading)
  const read = before.sheet.state === 'recognised' && now.sheet.state === 'recognised'
  return {
    added: added.filter((heading) => !isPaired(heading)),
    gone: gone.filter((heading) => !isPaired(heading)),
    renamed,
    maybeRenamed,
    moved: outOfOrder(both(then, today), both(today, then)),
    townships: read ? townshipChanges(before.byTownship, now.byTownship) : [],
  }
}

// A field that is missing now goes to the column that comes nearest; other headings pair by their letters, half of which may differ.
function likelyPairs(
  before: SheetInspection,
  now: SheetInspection,
  gone: readonly string[],
  added: readonly string[],
): { before: string; now: string }[] {
  const pairs: { before: string; now: string }[] = []
  const isFree = (heading: string | undefined): heading is string =>
    heading !== undefined && !pairs.some((pair) => pair.now === heading || pair.before === heading)
  for (const { field, nearest } of now.missing) {
    const [old, candidate] = [before.columns[field], nearest.find((heading) => added.includes(heading))]
    if (gone.includes(old ?? '') && isFree(old) && isFree(candidate)) pairs.push({ before: old, now: candidate })
  }
  for (const heading of gone.filter(isFree)) {
    const alike = added.filter(isFree).map((other) => ({ other, away: editDistance(heading, other) }))
    const best = alike.sort((a, b) => a.away - b.away)[0]
    if (best && best.away * 2 <= Math.max(heading.length, best.other.length))
      pairs.push({ before: heading, now: best.other })
  }
  return pairs
}

function headingsOf(sheet: SheetInspection): readonly string[] {
  return [...new Set(sheet.headings)]
}

// What does not belong to the longest run of headings that kept their order has moved.
function outOfOrder(before: readonly string[], now: readonly string[]): string[] {
  const positions = now.map((heading) => before.indexOf(heading))
  const longest: number[][] = []
  for (const [at, position] of positions.entries()) {
    const best = longest.slice(0, at).filter((run) => (positions[run.at(-1) as number] as number) < position)
    const longestBefore = best.reduce<number[]>((found, run) => (run.length > found.length ? run : found), [])
    longest.push([...longestBefore, at])
  }
  const kept = longest.reduce<number[]>((found, run) => (run.length > found.length ? run : found), [])
  return now.filter((_, at) => !kept.includes(at))
}

function townshipChanges(before: ExportSide['byTownship'], now: ExportSide['byTownship']): TownshipChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .sort()
    .map((township) => ({ township, before: before[township] ?? 0, now: now[township] ?? 0 }))
    .filter((change) => change.before !== change.now)
}

/** The change as Chinese lines; `month` is the month compared with, null a month without a file of the roster. */
export function changeLines(change: ExportChange | null, month: string): string[] {
  if (change === null) return [`    ${month} 没有同一名册的文件。`]
  const list = (word: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`    ${word}：${items.join('、')}`]
  const arrows = (pairs: ExportChange['renamed']) => pairs.map((one) => `${one.before}→${one.now}`)
  const lines = [
    ...list('改名的列', arrows(change.renamed)),
    ...list('可能改名的列', arrows(change.maybeRenamed)),
    ...list('新增的列', change.added),
    ...list('没有了的列', change.gone),
    ...list('换了位置的列', change.moved),
    ...list(
      '乡镇记录数',
      change.townships.map((one) => `${one.township || unplaced} ${one.before}→${one.now}`),
    ),
  ]
  return [`    与 ${month} 相比：${lines.length === 0 ? '没有变化' : ''}`, ...lines]
}
