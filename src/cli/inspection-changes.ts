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
  /** Only townships whose count changed. */
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
  return {
    added: today.filter((heading) => !then.includes(heading) && !renamed.some((one) => one.now === heading)),
    gone: then.filter((heading) => !today.includes(heading) && !renamed.some((one) => one.before === heading)),
    renamed,
    moved: outOfOrder(both(then, today), both(today, then)),
    townships: townshipChanges(before.byTownship, now.byTownship),
  }
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

/** The change as Chinese lines; `month` is the month compared with. */
export function changeLines(change: ExportChange, month: string): string[] {
  const list = (word: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`    ${word}：${items.join('、')}`]
  const lines = [
    ...list('新增的列', change.added),
    ...list('没有了的列', change.gone),
    ...list(
      '改名的列',
      change.renamed.map((one) => `${one.before}→${one.now}`),
    ),
    ...list('换了位置的列', change.moved),
    ...list(
      '乡镇记录数',
      change.townships.map((one) => `${one.township || '待归属'} ${one.before}→${one.now}`),
    ),
  ]
  return [`    与 ${month} 相比：${lines.length === 0 ? '没有变化' : ''}`, ...lines]
}
