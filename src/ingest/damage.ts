import { groupBy } from '../domain/group.js'
import { type Damage, type IdNumber, idNumber, type Repair } from '../domain/id-number.js'
import type { Department } from '../domain/issue.js'
import type { Delivery } from './delivery.js'
import type { PersonRecord } from './source.js'
import { sources } from './sources/all.js'

/** What became of the ids of one column of one file. `filled` = `intact` + repaired + damaged cells. */
export interface IdColumnDamage {
  readonly department: Department
  readonly source: string
  readonly file: string
  readonly sheet: string
  readonly field: string
  /** Heading as printed. */
  readonly column: string
  readonly filled: number
  readonly intact: number
  /** Repaired cells; a cell repaired in two ways counts in both of `repairs`. */
  readonly repaired: number
  readonly repairs: Readonly<Partial<Record<Repair, number>>>
  readonly damaged: number
  readonly damage: Readonly<Partial<Record<Damage, number>>>
  /** Records (for the head's column rows) without an id in this column; the head's own rows are left out of his column. */
  readonly absent: number
  /** The column has been stored as numbers: it has to be set to 文本 before the next export. */
  readonly setToText: boolean
}

const lostAsNumber: readonly Damage[] = ['末三位丢失', '科学计数']

/** Counts the ids of each file by column, in the order of `deliveries`; columns without any id are left out. */
export function damageReport(records: readonly PersonRecord[], deliveries: readonly Delivery[]): IdColumnDamage[] {
  const bySheet = groupBy(records, ({ source, origin }) => sheetKey(source, origin.file, origin.sheet))
  return deliveries.flatMap((delivery) => {
    const own = bySheet.get(sheetKey(delivery.source, delivery.file, delivery.sheet)) ?? []
    return idFieldsOf(delivery.source)
      .map((field) => columnDamage(delivery, field, own))
      .filter(({ filled }) => filled > 0)
  })
}

function sheetKey(source: string, file: string, sheet: string): string {
  return `${source}\u0000${file}\u0000${sheet}`
}

function idFieldsOf(id: string): string[] {
  const source = sources.find((candidate) => candidate.id === id)
  const fields = Object.entries(source?.columns ?? {}).filter(([, { cell }]) => cell === idNumber)
  const own = fields.map(([field]) => field)
  // A household export has its people's ids in the members' column.
  return own.includes('idNumber') ? own : ['idNumber', ...own]
}

function columnDamage(delivery: Delivery, field: string, records: readonly PersonRecord[]): IdColumnDamage {
  const count = countIds(field === 'headIdNumber' ? headIds(records) : records.map((record) => idIn(record, field)))
  return {
    department: delivery.department,
    source: delivery.source,
    file: delivery.file,
    sheet: delivery.sheet,
    field,
    column: delivery.columns?.[field] ?? delivery.columns?.memberIdNumbers ?? delivery.columns?.headIdNumber ?? field,
    ...count,
    setToText: lostAsNumber.some((damage) => count.damage[damage] !== undefined),
  }
}

function idIn(record: PersonRecord, field: string): IdNumber | null {
  return (record as unknown as Record<string, IdNumber | null>)[field] ?? null
}

// One cell a row, which wide rows hand to each of their members. Where the row holds the head's own record, it is his id once more.
function headIds(records: readonly PersonRecord[]): (IdNumber | null)[] {
  const byRow = new Map<number, IdNumber | null>()
  const own = new Set<number>()
  for (const { origin, idNumber, headIdNumber } of records) {
    if (headIdNumber !== null && headIdNumber.pattern === idNumber?.pattern) own.add(origin.row)
    byRow.set(origin.row, headIdNumber ?? byRow.get(origin.row) ?? null)
  }
  return [...byRow].flatMap(([row, id]) => (own.has(row) ? [] : [id]))
}

/** Counts ids by what was done to them; null is absent. */
export function countIds(ids: readonly (IdNumber | null)[]) {
  const repairs: Partial<Record<Repair, number>> = {}
  const damage: Partial<Record<Damage, number>> = {}
  const states = { intact: 0, repaired: 0, damaged: 0 }
  for (const id of ids) {
    if (id === null) continue
    states[id.state]++
    if (id.state === 'repaired') for (const repair of id.repairs) repairs[repair] = (repairs[repair] ?? 0) + 1
    if (id.state === 'damaged') damage[id.damage] = (damage[id.damage] ?? 0) + 1
  }
  const filled = states.intact + states.repaired + states.damaged
  return { filled, ...states, repairs, damage, absent: ids.length - filled }
}
