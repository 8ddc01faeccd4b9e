import { birthDateOf } from '../domain/id-number.js'
import type { BlockingRule } from './linkage/blocking.js'
import { hash32, joinHashes } from './linkage/content-hash.js'
import { accountDigits, headNameOf, patternOf, phoneDigits } from './profile.js'
import { rowsOf, type Unit } from './unit.js'

type Keys = BlockingRule<Unit>['keys']

/**
 * Why two units are compared at all. Between them the id rules meet every pair whose numbers differ by one wrong, missing, extra or exchanged
 * character wherever it stands; the others do without the number. Positions are those of GB 11643: 0–5 area, 6–13 birth date, 14–17 the rest.
 * Keys are hashed straight from the rows: this runs over every unit of the county.
 */
export const blockingRules: readonly BlockingRule<Unit>[] = [
  { id: 'name-and-birth-date', title: '姓名和出生日期相同', keys: nameAndBirthDate, finer: villageKey },
  // An error among the first nine characters.
  { id: 'last-nine', title: '号码后九位相同', keys: digits(2, 0, -9), finer: soundKey },
  // An error among the tenth to the fourteenth.
  {
    id: 'first-nine-last-four',
    title: '号码前九位和后四位相同且首字或末字同音',
    keys: firstNineLastFour,
    finer: soundKey,
  },
  // Two exchanged across the ninth and tenth.
  { id: 'last-eight', title: '号码月日和后四位相同', keys: digits(4, 0, -8), finer: soundKey },
  // An error among the last four, which are the least telling: with the sound of the surname, or with the last character.
  { id: 'first-fourteen', title: '号码前十四位相同且首字或末字同音', keys: firstFourteen, finer: soundKey },
  // Two exchanged across the fourteenth and fifteenth.
  { id: 'first-twelve-and-name', title: '号码前十二位相同且姓名同音', keys: digitsAndName(6, 12), finer: villageKey },
  { id: 'last-four-and-name', title: '号码后四位相同且姓名同音', keys: lastFourAndName, finer: villageKey },
  { id: 'name-and-village', title: '同村且姓名同音', keys: nameAndVillage, finer: birthYearKey },
  { id: 'name-and-head', title: '姓名和户主姓名同音', keys: nameAndHead, finer: villageKey },
  {
    id: 'household',
    title: '同户成员证号一致或户编号相同，且姓名至多末字或其余有别',
    keys: household,
    finer: soundKey,
  },
  { id: 'phone', title: '电话相同', keys: phone, finer: soundKey },
  {
    id: 'bank-account',
    title: '银行账号相同',
    keys: account,
    finer: soundKey,
  },
  { id: 'former-id-number', title: '旧号', keys: formerNumber },
]

type Emit = (key: number) => void
type NamePart = 'standardKey' | 'soundKey' | 'firstKey' | 'lastKey' | 'headKey'

// One key for each name of the unit, joined with `other`. Plain loops: this runs for every unit and rule.
function emitNames(unit: Unit, part: NamePart, other: number, emit: Emit): void {
  if (unit.form === null) return
  emit(joinHashes(unit.form[part], other))
  for (const form of unit.otherForms) emit(joinHashes(form[part], other))
}

function nameAndBirthDate(unit: Unit, emit: Emit): void {
  if (unit.form === null) return
  const pattern = patternOf(unit)
  if (pattern !== null && (unit.idNumber !== null || birthDateOf(pattern) !== null))
    emitNames(unit, 'standardKey', hash32(pattern, 1, 6, 14), emit)
  if (unit.idNumber !== null) return
  for (const { birthDate } of rowsOf(unit))
    if (birthDate !== null) emitNames(unit, 'standardKey', hash32(birthDate.replaceAll('-', ''), 1), emit)
}

// The first `first` and the last `-tail` characters of the number, all of them known.
function digits(seed: number, first: number, tail: number): Keys {
  return (unit, emit) => {
    const pattern = patternOf(unit)
    if (pattern === null || pattern.length < 15) return
    const from = pattern.length + tail
    if (unit.idNumber === null && !(isKnown(pattern, 0, first) && isKnown(pattern, from, pattern.length))) return
    emit(hash32(pattern, hash32(pattern, seed, 0, first), from))
  }
}

