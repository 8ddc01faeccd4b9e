import { birthDateOf } from '../domain/id-number.js'
import { accountDigits, phoneNumbers } from '../domain/written-number.js'
import { type BlockingView, birthHash } from './blocking-view.js'
import type { BlockingRule } from './linkage/blocking.js'
import { hash32, joinHashes } from './linkage/content-hash.js'
import type { NameForm } from './names/name-form.js'
import { headNameOf, patternOf } from './profile.js'
import { rowsOf, type Unit } from './unit.js'

type Rule = BlockingRule<BlockingView>
type Emit = (key: number) => void
type NumberPart = (view: BlockingView) => number | null
type NamePart = (form: NameForm) => number

// Functions, not names of fields: a field looked up by a name that changes takes several times as long.
const first12: NumberPart = (view) => view.first12
const last4: NumberPart = (view) => view.last4
const last8: NumberPart = (view) => view.last8
const last9: NumberPart = (view) => view.last9
const standard: NamePart = (form) => form.standardKey
const sound: NamePart = (form) => form.soundKey
const first: NamePart = (form) => form.firstKey
const last: NamePart = (form) => form.lastKey
const head: NamePart = (form) => form.headKey

/**
 * Why two units are compared at all. Between them the id rules meet every pair whose numbers differ by one wrong, missing, extra or exchanged
 * character wherever it stands; the others do without the number. Positions are those of GB 11643: 0–5 area, 6–13 birth date, 14–17 the rest.
 */
export const blockingRules: readonly Rule[] = [
  { id: 'name-and-birth-date', title: '姓名和出生日期相同', keys: nameAndBirthDate, finer: villageKey },
  // An error among the first nine characters.
  { id: 'last-nine', title: '号码后九位相同', keys: numberPart(last9), finer: soundKey },
  // An error among the tenth to the fourteenth.
  {
    id: 'first-nine-last-four',
    title: '号码前九位和后四位相同且首字或末字同音',
    keys: firstNineLastFour,
    finer: soundKey,
  },
  // Two exchanged across the ninth and tenth.
  { id: 'last-eight', title: '号码月日和后四位相同', keys: numberPart(last8), finer: soundKey },
  // An error among the last four, which are the least telling: with the sound of the surname, or with the last character.
  { id: 'first-fourteen', title: '号码前十四位相同且首字或末字同音', keys: firstFourteen, finer: soundKey },
  // Two exchanged across the fourteenth and fifteenth.
  {
    id: 'first-twelve-and-name',
    title: '号码前十二位相同且姓名同音',
    keys: numberAndName(first12),
    finer: villageKey,
  },
  { id: 'last-four-and-name', title: '号码后四位相同且姓名同音', keys: numberAndName(last4), finer: villageKey },
  {
    id: 'birth-date-and-village',
    title: '同村且出生日期相同',
    keys: birthDateAndVillage,
    finer: soundKey,
  },
  { id: 'name-and-village', title: '同村且姓名同音', keys: nameAndVillage, finer: birthYearKey },
  { id: 'name-and-head', title: '姓名和户主姓名同音', keys: nameAndHead, finer: villageKey },
  {
    id: 'household',
    title: '同户成员证号一致或户编号相同，且姓名至多末字或其余有别',
    keys: household,
    finer: soundKey,
  },
  { id: 'phone', title: '电话相同', keys: phone, finer: soundKey },
  { id: 'bank-account', title: '银行账号相同', keys: account, finer: soundKey },
  { id: 'former-id-number', title: '旧号', keys: formerNumber },
]

// One key for each name of the unit, joined with `other`. Plain loops: this runs for every unit and rule.
function emitNames(unit: Unit, part: NamePart, other: number, emit: Emit): void {
  if (unit.form === null) return
  emit(joinHashes(part(unit.form), other))
  for (let i = 0; i < unit.otherForms.length; i++) emit(joinHashes(part(unit.otherForms[i] as NameForm), other))
}

