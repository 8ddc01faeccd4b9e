import type { Department } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import type { Place } from '../domain/place.js'
import type { Programme } from '../domain/programme.js'

/**
 * What one sheet of one file brought (报送). Every non-empty row below the heading is counted once:
 * rowsRead = rowsUsed + rowsRejected + rowsDuplicate + rowsReplaced + rowsSkipped.
 */
export interface Delivery {
  readonly source: string
  readonly department: Department
  readonly programmes: readonly Programme[]
  /** Path below the month's inbox folder. */
  readonly file: string
  readonly sheet: string
  readonly sha256: string
  /** xlsx, xls, csv, html, xml2003, ods, … as found in the bytes. */
  readonly format: string
  /** Text encoding of text formats, else null. */
  readonly encoding: string | null
  /** Month the data is of, from title, file name or a 数据月份 column; null when nothing says it. */
  readonly dataMonth: Month | null
  readonly rowsRead: number
  /** Rows that became at least one record. */
  readonly rowsUsed: number
  readonly rowsRejected: number
  readonly rowsDuplicate: number
  /** Rows of an earlier month that are not used, since this month's sheets of the programme tell better; missing where there are none. */
  readonly rowsReplaced?: number
  /** Totals, signatures, notes, section rows: not data. */
  readonly rowsSkipped: number
  readonly records: number
  /** Records by township; `''` counts those no row of towns.csv names. */
  readonly byTownship: Readonly<Record<string, number>>
  /** Of a list of several programmes the records of each, by township; missing for any other and in months that an earlier doudi stored. */
  readonly byProgramme?: Readonly<Partial<Record<Programme, Readonly<Record<string, number>>>>>
  /** Usable ids by the province of their area code, its first two digits; missing in months that an earlier doudi stored. */
  readonly byProvince?: Readonly<Record<string, number>>
  /** Whether the source is a rolling list (no safety stop on its length). */
  readonly rolling: boolean
  /** Field → heading as printed, for the columns that were read; wide tables have their pairs under `name` and `idNumber`, joined by 、. */
  readonly columns?: Readonly<Record<string, string>>
  /** All headings of the sheet from left to right, to tell what an export changed since last month. */
  readonly headings?: readonly string[]
}

/**
 * The other month whose roster was used as that of `month`, or null: lists that go on over months have older rows by right, and a sheet of which every
 * row was replaced counts for nothing.
 */
export function otherMonthOf({ dataMonth, rolling, records, rowsReplaced = 0 }: Delivery, month: Month): Month | null {
  return rolling || dataMonth === month || (records === 0 && rowsReplaced > 0) ? null : dataMonth
}

/** The records that a delivery brought to one programme, by township. */
export function recordsFor(
  programme: Programme,
  { byProgramme, byTownship }: Delivery,
): Readonly<Record<string, number>> {
  return byProgramme ? (byProgramme[programme] ?? {}) : byTownship
}

/** Counts the records of a list of several programmes by programme and township: each row for what it enrols its person in. */
export function countByProgramme(
  list: readonly Programme[],
  records: readonly { readonly programmes: readonly Programme[]; readonly place: Place }[],
): NonNullable<Delivery['byProgramme']> {
  const counts = Object.fromEntries(list.map((programme) => [programme, {} as Record<string, number>]))
  for (const { programmes, place } of records)
    for (const programme of programmes) {
      const known = counts[programme]
      if (known) known[place.township ?? ''] = (known[place.township ?? ''] ?? 0) + 1
    }
  return counts
}
