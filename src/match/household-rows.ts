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
  'rigid-expenditure',
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
  readonly key: string
  readonly system: Programme
  readonly number: string | null
  headId: string | null
  rows: number[]
}

// Keys of systems and values apart: a county has a million rows, and a text joined for each of them costs more than all the rest.
type BySystem<T> = Map<Programme, Map<string, T>>

// Stands for a head's id while rows are read that name different heads.
const disputed = ''

/**
 * Groups rows into the households of their own system (domain A.0.4): by household number, else the head's id, else the head's name and
 * village, else the sheet row. A head's id that stands with exactly one number means that number. Systems are never merged. By key.
 */
export function groupHouseholds(records: readonly PersonRecord[]): readonly HouseholdRows[] {
  const numbers = numbersOfHeads(records)
  const heads = headsReferred(records)
  const bySheetRow = sharedSheetRows(records, heads)
  const drafts: BySystem<Draft> = new Map()
  for (let position = 0; position < records.length; position++) {
    const record = records[position] as PersonRecord
    const own =
      reference(record, heads) ??
      (bySheetRow.size > 0 ? bySheetRow.get(sheetRow(record)) : null) ??
      rowReference(record)
    if (own) join(drafts, record, position, own, numbers)
  }
  return byKey(drafts)
}

function byKey(drafts: BySystem<Draft>): readonly HouseholdRows[] {
  const found: HouseholdRows[] = []
  for (const system of [...drafts.keys()].sort((a, b) => compareText(`${a}:`, `${b}:`))) {
    const ofSystem = drafts.get(system) as Map<string, Draft>
    // Sorted by code unit without a comparing function: half the time for half a million.
    for (const value of [...ofSystem.keys()].sort()) {
      const draft = ofSystem.get(value) as Draft
      if (draft.headId === disputed) draft.headId = null
      found.push(draft)
    }
  }
  return found
}

function join(
  drafts: BySystem<Draft>,
  record: PersonRecord,
  position: number,
  own: Reference,
  numbers: BySystem<string>,
): void {
  const { system } = record
  const number =
    own.kind === 'number' ? own.value : own.headId === null ? null : (numbers.get(system)?.get(own.headId) ?? null)
  const value = number || own.value
  const ofSystem = within(drafts, system)
  let draft = ofSystem.get(value)
  if (draft) draft.rows = grown(draft.rows, position)
  else {
    draft = { key: `${system}:${value}`, system, number: number || null, headId: null, rows: [position] }
    ofSystem.set(value, draft)
  }
  if (own.headId === null) return
  if (draft.headId === null) draft.headId = own.headId
  else if (draft.headId !== own.headId) draft.headId = disputed
}

function within<T>(bySystem: BySystem<T>, system: Programme): Map<string, T> {
  let found = bySystem.get(system)
  if (!found) {
    found = new Map()
    bySystem.set(system, found)
  }
  return found
}

function reference(record: PersonRecord, heads: BySystem<true>): Reference | null {
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
function headIdOf(record: PersonRecord, heads: BySystem<true>): string | null {
  if (record.headIdNumber?.value) return record.headIdNumber.value
  if (record.headIdNumber !== null) return null
  const id = settledId(record)
  if (id === null) return null
  return record.relation === '户主' || heads.get(record.system)?.has(id) ? id : null
}

function rowReference(record: PersonRecord): Reference | null {
  if (!householdSystems.has(record.system)) return null
  return { kind: 'row', value: sheetRow(record), headId: null }
}

function sheetRow({ origin }: PersonRecord): string {
  return `${origin.file}|${origin.sheet}|${origin.row}`
}

function headsReferred(records: readonly PersonRecord[]): BySystem<true> {
  const heads: BySystem<true> = new Map()
  for (const { system, headIdNumber } of records)
    if (headIdNumber?.value) within(heads, system).set(headIdNumber.value, true)
  return heads
}

// Empty text: the head stands with several numbers, so the number cannot be told from the head.
function numbersOfHeads(records: readonly PersonRecord[]): BySystem<string> {
  const numbers: BySystem<string> = new Map()
  for (const { system, headIdNumber, householdNumber } of records) {
    if (!headIdNumber?.value || householdNumber === null) continue
    const ofSystem = within(numbers, system)
    const known = ofSystem.get(headIdNumber.value)
    ofSystem.set(headIdNumber.value, known === undefined || known === householdNumber ? householdNumber : '')
  }
  return numbers
}

// Rows of a wide table: what one member's cells say of the household holds for all of the same sheet row.
function sharedSheetRows(records: readonly PersonRecord[], heads: BySystem<true>): ReadonlyMap<string, Reference> {
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
