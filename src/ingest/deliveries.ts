import { compareText } from '../domain/compare-text.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import { dataMonth } from './data-month.js'
import { countByProgramme, type Delivery } from './delivery.js'
import type { Duplicate } from './duplicates.js'
import type { Header } from './header.js'
import type { Settling } from './household-lists.js'
import type { Mapping } from './mapping.js'
import type { FileReading } from './read-file.js'
import type { SheetRows } from './row-reader.js'
import type { PersonRecord, Source } from './source.js'
import { isInForce } from './support-state.js'
import type { Surroundings } from './told.js'

/**
 * A sheet that was read as a roster. `records` are all its records, repeated ones included, without those of `replaced`: rows of an earlier month for
 * which this month's sheet stands.
 */
export interface ReadRoster {
  readonly file: FileReading
  readonly around: Surroundings
  readonly header: Header
  readonly mapping: Mapping
  readonly rows: SheetRows
  readonly source: Source
  readonly records: readonly Settling[]
  readonly replaced: readonly Settling[]
}

/** Accounts for each roster: a row whose every record repeats an earlier one is a duplicate row, one of an earlier month that this month's sheet stands for a replaced row, any other row with records is used. */
export function deliveriesOf(
  rosters: readonly ReadRoster[],
  duplicates: readonly Duplicate[],
  month: Month,
): Delivery[] {
  const repeated = new Set<PersonRecord>(duplicates.map(({ record }) => record))
  return rosters.map((roster) => deliveryOf(roster, repeated, month))
}

function deliveryOf(
  { file, around, header, mapping, rows, source, records, replaced }: ReadRoster,
  repeated: ReadonlySet<PersonRecord>,
  month: Month,
): Delivery {
  const kept = records.filter((record) => !repeated.has(record))
  const usedRows = new Set(kept.map(({ origin }) => origin.row)).size
  const rowsReplaced = new Set(replaced.map(({ origin }) => origin.row)).size
  const byTownship: Record<string, number> = {}
  const byProvince: Record<string, number> = {}
  for (const record of kept) {
    const { place, idNumber } = record
    // Who is listed as stopped is no part of the roll: a list that drops such rows has lost nobody.
    if (isInForce(record)) byTownship[place.township ?? ''] = (byTownship[place.township ?? ''] ?? 0) + 1
    const province = idNumber?.value?.slice(0, 2)
    if (province !== undefined) byProvince[province] = (byProvince[province] ?? 0) + 1
  }
  const programmes = broughtBy(source, kept)
  return {
    source: source.id,
    department: source.department,
    programmes,
    file: file.file,
    sheet: around.sheet,
    sha256: file.sha256,
    format: file.format,
    encoding: file.encoding,
    dataMonth: dataMonth(
      [...records, ...replaced].map((record) => (record as { dataMonth?: Month | null }).dataMonth ?? null),
      around,
      month,
    ),
    rowsRead: rows.rowsRead,
    rowsUsed: usedRows,
    rowsRejected: rows.rowsRejected,
    rowsDuplicate: rows.rowsUsed - usedRows - rowsReplaced,
    ...(rowsReplaced > 0 ? { rowsReplaced } : {}),
    rowsSkipped: Object.values(rows.skipped).reduce((sum, count) => sum + count, 0),
    records: kept.length,
    byTownship: sorted(byTownship),
    ...(programmes.length > 1 ? { byProgramme: countByProgramme(programmes, kept) } : {}),
    byProvince: sorted(byProvince),
    rolling: source.rolling,
    columns: printedColumns(mapping),
    headings: header.columns.map(({ text }) => text),
  }
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareText(a, b)))
}

// A register of old people must not stand for one of children: nobody would be listed in it.
function broughtBy(source: Source, kept: readonly PersonRecord[]): readonly Programme[] {
  if (!source.feedsByRow || kept.length === 0) return source.feeds
  const named = new Set(kept.flatMap(({ programmes }) => programmes))
  return source.feeds.filter((programme) => named.has(programme))
}

/** Field → heading as printed; of wide tables the headings of all pairs. */
export function printedColumns({ fields, pairs, columns }: Mapping): Record<string, string> {
  const printed = Object.fromEntries([...fields].map(([field, { text }]) => [field, text]))
  const textAt = (index: number) => columns.find((column) => column.index === index)?.text
  for (const role of ['name', 'idNumber', 'relation'] as const) {
    const headings = pairs.map((pair) => textAt(pair[role])).filter((text) => text !== undefined)
    if (headings.length > 0) printed[role] = headings.join('、')
  }
  return printed
}
