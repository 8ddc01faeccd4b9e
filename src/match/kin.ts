import type { PersonRecord } from '../ingest/source.js'
import type { HouseholdRows } from './household-rows.js'
import { settledId, type Unit } from './unit.js'

/**
 * Enters with each unit the usable id numbers of the other people in its households and of their heads: only numbers that stand in a household of
 * some unit without a usable id, since only those can bring two units together.
 */
export function enterKin(
  households: readonly HouseholdRows[],
  records: readonly PersonRecord[],
  unitOf: readonly Unit[],
): void {
  const wanted = new Set<string>()
  for (const household of households) {
    if (!hasLoose(household, unitOf)) continue
    if (household.headId !== null) wanted.add(household.headId)
    for (const position of household.rows) {
      const id = settledId(records[position] as PersonRecord)
      if (id !== null) wanted.add(id)
    }
  }
  if (wanted.size === 0) return
  const kin = new Map<Unit, Set<string>>()
  for (const household of households) enterHousehold(household, records, unitOf, wanted, kin)
  for (const [unit, ids] of kin) unit.kin = [...ids].sort()
}

function hasLoose({ rows }: HouseholdRows, unitOf: readonly Unit[]): boolean {
  for (const position of rows) if (unitOf[position]?.idNumber === null) return true
  return false
}

function enterHousehold(
  { rows, headId }: HouseholdRows,
  records: readonly PersonRecord[],
  unitOf: readonly Unit[],
  wanted: ReadonlySet<string>,
  kin: Map<Unit, Set<string>>,
): void {
  const ids: string[] = []
  if (headId !== null && wanted.has(headId)) ids.push(headId)
  for (const position of rows) {
    const id = settledId(records[position] as PersonRecord)
    if (id !== null && wanted.has(id)) ids.push(id)
  }
  if (ids.length === 0) return
  for (const position of rows) {
    const unit = unitOf[position] as Unit
    const others = kin.get(unit) ?? new Set()
    kin.set(unit, others)
    for (const id of ids) if (id !== unit.idNumber) others.add(id)
  }
}
