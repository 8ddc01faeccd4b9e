import { shownText } from '../domain/cell.js'
import { groupBy } from '../domain/group.js'
import type { Issue } from '../domain/issue.js'
import type { ReadRoster } from './deliveries.js'
import type { Settling } from './household-lists.js'
import type { PersonRecord } from './source.js'

/** More people than any family has. */
const mostMembers = 30

// What names the household of a row. A head's name does where nothing better stands; heads of one name are told apart by their village.
const namings: readonly { readonly field: 'householdNumber' | 'headIdNumber' | 'headName'; readonly of: Naming }[] = [
  { field: 'householdNumber', of: ({ householdNumber }) => householdNumber },
  { field: 'headIdNumber', of: ({ headIdNumber }) => headIdNumber?.value ?? null },
  { field: 'headName', of: headInVillage },
]

function headInVillage({ householdNumber, headIdNumber, headName, place }: PersonRecord): string | null {
  if (householdNumber !== null || headIdNumber !== null || headName === null) return null
  return `${headName}@${place.township}/${place.village}`
}

type Naming = (record: PersonRecord) => string | null

/**
 * Takes from the rows what makes one household of more than 30 people: a number or head that was filled down the column, or numbers that were cut to
 * the same digits. Changes the records, whose households are then told by what else they say; gives one issue for each sheet and column.
 */
export function dropCrowdedHouseholds(rosters: readonly ReadRoster[]): Issue[] {
  const issues: Issue[] = []
  for (const own of groupBy(rosters, ({ source }) => source.id).values())
    for (const { field, of } of namings) {
      const crowds = crowdsAmong(own, of)
      if (crowds.size === 0) continue
      for (const roster of own) issues.push(...dropFrom(roster, field, of, crowds))
    }
  return issues
}

// The people of each crowd. Rows are counted first: a set for each household of the county would cost more than all else here.
function crowdsAmong(rosters: readonly ReadRoster[], of: Naming): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  for (const { records } of rosters)
    for (const record of records) {
      const key = of(record)
      if (key !== null) rows.set(key, (rows.get(key) ?? 0) + 1)
    }
  const people = new Map<string, Set<string>>()
  for (const [key, count] of rows) if (count > mostMembers) people.set(key, new Set())
  if (people.size > 0)
    for (const { records } of rosters)
      for (const record of records) people.get(of(record) ?? '')?.add(record.idNumber?.pattern ?? record.name ?? '')
  return new Map([...people].map(([key, { size }]) => [key, size] as const).filter(([, size]) => size > mostMembers))
}

function dropFrom(
  { around, mapping, source, records }: ReadRoster,
  field: (typeof namings)[number]['field'],
  of: Naming,
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
  }
  if (first === null) return []
  const { text, people, row } = first
  const facts = { count: rows.size, text: shownText(text), people, most: mostMembers }
  const column = mapping.fields.get(field)?.text ?? null
  const origin = { file: around.file, sheet: around.sheet, row, column }
  return [{ code: 'household-crowded', facts, origin, department: source.department, source: source.id }]
}

function writtenIn(record: Settling, field: (typeof namings)[number]['field']): string {
  return (field === 'headIdNumber' ? record.headIdNumber?.value : record[field]) ?? ''
}
