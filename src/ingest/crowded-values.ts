import { shownText } from '../domain/cell.js'
import { groupBy } from '../domain/group.js'
import type { Issue } from '../domain/issue.js'
import { accountDigits } from '../domain/written-number.js'
import { holdersId } from './certificate-id.js'
import type { ReadRoster } from './deliveries.js'
import type { Settling } from './household-lists.js'
import type { PersonRecord } from './source.js'

type Naming = (record: PersonRecord) => string | null

interface Limit {
  readonly field: 'idNumber' | 'householdNumber' | 'headIdNumber' | 'headName' | 'bankAccount'
  readonly of: Naming
  /** Most people that may share the value. */
  readonly most: number
  readonly code: 'id-crowded' | 'household-crowded' | 'account-crowded'
}

/** One person's name may be spelt in a few ways; a number with more names than these was filled down, and is nobody's whom it stands beside. */
const mostNames = 5

/** No family has more people. */
const mostMembers = 30

/** A home or a village may collect for this many; whoever is paid into one account with more is not accused for it, but the account is told. */
const mostPayees = 100

// A head's name names a household where nothing better stands; heads of one name are told apart by their village.
const limits: readonly Limit[] = [
  { field: 'idNumber', of: (row) => row.idNumber?.value ?? null, most: mostNames, code: 'id-crowded' },
  { field: 'householdNumber', of: (row) => row.householdNumber, most: mostMembers, code: 'household-crowded' },
  { field: 'headIdNumber', of: (row) => row.headIdNumber?.value ?? null, most: mostMembers, code: 'household-crowded' },
  { field: 'headName', of: headInVillage, most: mostMembers, code: 'household-crowded' },
  { field: 'bankAccount', of: (row) => accountDigits(row.bankAccount), most: mostPayees, code: 'account-crowded' },
]

function headInVillage({ householdNumber, headIdNumber, headName, place }: PersonRecord): string | null {
  if (householdNumber !== null || headIdNumber !== null || headName === null) return null
  return `${headName}@${place.township}/${place.village}`
}

/**
 * Takes from the rows what more people share than can: an id, a household's number or head, or an account, that was filled down the column or cut to the
 * same digits. Changes the records, whose people and households are then told by what else they say; gives one issue for each sheet and column.
 */
export function dropCrowdedValues(rosters: readonly ReadRoster[]): Issue[] {
  const issues: Issue[] = []
  for (const own of groupBy(rosters, ({ source }) => source.id).values())
    for (const limit of limits) {
      const crowds = crowdsAmong(own, limit)
      if (crowds.size === 0) continue
      for (const roster of own) issues.push(...dropFrom(roster, limit, crowds))
    }
  return issues
}

// The people of each crowd. Rows are counted first: a set for each household of the county would cost more than all else here.
function crowdsAmong(rosters: readonly ReadRoster[], { field, of, most }: Limit): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const { records } of rosters)
    for (const record of records) {
      const key = of(record)
      if (key !== null) rows.set(key, (rows.get(key) ?? 0) + 1)
    }
  const people = new Map<string, Set<string>>()
  for (const [key, count] of rows) if (count > most) people.set(key, new Set())
  if (people.size > 0)
    for (const { records } of rosters)
      for (const record of records) people.get(of(record) ?? '')?.add(toldBy(record, field))
  return new Map([...people].map(([key, { size }]) => [key, size] as const).filter(([, size]) => size > most))
}

// Who stands in a row, by what the column in question does not say.
function toldBy({ idNumber, name }: PersonRecord, field: Limit['field']): string {
  return (field === 'idNumber' ? name : (idNumber?.pattern ?? name)) ?? ''
}

function dropFrom(
  { around, mapping, source, records }: ReadRoster,
  { field, of, most, code }: Limit,
  crowds: ReadonlyMap<string, number>,
): Issue[] {
  const rows = new Set<number>()
  let first: { readonly text: string; readonly people: number; readonly row: number } | null = null
  for (const record of records) {
    const key = of(record)
    const people = key === null ? undefined : crowds.get(key)
    if (people === undefined) continue
    first ??= { text: writtenIn(record, field), people, row: record.origin.row }
    rows.add(record.origin.row)
    record[field] = null
    if (field === 'idNumber') record.idNumber = holdersId(record)
  }
  if (first === null) return []
  const { text, people, row } = first
  const facts = { count: rows.size, text: shownText(text), people, most }
  const column = (mapping.fields.get(field) ?? mapping.fields.get(inCells[field] ?? ''))?.text ?? null
  const origin = { file: around.file, sheet: around.sheet, row, column }
  return [{ code, facts, origin, department: source.department, source: source.id }]
}

// Where a cell names all members of a household.
const inCells: Partial<Record<Limit['field'], string>> = { idNumber: 'memberIdNumbers' }

function writtenIn(record: Settling, field: Limit['field']): string {
  return (field === 'idNumber' || field === 'headIdNumber' ? record[field]?.value : record[field]) ?? ''
}
