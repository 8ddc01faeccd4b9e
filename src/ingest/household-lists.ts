import { groupBy } from '../domain/group.js'
import type { PersonRecord, Source } from './source.js'
import { stopMembers } from './support-state.js'

/** A record while the run is still settling it. */
export type Settling = { -readonly [K in keyof PersonRecord]: PersonRecord[K] }

/**
 * Puts the household export and the member export of one programme together. The member export decides who is supported: a household row enrols
 * its people only where no member row speaks of that household (by its number, its head's id or any member's id). Otherwise its records stay as
 * listed but not enrolled: they carry the household's money and size, and confirm names and ids. So a member export that covers only some
 * townships takes nobody else out, and nobody is counted twice. Numbers and heads that one of the two exports lacks are taken from the other.
 */
export function settleHouseholdLists(records: readonly Settling[], sources: readonly Source[]): void {
  const joined = new Set(sources.filter(({ shape }) => shape === 'joined-members').map(({ id }) => id))
  const bySystem = groupBy(records, ({ system }) => system)
  for (const own of bySystem.values()) {
    const lists = own.filter(({ source }) => joined.has(source))
    if (lists.length === 0) continue
    const members = own.filter(({ source }) => !joined.has(source))
    if (members.length === 0) continue
    shareNumbers(own)
    stopMembers(lists, members)
    yieldToMembers(lists, members)
  }
}

// One export may know a household by its 低保证号, the other by the head's id alone: the same household must not become two.
function shareNumbers(records: readonly Settling[]): void {
  const numbers = new Map<string, string | null>()
  for (const { headIdNumber, householdNumber } of records) {
    const head = headIdNumber?.value
    if (!head || householdNumber === null) continue
    const known = numbers.get(head)
    numbers.set(head, known === undefined || known === householdNumber ? householdNumber : null)
  }
  for (const record of records) {
    const head = record.headIdNumber?.value
    if (head && record.householdNumber === null) record.householdNumber = numbers.get(head) ?? null
  }
}

function yieldToMembers(lists: readonly Settling[], members: readonly Settling[]): void {
  const covered = new Set<string>()
  for (const record of members)
    for (const key of [record.householdNumber, record.headIdNumber?.value, record.idNumber?.value])
      if (key) covered.add(key)
  const rows = groupBy(lists, ({ origin: { file, sheet, row } }) => `${file}\u0000${sheet}\u0000${row}`)
  for (const own of rows.values()) {
    const speaks = own.some((record) =>
      [record.householdNumber, record.headIdNumber?.value, record.idNumber?.value].some(
        (key) => key && covered.has(key),
      ),
    )
    if (speaks) for (const record of own) record.programmes = []
  }
}