function firstNineLastFour(unit: Unit, emit: Emit): void {
  const pattern = patternOf(unit)
  if (pattern === null || pattern.length < 15) return
  const from = pattern.length - 4
  if (unit.idNumber === null && !(isKnown(pattern, 0, 9) && isKnown(pattern, from, pattern.length))) return
  const ends = hash32(pattern, hash32(pattern, 3, 0, 9), from)
  emitNames(unit, 'firstKey', ends, emit)
  emitNames(unit, 'lastKey', ends, emit)
}

function firstFourteen(unit: Unit, emit: Emit): void {
  const pattern = patternOf(unit)
  if (pattern === null || !isKnown(pattern, 0, 14)) return
  const head = hash32(pattern, 5, 0, 14)
  emitNames(unit, 'firstKey', head, emit)
  emitNames(unit, 'lastKey', head, emit)
}

function digitsAndName(seed: number, first: number): Keys {
  return (unit, emit) => {
    const pattern = patternOf(unit)
    if (pattern !== null && isKnown(pattern, 0, first))
      emitNames(unit, 'soundKey', hash32(pattern, seed, 0, first), emit)
  }
}

function lastFourAndName(unit: Unit, emit: Emit): void {
  const pattern = patternOf(unit)
  if (pattern === null || pattern.length < 15 || !isKnown(pattern, pattern.length - 4, pattern.length)) return
  emitNames(unit, 'soundKey', hash32(pattern, 7, pattern.length - 4), emit)
}

function nameAndVillage(unit: Unit, emit: Emit): void {
  for (const { place } of rowsOf(unit))
    if (place.township !== null || place.village !== null)
      emitNames(unit, 'soundKey', hash32(place.village ?? '', hash32(place.township ?? '', 8)), emit)
}

function nameAndHead(unit: Unit, emit: Emit): void {
  for (const row of rowsOf(unit)) {
    const head = headNameOf(row)
    if (head !== null) emitNames(unit, 'soundKey', hash32(head, 9), emit)
  }
}

function household(unit: Unit, emit: Emit): void {
  for (const id of unit.kin) {
    const kin = hash32(id, 10)
    emitNames(unit, 'headKey', kin, emit)
    emitNames(unit, 'lastKey', kin, emit)
  }
  for (const { householdNumber, system } of rowsOf(unit)) {
    if (householdNumber === null) continue
    const number = hash32(householdNumber, hash32(system, 11))
    emitNames(unit, 'headKey', number, emit)
    emitNames(unit, 'lastKey', number, emit)
  }
}

function phone(unit: Unit, emit: Emit): void {
  for (const row of rowsOf(unit)) {
    const number = phoneDigits(row.phone)
    if (number !== null) emit(hash32(number, 12))
  }
}

function account(unit: Unit, emit: Emit): void {
  for (const row of rowsOf(unit)) {
    const number = row.bankAccount === null ? null : accountDigits(row.bankAccount)
    if (number !== null) emit(hash32(number, 13))
  }
}

function formerNumber(unit: Unit, emit: Emit): void {
  if (unit.idNumber !== null) emit(hash32(unit.idNumber, 14))
  for (const { formerIdNumber } of rowsOf(unit)) if (formerIdNumber?.value) emit(hash32(formerIdNumber.value, 14))
}

function isKnown(pattern: string, from: number, to: number): boolean {
  if (pattern.length < to) return false
  for (let i = from; i < to; i++) if (pattern.charCodeAt(i) === 63) return false
  return true
}

function villageKey(unit: Unit): number | null {
  const place = (unit.records[0] ?? unit.past[0])?.place
  return place?.village ? hash32(place.village, hash32(place.township ?? '', 1)) : null
}

function soundKey(unit: Unit): number | null {
  return unit.form?.soundKey ?? null
}

function birthYearKey(unit: Unit): number | null {
  const pattern = patternOf(unit)
  const year =
    pattern !== null && birthDateOf(pattern) !== null
      ? pattern.slice(6, 10)
      : (unit.records[0] ?? unit.past[0])?.birthDate?.slice(0, 4)
  return year ? hash32(year, 1) : null
}
