import type { ReadRoster } from './deliveries.js'
import type { PersonRecord } from './source.js'

type Rows = readonly PersonRecord[]

/** The rows of one household in one sheet, or in several of one month. */
export interface Listed {
  readonly rows: Rows
  readonly names: Naming
}

/**
 * Whom of a household a sheet names: its head alone (家庭查询 without its members), all of it, or maybe only those who are supported, as some offices
 * print 人员查询.
 */
type Naming = 'head' | 'all' | 'maybe-supported'

/** What rosters of an allowance say of how many are supported. */
interface StatedSupport {
  readonly insured?: boolean | null
  readonly insuredSize?: number | null
  readonly householdSize?: number | null
}

/** Says of rows of the rosters whom of their household these name. */
export function listedIn(rosters: readonly ReadRoster[]): (rows: Rows) => Listed {
  const naming = new Map<PersonRecord, Naming>()
  for (const roster of rosters) {
    const names = namingOf(roster)
    for (const record of roster.records) naming.set(record, names)
  }
  return (rows) => {
    const said = new Set(rows.map((row) => naming.get(row)))
    return { rows, names: fullest.find((names) => said.has(names)) ?? 'head' }
  }
}

const fullest: readonly Naming[] = ['all', 'maybe-supported']

function namingOf({ source, mapping, records }: ReadRoster): Naming {
  if (source.shape === 'joined-members')
    return mapping.fields.has('memberNames') || mapping.fields.has('memberIdNumbers') ? 'all' : 'head'
  return source.shape === 'pairs' || records.some((record) => insuredOf(record) === false) ? 'all' : 'maybe-supported'
}

/**
 * Whether an older sheet says of a household what the newer sheets, of another form, bear out: the same number and head, the same people, and as many supported. Only then may
 * its sizes and 是否保障 still be taken for this month's.
 */
export function isSameHousehold(old: Listed, now: Listed): boolean {
  if (isRenamed(old.rows, now.rows)) return false
  if (now.names === 'head') return true
  if (differ(flagged(old.rows), sizeIn(now.rows)) || differ(flagged(now.rows), sizeIn(old.rows))) return false
  const [supported, supportedNow] = [old.rows.filter(isSupported), now.rows.filter(isSupported)]
  if (old.names === 'head') return fitsCount(old.rows, [countOf(now.rows), countOf(supportedNow)])
  if (supportedNow.some((row) => !isNamed(row, old.rows))) return false
  if (supported.every((row) => isNamed(row, now.rows))) return true
  if (now.names === 'all') return false
  const size = sizeIn(now.rows) ?? sizeIn(old.rows)
  return size === null || size === countOf(supportedNow)
}

// Another number or another head: left as it is, the old one would make a second household of it.
function isRenamed(old: Rows, now: Rows): boolean {
  const keys = [
    ({ householdNumber }: PersonRecord) => householdNumber,
    ({ headIdNumber }: PersonRecord) => headIdNumber?.value ?? null,
  ]
  return keys.some((keyOf) => {
    const [before, after] = [old, now].map((rows) => new Set(rows.map(keyOf).filter((key) => key !== null)))
    if (before === undefined || after === undefined || before.size === 0 || after.size === 0) return false
    return [...before].every((key) => !after.has(key))
  })
}

function isSupported({ programmes }: PersonRecord): boolean {
  return programmes.length > 0
}

function insuredOf(record: PersonRecord): boolean | null {
  return (record as StatedSupport).insured ?? null
}

// How many rows say that they support; null where none says anything of it.
function flagged(rows: Rows): number | null {
  if (rows.every((row) => insuredOf(row) === null)) return null
  return countOf(rows.filter((row) => insuredOf(row) === true && isSupported(row)))
}

function sizeIn(rows: Rows): number | null {
  return rows.map((row) => (row as StatedSupport).insuredSize ?? null).find((size) => size !== null) ?? null
}

function differ(one: number | null, another: number | null): boolean {
  return one !== null && another !== null && one !== another
}

function fitsCount(rows: Rows, counts: readonly number[]): boolean {
  const [size, whole] = [sizeIn(rows), (rows[0] as StatedSupport | undefined)?.householdSize ?? null]
  return (size === null && whole === null) || counts.some((count) => count === size || count === whole)
}

function countOf(rows: Rows): number {
  return new Set(rows.map(({ idNumber, name }) => idNumber?.value ?? name)).size
}

// Within one household a name is enough where an id is missing or damaged.
function isNamed({ idNumber, name }: PersonRecord, rows: Rows): boolean {
  return rows.some((row) =>
    idNumber?.value && row.idNumber?.value ? row.idNumber.value === idNumber.value : name !== null && row.name === name,
  )
}
