import { groupBy } from '../domain/group.js'
import type { Issue } from '../domain/issue.js'
import type { ReadRoster } from './deliveries.js'
import type { Settling } from './household-lists.js'

/** What a count of households goes up to; the numbers of programmes are longer. */
const countedNumber = /^0{0,4}[1-9]\d{0,3}$/

/**
 * Puts the village before household numbers that each village counts from 1: 户号 1 of two villages is two households. A roster numbers so when most of
 * its numbers are short and stand in several villages. Changes the records; gives one issue for each of its sheets.
 */
export function placeLocalNumbers(rosters: readonly ReadRoster[]): Issue[] {
  const issues: Issue[] = []
  for (const own of groupBy(rosters, ({ source }) => source.id).values()) {
    if (!countsByVillage(own.flatMap(({ records }) => records))) continue
    for (const roster of own) issues.push(...place(roster))
  }
  return issues
}

function countsByVillage(records: readonly Settling[]): boolean {
  // The village where a number came up first; null: it came up in several.
  const numbers = new Map<string, string | null>()
  for (const record of records) {
    const { householdNumber: number } = record
    if (number === null) continue
    if (!countedNumber.test(number)) return false
    const village = villageOf(record)
    if (village === null) continue
    const known = numbers.get(number)
    numbers.set(number, known === undefined || known === village ? village : null)
  }
  const repeated = [...numbers.values()].filter((village) => village === null).length
  return repeated * 2 > numbers.size
}

function place({ around, mapping, source, records }: ReadRoster): Issue[] {
  let example: { readonly number: string; readonly text: string } | null = null
  for (const record of records) {
    const { householdNumber: number } = record
    const village = villageOf(record)
    if (number === null || village === null) continue
    record.householdNumber = `${village}-${number}`
    example ??= { number, text: record.householdNumber }
  }
  if (example === null) return []
  const column = mapping.fields.get('householdNumber')?.text ?? null
  const origin = { file: around.file, sheet: around.sheet, row: 0, column }
  return [{ code: 'numbered-by-village', facts: example, origin, department: null, source: source.id }]
}

// Or the township, where no village is known.
function villageOf({ place: { township, village } }: Settling): string | null {
  return `${township ?? ''}${village ?? ''}` || null
}
