import { compareText } from '../domain/compare-text.js'
import { type Programme, programmes } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { type BySystem, type Heads, headsOf, nameInVillage, startInVillage } from './household-heads.js'
import { deal } from './linkage/deal.js'
import { type NumberList, numberList } from './linkage/number-list.js'
import { type TextTable, textTable } from './text-table.js'
import { type TornHouseholds, tornHouseholds } from './torn-households.js'
import { settledId } from './unit.js'

/**
 * Rows that one system shows as one household, before anybody knows who the people are. Households are numbered from 0 in the order of their keys and kept
 * in flat lists: a county has half a million, and as many objects would be read by every garbage collection until the persons are known.
 */
export interface HouseholdRows {
  readonly count: number
  /** By household, as all of the lists. */
  readonly systems: readonly Programme[]
  /** What stands for the household in its system: its number, the head's id, the head's name and village, or the place of the row. */
  readonly values: readonly string[]
  /** 1 where the value is the household's number. */
  readonly numbered: Uint8Array
  /** The head's usable id number, when the rows tell it. */
  readonly headIds: readonly (string | null)[]
  /** The positions of household `h` in the list of records are `rows[starts[h]]` to `rows[starts[h + 1]]`, in their order. */
  readonly starts: Int32Array
  readonly rows: Int32Array
}

// Joined once for each system: half a million keys keep the text that they are joined of.
const keyPrefixes = new Map(Object.keys(programmes).map((system) => [system as Programme, `${system}:`]))

/** The key of household `at`: `<system>:<value>`. */
export function keyOfRows({ systems, values }: HouseholdRows, at: number): string {
  return `${keyPrefixes.get(systems[at] as Programme)}${values[at]}`
}

