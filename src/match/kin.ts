import type { HouseholdRows } from './household-rows.js'
import type { Units } from './units.js'

/** Numbers that may bring two units together: those in a household of some unit without a usable one or with one that goes by two names. */
interface Wanted {
  readonly ids: ReadonlySet<string>
  /** By unit: 1 when its own number is among them. */
  readonly units: Uint8Array
}

/**
 * Enters with each unit the usable id numbers of the other people in its households and of their heads: only numbers that stand in a household of
 * some unit that has no usable id or shares it with another name, since only those can bring two units together. `unitOf` gives the unit of each row.
 */
export function enterKin(households: HouseholdRows, units: Units, unitOf: Int32Array): void {
  const wanted = wantedBy(households, units, unitOf)
  if (wanted.ids.size === 0) return
  const kin = new Map<number, string[]>()
  for (let at = 0; at < households.count; at++) enterHousehold(households, at, units, unitOf, wanted, kin)
  for (const [unit, ids] of kin) units.enterKin(unit, inOrder(ids))
}

function wantedBy(households: HouseholdRows, units: Units, unitOf: Int32Array): Wanted {
  const ids = new Set<string>()
  const wanted = new Uint8Array(units.length)
  const loose = looseAmong(units)
  const { starts, rows, headIds } = households
  for (let at = 0; at < households.count; at++) {
    const [from, to] = [starts[at] as number, starts[at + 1] as number]
    if (!hasLoose(rows, from, to, unitOf, loose)) continue
    const headId = headIds[at] as string | null
    if (headId !== null) ids.add(headId)
    for (let i = from; i < to; i++) {
      const unit = unitOf[rows[i] as number] as number
      const id = units.idNumberOf(unit)
      if (id === null) continue
      ids.add(id)
      wanted[unit] = 1
    }
  }
  return { ids, units: wanted }
}

// In a flat list by unit: the units are asked in their order, and afterwards only those of few households.
function looseAmong(units: Units): Uint8Array {
  const loose = new Uint8Array(units.length)
  for (let i = 0; i < units.length; i++) if (units.idNumberOf(i) === null || units.hasRivals(i)) loose[i] = 1
  return loose
}

function hasLoose(rows: Int32Array, from: number, to: number, unitOf: Int32Array, loose: Uint8Array): boolean {
  for (let i = from; i < to; i++) if (loose[unitOf[rows[i] as number] as number] === 1) return true
  return false
}

function enterHousehold(
  { starts, rows, headIds }: HouseholdRows,
  at: number,
  units: Units,
  unitOf: Int32Array,
  wanted: Wanted,
  kin: Map<number, string[]>,
): void {
  const [from, to] = [starts[at] as number, starts[at + 1] as number]
  const headId = headIds[at] as string | null
  // Made for the few households that have any.
  let ids: Set<string> | null = headId !== null && wanted.ids.has(headId) ? new Set([headId]) : null
  for (let i = from; i < to; i++) {
    const unit = unitOf[rows[i] as number] as number
    if (wanted.units[unit] === 0) continue
    ids ??= new Set()
    ids.add(units.idNumberOf(unit) as string)
  }
  if (ids === null) return
  for (let i = from; i < to; i++) {
    const unit = unitOf[rows[i] as number] as number
    // A number with two names may be one member's, typed for another: then it stands for its owner.
    const own = units.hasRivals(unit) ? null : units.idNumberOf(unit)
    const known = kin.get(unit) ?? []
    for (const id of ids) if (id !== own && !known.includes(id)) known.push(id)
    if (known.length > 0) kin.set(unit, known)
  }
}

// By insertion: a sort makes lists of its own, there are as many as people in doubtful households, and no household is large.
function inOrder(ids: string[]): string[] {
  for (let i = 1; i < ids.length; i++) {
    const id = ids[i] as string
    let k = i
    for (; k > 0 && (ids[k - 1] as string) > id; k--) ids[k] = ids[k - 1] as string
    ids[k] = id
  }
  return ids
}