function nameAndBirthDate({ unit, birth }: BlockingView, emit: Emit): void {
  if (birth !== null) emitNames(unit, standard, birth, emit)
  if (unit.idNumber !== null) return
  for (const { birthDate } of rowsOf(unit))
    if (birthDate !== null) emitNames(unit, standard, birthHash(birthDate, 0), emit)
}

function numberPart(part: NumberPart): Rule['keys'] {
  return (view, emit) => {
    const hash = part(view)
    if (hash !== null) emit(hash)
  }
}

function firstNineLastFour({ unit, first9, last4 }: BlockingView, emit: Emit): void {
  if (first9 === null || last4 === null) return
  const ends = joinHashes(first9, last4)
  emitNames(unit, first, ends, emit)
  emitNames(unit, last, ends, emit)
}

function firstFourteen({ unit, first14 }: BlockingView, emit: Emit): void {
  if (first14 === null) return
  emitNames(unit, first, first14, emit)
  emitNames(unit, last, first14, emit)
}

function numberAndName(part: NumberPart): Rule['keys'] {
  return (view, emit) => {
    const hash = part(view)
    if (hash !== null) emitNames(view.unit, sound, hash, emit)
  }
}

// A misspelt name finds its own here, where few others were born on the day.
function birthDateAndVillage({ unit, birth }: BlockingView, emit: Emit): void {
  for (const { place, birthDate } of rowsOf(unit)) {
    if (place.village === null) continue
    const village = hash32(place.village, hash32(place.township ?? '', 15))
    if (birth !== null) emit(joinHashes(birth, village))
    if (unit.idNumber === null && birthDate !== null) emit(joinHashes(birthHash(birthDate, 0), village))
  }
}

function nameAndVillage({ unit }: BlockingView, emit: Emit): void {
  for (const { place } of rowsOf(unit))
    if (place.township !== null || place.village !== null)
      emitNames(unit, sound, hash32(place.village ?? '', hash32(place.township ?? '', 8)), emit)
}

function nameAndHead({ unit }: BlockingView, emit: Emit): void {
  for (const row of rowsOf(unit)) {
    const head = headNameOf(row)
    if (head !== null) emitNames(unit, sound, hash32(head, 9), emit)
  }
}

function household({ unit }: BlockingView, emit: Emit): void {
  for (const id of unit.kin) {
    const kin = hash32(id, 10)
    emitNames(unit, head, kin, emit)
    emitNames(unit, last, kin, emit)
  }
  for (const { householdNumber, system } of rowsOf(unit)) {
    if (householdNumber === null) continue
    const number = hash32(householdNumber, hash32(system, 11))
    emitNames(unit, head, number, emit)
    emitNames(unit, last, number, emit)
  }
}

function phone({ unit }: BlockingView, emit: Emit): void {
  for (const row of rowsOf(unit)) for (const number of phoneNumbers(row.phone)) emit(hash32(number, 12))
}

function account({ unit }: BlockingView, emit: Emit): void {
  for (const row of rowsOf(unit)) {
    const number = accountDigits(row.bankAccount)
    if (number !== null) emit(hash32(number, 13))
  }
}

function formerNumber({ unit }: BlockingView, emit: Emit): void {
  if (unit.idNumber !== null) emit(hash32(unit.idNumber, 14))
  for (const { formerIdNumber } of rowsOf(unit)) if (formerIdNumber?.value) emit(hash32(formerIdNumber.value, 14))
}

function villageKey({ unit }: BlockingView): number | null {
  const place = (unit.records[0] ?? unit.past[0])?.place
  return place?.village ? hash32(place.village, hash32(place.township ?? '', 1)) : null
}

function soundKey({ unit }: BlockingView): number | null {
  return unit.form?.soundKey ?? null
}

function birthYearKey({ unit }: BlockingView): number | null {
  const pattern = patternOf(unit)
  const year =
    pattern !== null && birthDateOf(pattern) !== null
      ? pattern.slice(6, 10)
      : (unit.records[0] ?? unit.past[0])?.birthDate?.slice(0, 4)
  return year ? hash32(year, 1) : null
}