/** The number of household `at`, or null when its rows give none. */
export function numberOfRows({ numbered, values }: HouseholdRows, at: number): string | null {
  return numbered[at] === 1 ? (values[at] as string) : null
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

// The households of one system while rows are read, in the order in which they come up; all lists by the number of the value.
interface Draft {
  /** Its number among the drafts. */
  readonly at: number
  readonly system: Programme
  readonly values: TextTable
  /** 1 where the value is a household's number. */
  readonly numbered: NumberList
  readonly headIds: (string | null)[]
}

// Stands for a head's id while rows are read that name different heads.
const disputed = ''

/**
 * Groups rows into the households of their own system (domain A.0.4): by household number, else the head's id, else the head's name and
 * village, else the one head of the village whose number a damaged one begins like, else the sheet row. A head's id that stands with exactly one
 * number means that number; what a number written otherwise tears apart is joined again (`tornHouseholds`). Systems are never merged. By key.
 */
export function groupHouseholds(records: readonly PersonRecord[]): HouseholdRows {
  const heads = headsOf(records)
  const bySheetRow = sharedSheetRows(records, heads)
  const drafts = new Map<Programme, Draft>()
  const draftOf = new Uint8Array(records.length)
  const householdOf = new Int32Array(records.length)
  for (let position = 0; position < records.length; position++) {
    const record = records[position] as PersonRecord
    const own =
      reference(record, heads) ??
      (bySheetRow.size > 0 ? bySheetRow.get(sheetRow(record)) : null) ??
      rowReference(record)
    const draft = own ? draftFor(drafts, record.system) : null
    draftOf[position] = draft?.at ?? 0
    householdOf[position] = own && draft ? join(draft, own, heads.numbers) : -1
  }
  const grouped = byKey([...drafts.values()], draftOf, householdOf)
  const torn = tornHouseholds(grouped, records, heads.numbers)
  return torn.size === 0 ? grouped : joined(grouped, torn, records.length)
}

// Households that are part of another one give their rows to it.
function joined(grouped: HouseholdRows, torn: TornHouseholds, records: number): HouseholdRows {
  const isWhole = (_: unknown, at: number) => !torn.has(at)
  const places = new Int32Array(grouped.count)
  let count = 0
  for (let at = 0; at < grouped.count; at++) if (!torn.has(at)) places[at] = count++
  const householdOf = new Int32Array(records).fill(-1)
  for (let at = 0; at < grouped.count; at++)
    for (let i = grouped.starts[at] as number; i < (grouped.starts[at + 1] as number); i++)
      householdOf[grouped.rows[i] as number] = places[torn.get(at) ?? at] as number
  const { starts, items: rows } = deal(householdOf, count)
  return {
    count,
    systems: grouped.systems.filter(isWhole),
    values: grouped.values.filter(isWhole),
    numbered: grouped.numbered.filter(isWhole),
    headIds: grouped.headIds.filter(isWhole),
    starts,
    rows,
  }
}

function draftFor(drafts: Map<Programme, Draft>, system: Programme): Draft {
  let draft = drafts.get(system)
  if (!draft) {
    draft = { at: drafts.size, system, values: textTable(0), numbered: numberList(), headIds: [] }
    drafts.set(system, draft)
  }
  return draft
}

// The number of a row's household in its system, a new one when no row before gave its value.
function join(draft: Draft, own: Reference, numbers: BySystem<string>): number {
  const { system, values, numbered, headIds } = draft
  const number =
    own.kind === 'number' ? own.value : own.headId === null ? null : (numbers.get(system)?.get(own.headId) ?? null)
  const household = values.enter(number || own.value)
  if (household === headIds.length) {
    numbered.push(number ? 1 : 0)
    headIds.push(own.headId)
  }
  const headId = headIds[household] as string | null
  if (headId === null) headIds[household] = own.headId
  else if (own.headId !== null && headId !== own.headId) headIds[household] = disputed
  return household
}

// By the text of system and value.
function byKey(drafts: readonly Draft[], draftOf: Uint8Array, householdOf: Int32Array): HouseholdRows {
  const count = drafts.reduce((sum, { headIds }) => sum + headIds.length, 0)
  const columns = {
    systems: new Array<Programme>(count),
    values: new Array<string>(count),
    headIds: new Array<string | null>(count),
  }
  const numbered = new Uint8Array(count)
  const placesOf = drafts.map(({ headIds }) => new Int32Array(headIds.length))
  let place = 0
  for (const draft of [...drafts].sort((a, b) => compareText(`${a.system}:`, `${b.system}:`))) {
    const places = placesOf[draft.at] as Int32Array
    // Sorted by code unit without a comparing function: half the time for half a million.
    for (const value of [...draft.values.texts].sort()) {
      const household = draft.values.find(value)
      const headId = draft.headIds[household] as string | null
      places[household] = place
      columns.systems[place] = draft.system
      columns.values[place] = value
      columns.headIds[place] = headId === disputed ? null : headId
      numbered[place++] = draft.numbered.items[household] as number
    }
  }
  for (let position = 0; position < householdOf.length; position++) {
    const household = householdOf[position] as number
    if (household < 0) continue
    householdOf[position] = (placesOf[draftOf[position] as number] as Int32Array)[household] as number
  }
  const { starts, items: rows } = deal(householdOf, count)
  return { count, ...columns, numbered, starts, rows }
}

function reference(record: PersonRecord, heads: Heads): Reference | null {
  const headId = headIdOf(record, heads.referred) ?? namedHead(record, heads)
  if (record.householdNumber !== null) return { kind: 'number', value: record.householdNumber, headId }
  if (headId !== null) return { kind: 'head-id', value: headId, headId }
  if (record.headName !== null)
    return { kind: 'head-name', value: nameInVillage(record.headName, record), headId: null }
  if (record.relation === '户主')
    return record.name !== null && householdSystems.has(record.system)
      ? { kind: 'head-name', value: nameInVillage(record.name, record), headId: null }
      : null
  const head = damagedHead(record, heads)
  return head && reference(head, heads)
}

// The head whom a damaged number names: one whole export that lost the last digits still tells who belongs to whom.
function damagedHead({ headIdNumber, system, place }: PersonRecord, { damaged }: Heads): PersonRecord | null {
  if (headIdNumber?.state !== 'damaged') return null
  const key = startInVillage(headIdNumber.pattern, place)
  return key === null ? null : (damaged.get(system)?.get(key) ?? null)
}

// The head by name, where the village has one head of that name with an id: his own row and those of his family are one household.
function namedHead(record: PersonRecord, { named }: Heads): string | null {
  if (record.headIdNumber !== null || record.headName === null) return null
  return named.get(record.system)?.get(nameInVillage(record.headName, record)) || null
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

// Rows of a wide table: what one member's cells say of the household holds for all of the same sheet row.
function sharedSheetRows(records: readonly PersonRecord[], heads: Heads): ReadonlyMap<string, Reference> {
  const lacking = new Set<string>()
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as PersonRecord
    if (record.origin.column !== null && reference(record, heads) === null) lacking.add(sheetRow(record))
  }
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
