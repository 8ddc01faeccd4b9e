import { hash32, joinHashes } from './linkage/content-hash.js'
import type { Unit } from './unit.js'

/**
 * What exact ids leave open, by unit: 1 for those without a usable number, gone this month, with a former number or with a number that goes by another name
 * as well, and for those who share a name with another usable number as well as the birth date or the last four characters (a number that was mistyped
 * and still checks, or was changed).
 */
export function probesAmong(units: readonly Unit[]): Uint8Array {
  const probes = new Uint8Array(units.length)
  for (const [from, to] of [birthDate, lastFour]) markShared(units, from, to, probes)
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    const isOpen = unit.idNumber === null || unit.records.length === 0 || unit.rivals.length > 0
    if (isOpen || hasFormerNumber(unit)) probes[i] = 1
  }
  return probes
}

const birthDate = [6, 14] as const
const lastFour = [14, 18] as const

function hasFormerNumber(unit: Unit): boolean {
  for (const row of unit.records) if (row.formerIdNumber?.value != null) return true
  for (const row of unit.past) if (row.formerIdNumber?.value != null) return true
  return false
}

// Two passes over a bit table leave few units to be compared by their text.
function markShared(units: readonly Unit[], from: number, to: number, probes: Uint8Array): void {
  const keys = new Int32Array(units.length)
  const [once, twice] = [new Uint8Array(1 << 23), new Uint8Array(1 << 23)]
  for (let i = 0; i < units.length; i++) {
    const { idNumber, form } = units[i] as Unit
    if (idNumber === null || form === null) continue
    const key = joinHashes(form.standardKey, hash32(idNumber, 1, from, to)) >>> 6
    const [byte, bit] = [key >> 3, 1 << (key & 7)]
    keys[i] = key + 1
    if (((once[byte] as number) & bit) !== 0) twice[byte] = (twice[byte] as number) | bit
    else once[byte] = (once[byte] as number) | bit
  }
  const first = new Map<string, number>()
  for (let i = 0; i < units.length; i++) {
    const key = (keys[i] as number) - 1
    if (key < 0 || ((twice[key >> 3] as number) & (1 << (key & 7))) === 0) continue
    const { idNumber, form } = units[i] as Unit
    const text = `${idNumber?.slice(from, to)}${form?.standard}`
    const other = first.get(text)
    if (other === undefined) first.set(text, i)
    else {
      probes[i] = 1
      probes[other] = 1
    }
  }
}
