import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { compareText, grown, settledId } from './unit.js'

/** Rows that one system shows as one household, before anybody knows who the people are. */
export interface HouseholdRows {
  /** `<system>:<number, head's id, head's name and village, or place of the row>`. */
  readonly key: string
  readonly system: Programme
  readonly number: string | null
  /** The head's usable id number, when the rows tell it. */
  readonly headId: string | null
  /** Positions in the list of records. */
  readonly rows: readonly number[]
}

// Systems that keep households; in the others (certificates, subsidies, deaths …) a row without a household column is nobody's household.
const householdSystems: ReadonlySet<Programme> = new Set<Programme>([
  'rural-allowance',
  'urban-allowance',
  'destitute',
  'marginal',
  'temporary-aid',
  'registered-poor',
  'monitored',
])

interface Reference {
  readonly kind: 'number' | 'head-id' | 'head-name' | 'row'
  readonly value: string
  readonly headId: string | null
}

type Draft = {
  key: string
  system: Programme
  number: string | null
  headId: string | null
  /** True when rows name different heads. */
  disputed: boolean
  rows: number[]
}

/**
 * Groups rows into the households of their own system (domain A.0.4): by household number, else the head's id, else the head's name and
 * village, else the sheet row. A head's id that stands with exactly one number means that number. Systems are never merged. By key.
 */
export function groupHouseholds(records: readonly PersonRecord[]): readonly HouseholdRows[] {
  const numbers = numbersOfHeads(records)
  const heads = headsReferred(records)
  const bySheetRow = sharedSheetRows(records, heads)
  const drafts = new Map<string, Draft>()
  for (let position = 0; position < records.length; position++) {
    const record = records[position] as PersonRecord
    const own =
      reference(record, heads) ??
      (bySheetRow.size > 0 ? bySheetRow.get(sheetRow(record)) : null) ??
      rowReference(record)
    if (own) join(drafts, record, position, own, numbers)
  }
  const found = [...drafts.values()].map(
    ({ key, system, number, headId, disputed, rows }): HouseholdRows => ({
      key,
      system,
      number,
      headId: disputed ? null : headId,
      rows,
    }),
  )
  return found.sort((a, b) => compareText(a.key, b.key))
}

function join(
  drafts: Map<string, Draft>,
  record: PersonRecord,
  position: number,
  own: Reference,
  numbers: ReadonlyMap<string, string>,
): void {
  const number =
    own.kind === 'number'
      ? own.value
      : own.headId === null
        ? null
        : (numbers.get(`${record.system}:${own.headId}`) ?? null)
  const key = `${record.system}:${number || own.value}`
  let draft = drafts.get(key)
  if (draft) draft.rows = grown(draft.rows, position)
  else {
    draft = {
      key,
      system: record.system,
      number: number || null,
      headId: null,
      disputed: false,
      rows: [position],
    }
    drafts.set(key, draft)
  }
  if (own.headId !== null) {
    if (draft.headId === null) draft.headId = own.headId
    else if (draft.headId !== own.headId) draft.disputed = true
  }
}

function reference(record: PersonRecord, heads: ReadonlySet<string>): Reference | null {
  const headId = headIdOf(record, heads)
  if (record.householdNumber !== null) return { kind: 'number', value: record.householdNumber, headId }
  if (headId !== null) return { kind: 'head-id', value: headId, headId }
  if (record.headName !== null)
    return { kind: 'head-name', value: `${record.headName}@${record.place.village ?? ''}`, headId: null }
  return record.relation === '户主' && record.name !== null && householdSystems.has(record.system)
    ? { kind: 'head-name', value: `${record.name}@${record.place.village ?? ''}`, headId: null }
    : null
}

// An empty head's id means that the row is the head's own (domain B.3.1); so does a row whose id others name as their head's.
function headIdOf(record: PersonRecord, heads: ReadonlySet<string>): string | null {
  if (record.headIdNumber?.value) return record.headIdNumber.value
  if (record.headIdNumber !== null) return null
  const id = settledId(record)
  if (id === null) return null
  return record.relation === '户主' || heads.has(`${record.system}:${id}`) ? id : null
}

function rowReference(record: PersonRecord): Reference | null {
  if (!householdSystems.has(record.system)) return null
  return { kind: 'row', value: sheetRow(record), headId: null }
}

function sheetRow({ origin }: PersonRecord): string {
  return `${origin.file}|${origin.sheet}|${origin.row}`
}

function headsReferred(records: readonly PersonRecord[]): ReadonlySet<string> {
  const heads = new Set<string>()
  for (const { system, headIdNumber } of records) if (headIdNumber?.value) heads.add(`${system}:${headIdNumber.value}`)
  return heads
}

// Empty text: the head stands with several numbers, so the number cannot be told from the head.
function numbersOfHeads(records: readonly PersonRecord[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  for (const { system, headIdNumber, householdNumber } of records) {
    if (!headIdNumber?.value || householdNumber === null) continue
    const key = `${system}:${headIdNumber.value}`
    const known = numbers.get(key)
    numbers.set(key, known === undefined || known === householdNumber ? householdNumber : '')
  }
  return numbers
}

// Rows of a wide table: what one member's cells say of the household holds for all of the same sheet row.
function sharedSheetRows(records: readonly PersonRecord[], heads: ReadonlySet<string>): ReadonlyMap<string, Reference> {
  const lacking = new Set<string>()
  for (const record of records)
    if (record.origin.column !== null && reference(record, heads) === null) lacking.add(sheetRow(record))
  const shared = new Map<string, Reference>()
  if (lacking.size === 0) return shared
  const rank = { number: 0, 'head-id': 1, 'head-name': 2, row: 3 }
  for (const record of records) {
    if (record.origin.column === null || !lacking.has(sheetRow(record))) continue
    const own = reference(record, heads)
    if (own === null) continue
    const best = shared.get(sheetRow(record))
    const order = best ? rank[own.kind] - rank[best.kind] || compareText(own.value, best.value) : -1
    if (order < 0) shared.set(sheetRow(record), own)
  }
  return shared
}
