import type { PersonRecord } from '../ingest/source.js'
import type { HouseholdRows } from './household-rows.js'
import { settledId, type Unit } from './unit.js'

/**
 * For each unit that shares a household with somebody, the usable id numbers of the others in its households and of the heads; only numbers
 * that stand in a household of some unit without a usable id, since only those can bring two units together.
 */
export function kinOf(
  households: readonly HouseholdRows[],
  records: readonly PersonRecord[],
  unitOf: (position: number) => Unit,
): ReadonlyMap<Unit, readonly string[]> {
  const wanted = new Set<string>()
  const isLoose = (position: number) => unitOf(position).idNumber === null
  for (const household of households)
    if (household.rows.some(isLoose)) for (const id of idsIn(household, records)) wanted.add(id)
  const kin = new Map<Unit, Set<string>>()
  for (const household of households) {
    const ids = wanted.size === 0 ? [] : idsIn(household, records).filter((id) => wanted.has(id))
    if (ids.length === 0) continue
    for (const unit of new Set(household.rows.map(unitOf))) {
      const others = kin.get(unit) ?? new Set()
      for (const id of ids) if (id !== unit.idNumber) others.add(id)
      kin.set(unit, others)
    }
  }
  return new Map([...kin].map(([unit, ids]) => [unit, [...ids].sort()]))
}

function idsIn(household: HouseholdRows, records: readonly PersonRecord[]): readonly string[] {
  const ids = new Set<string>()
  if (household.headId !== null) ids.add(household.headId)
  for (const position of household.rows) {
    const id = settledId(records[position] as PersonRecord)
    if (id !== null) ids.add(id)
  }
  return [...ids]
}
