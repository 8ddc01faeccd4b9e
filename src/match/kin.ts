import type { HouseholdRows } from './household-rows.js'
import type { Unit } from './unit.js'

/** Numbers that may bring two units together: those in a household of some unit without a usable one or with one that goes by two names. */
interface Wanted {
  readonly ids: ReadonlySet<string>
  /** By unit: 1 when its own number is among them. */
  readonly units: Uint8Array
}

/**
 * Enters with each unit the usable id numbers of the other people in its households and of their heads: only numbers that stand in a household of
 * some unit that has no usable id or shares it with another name, since only those can bring two units together. `unitOf` gives the unit of each row, `count` is the number of units.
 */
export function enterKin(households: readonly HouseholdRows[], unitOf: readonly Unit[], count: number): void {
  const wanted = wantedBy(households, unitOf, count)
  if (wanted.ids.size === 0) return
  const kin = new Map<Unit, Set<string>>()
  for (let i = 0; i < households.length; i++) enterHousehold(households[i] as HouseholdRows, unitOf, wanted, kin)
  for (const [unit, ids] of kin) unit.kin = ids.size === 1 ? [...ids] : [...ids].sort()
}

function wantedBy(households: readonly HouseholdRows[], unitOf: readonly Unit[], count: number): Wanted {
  const ids = new Set<string>()
  const units = new Uint8Array(count)
  for (let i = 0; i < households.length; i++) {
    const household = households[i] as HouseholdRows
    if (!hasLoose(household, unitOf)) continue
    if (household.headId !== null) ids.add(household.headId)
    for (const position of household.rows) {
      const { idNumber, at } = unitOf[position] as Unit
      if (idNumber === null) continue
      ids.add(idNumber)
      units[at] = 1
    }
  }
  return { ids, units }
}

function hasLoose({ rows }: HouseholdRows, unitOf: readonly Unit[]): boolean {
  for (let i = 0; i < rows.length; i++) {
    const unit = unitOf[rows[i] as number] as Unit
    if (unit.idNumber === null || unit.rivals.length > 0) return true
  }
  return false
}

function enterHousehold(
  { rows, headId }: HouseholdRows,
  unitOf: readonly Unit[],
  wanted: Wanted,
  kin: Map<Unit, Set<string>>,
): void {
  let ids: string[] | null = headId !== null && wanted.ids.has(headId) ? [headId] : null
  for (let i = 0; i < rows.length; i++) {
    const { idNumber, at } = unitOf[rows[i] as number] as Unit
    if (idNumber === null || wanted.units[at] === 0) continue
    ids ??= []
    ids.push(idNumber)
  }
  if (ids === null) return
  for (let i = 0; i < rows.length; i++) {
    const unit = unitOf[rows[i] as number] as Unit
    let others = kin.get(unit)
    for (const id of ids) {
      // A number with two names may be one member's, typed for another: then it stands for its owner.
      if (id === unit.idNumber && unit.rivals.length === 0) continue
      if (others === undefined) {
        others = new Set()
        kin.set(unit, others)
      }
      others.add(id)
    }
  }
}
