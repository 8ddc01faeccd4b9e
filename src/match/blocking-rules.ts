import { birthDateOf } from '../domain/id-number.js'
import type { BlockingView } from './blocking-view.js'
import type { BlockingRule } from './linkage/blocking.js'
import { joinHashes } from './linkage/content-hash.js'
import { nameKey, nameKeys } from './names/name-form.js'
import { patternOf } from './profile.js'
import { keyOf, type RowKeys } from './row-keys.js'

type Rule = BlockingRule<BlockingView>
type Emit = (key: number) => void
type NumberPart = (view: BlockingView) => number | null

// Functions, not names of fields: a field looked up by a name that changes takes several times as long.
const first12: NumberPart = (view) => view.first12
const last4: NumberPart = (view) => view.last4
const last8: NumberPart = (view) => view.last8
const last9: NumberPart = (view) => view.last9

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
  {
    id: 'name-and-village',
    title: '同村且姓名同音',
    keys: nameAnd((keys) => keys.places, nameKeys.sound),
    finer: birthYearKey,
  },
  {
    id: 'name-and-head',
    title: '姓名和户主姓名同音',
    keys: nameAnd((keys) => keys.heads, nameKeys.sound),
    finer: villageKey,
  },
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

// One key for each name of the unit, joined with `other`. Plain loops, as in all of these: they run for every unit and rule.
function emitNames({ names, nameAt, nameKeys: keys }: BlockingView, part: number, other: number, emit: Emit): void {
  for (let i = 0; i < names; i++) emit(joinHashes(nameKey(keys, nameAt[i] as number, part), other))
}

function nameAndBirthDate(view: BlockingView, emit: Emit): void {
  if (view.birth !== null) emitNames(view, nameKeys.standard, view.birth, emit)
  for (const { birth } of view.births) emitNames(view, nameKeys.standard, birth, emit)
}

function numberPart(part: NumberPart): Rule['keys'] {
  return (view, emit) => {
    const hash = part(view)
    if (hash !== null) emit(hash)
  }
}

function firstNineLastFour(view: BlockingView, emit: Emit): void {
  if (view.first9 === null || view.last4 === null) return
  const ends = joinHashes(view.first9, view.last4)
  emitNames(view, nameKeys.first, ends, emit)
  emitNames(view, nameKeys.last, ends, emit)
}

function firstFourteen(view: BlockingView, emit: Emit): void {
  if (view.first14 === null) return
  emitNames(view, nameKeys.first, view.first14, emit)
  emitNames(view, nameKeys.last, view.first14, emit)
}

function numberAndName(part: NumberPart): Rule['keys'] {
  return (view, emit) => {
    const hash = part(view)
    if (hash !== null) emitNames(view, nameKeys.sound, hash, emit)
  }
}

// A misspelt name finds its own here, where few others were born on the day.
function birthDateAndVillage({ birth, births, rows: { keys, items, from, to } }: BlockingView, emit: Emit): void {
  for (const { birth: own, village } of births) if (village !== 0) emit(joinHashes(own, village))
  if (birth === null) return
  for (let k = from; k < to; k++) {
    const position = items[k] as number
    if (keys.villages[position] === 1) emit(joinHashes(birth, keys.places[position] as number))
  }
}

// For each row that has the key, each name of the unit joined with it.
function nameAnd(ofRows: (keys: RowKeys) => Int32Array, ...parts: readonly number[]): Rule['keys'] {
  return (view, emit) => {
    const { keys, items, from, to } = view.rows
    const list = ofRows(keys)
    for (let k = from; k < to; k++) {
      const key = list[items[k] as number] as number
      if (key !== 0) for (let p = 0; p < parts.length; p++) emitNames(view, parts[p] as number, key, emit)
    }
  }
}

const householdNumber = nameAnd((keys) => keys.households, nameKeys.head, nameKeys.last)

function household(view: BlockingView, emit: Emit): void {
  for (const id of view.kin) {
    const kin = keyOf(id)
    emitNames(view, nameKeys.head, kin, emit)
    emitNames(view, nameKeys.last, kin, emit)
  }
  householdNumber(view, emit)
}

function phone({ rows: { keys, items, from, to } }: BlockingView, emit: Emit): void {
  for (let k = from; k < to; k++) {
    const position = items[k] as number
    if (keys.phones[position] !== 0) emit(keys.phones[position] as number)
    if (keys.morePhones.size > 0) for (const more of keys.morePhones.get(position) ?? []) emit(more)
  }
}

function account({ rows: { keys, items, from, to } }: BlockingView, emit: Emit): void {
  for (let k = from; k < to; k++) {
    const key = keys.accounts[items[k] as number] as number
    if (key !== 0) emit(key)
  }
}

function formerNumber({ whole, rows: { keys, items, from, to } }: BlockingView, emit: Emit): void {
  if (whole !== null) emit(whole)
  if (keys.formerNumbers.size === 0) return
  for (let k = from; k < to; k++) {
    const former = keys.formerNumbers.get(items[k] as number)
    if (former !== undefined) emit(former)
  }
}

function villageKey({ rows: { keys, items, from, to } }: BlockingView): number | null {
  const first = items[from] as number
  return from < to && keys.villages[first] === 1 ? (keys.places[first] as number) : null
}

function soundKey({ names, nameAt, nameKeys: keys }: BlockingView): number | null {
  return names === 0 ? null : nameKey(keys, nameAt[0] as number, nameKeys.sound)
}

function birthYearKey(view: BlockingView): number | null {
  const unit = view.unit()
  const pattern = patternOf(unit)
  const year =
    pattern !== null && birthDateOf(pattern) !== null
      ? pattern.slice(6, 10)
      : (unit.records[0] ?? unit.past[0])?.birthDate?.slice(0, 4)
  return year ? keyOf(year) : null
}
