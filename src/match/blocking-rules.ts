import type { BlockingRule } from './linkage/blocking.js'
import { hash32 } from './linkage/content-hash.js'
import type { Profile } from './profile.js'

/**
 * Why two units are compared at all. Between them the id rules meet every pair whose numbers differ by one wrong, missing, extra or exchanged
 * character wherever it stands; the others do without the number. Positions are those of GB 11643: 0–5 area, 6–13 birth date, 14–17 the rest.
 */
export const blockingRules: readonly BlockingRule<Profile>[] = [
  {
    id: 'name-and-birth-date',
    title: '姓名和出生日期相同',
    keys: (profile, emit) => {
      for (const date of profile.birthDates)
        for (const { standard } of profile.names) emit(hash32(standard, hash32(date, 1)))
    },
    finer: villageKey,
  },
  // An error among the first nine characters.
  { id: 'last-nine', title: '号码后九位相同', keys: part(2, 0, -9), finer: soundKey },
  // An error among the tenth to the fourteenth, or none of them left.
  { id: 'first-nine-last-four', title: '号码前九位和后四位相同', keys: part(3, 9, -4), finer: soundKey },
  { id: 'last-eight', title: '号码月日和后四位相同', keys: part(4, 0, -8), finer: soundKey },
  // An error among the last four, which are the least telling: with the sound of the surname, or of the last character.
  {
    id: 'first-fourteen',
    title: '号码前十四位相同且姓或末字同音',
    keys: (profile, emit) => {
      const { pattern } = profile
      if (pattern === null || !isKnown(pattern, 0, 14)) return
      const head = hash32(pattern, 5, 0, 14)
      for (const { characters, sound } of profile.names) {
        emit(hash32(sound, head, 0, 2))
        emit(hash32(characters.at(-1) ?? '', head ^ 1))
      }
    },
    finer: soundKey,
  },
  {
    id: 'first-twelve-and-name',
    title: '号码前十二位相同且姓名同音',
    keys: (profile, emit) => {
      const { pattern } = profile
      if (pattern === null || !isKnown(pattern, 0, 12)) return
      for (const { sound } of profile.names) emit(hash32(sound, hash32(pattern, 6, 0, 12)))
    },
    finer: villageKey,
  },
  {
    id: 'last-four-and-name',
    title: '号码后四位相同且姓名同音',
    keys: (profile, emit) => {
      const { pattern } = profile
      if (pattern === null || pattern.length < 15 || !isKnown(pattern, pattern.length - 4, pattern.length)) return
      const tail = hash32(pattern, 7, pattern.length - 4)
      for (const { sound } of profile.names) emit(hash32(sound, tail))
    },
    finer: villageKey,
  },
  {
    id: 'name-and-village',
    title: '同村且姓名同音',
    keys: (profile, emit) => {
      for (const { township, village } of profile.places) {
        const place = hash32(village ?? '', hash32(township ?? '', 8))
        for (const { sound } of profile.names) emit(hash32(sound, place))
      }
    },
    finer: birthYearKey,
  },
  {
    id: 'name-and-head',
    title: '姓名和户主姓名同音',
    keys: (profile, emit) => {
      for (const head of profile.headNames) for (const { sound } of profile.names) emit(hash32(sound, hash32(head, 9)))
    },
    finer: villageKey,
  },
  {
    id: 'household',
    title: '同户成员证号一致，或户编号相同且姓名同音',
    keys: (profile, emit) => {
      for (const id of profile.kin) emit(hash32(id, 10))
      for (const number of profile.householdNumbers)
        for (const { sound } of profile.names) emit(hash32(sound, hash32(number, 11)))
    },
    finer: soundKey,
  },
  { id: 'phone', title: '电话相同', keys: (profile, emit) => emitAll(profile.phones, 12, emit), finer: soundKey },
  {
    id: 'bank-account',
    title: '银行账号相同',
    keys: (profile, emit) => emitAll(profile.bankAccounts, 13, emit),
    finer: soundKey,
  },
  {
    id: 'former-id-number',
    title: '旧号',
    keys: (profile, emit) => {
      if (profile.unit.idNumber !== null) emit(hash32(profile.unit.idNumber, 14))
      emitAll(profile.formerIds, 14, emit)
    },
  },
]

// A rule on the first `head` and the last `-tail` characters of the number, all of them known.
function part(seed: number, first: number, tail: number): BlockingRule<Profile>['keys'] {
  return ({ pattern }, emit) => {
    if (pattern === null || pattern.length < 15) return
    const from = pattern.length + tail
    if (!isKnown(pattern, 0, first) || !isKnown(pattern, from, pattern.length)) return
    emit(hash32(pattern, hash32(pattern, seed, 0, first), from))
  }
}

function isKnown(pattern: string, from: number, to: number): boolean {
  if (pattern.length < to) return false
  for (let i = from; i < to; i++) if (pattern.charCodeAt(i) === 63) return false
  return true
}

function emitAll(values: readonly string[], seed: number, emit: (key: number) => void): void {
  for (const value of values) emit(hash32(value, seed))
}

function villageKey(profile: Profile): number | null {
  const place = profile.places[0]
  return place?.village ? hash32(place.village, hash32(place.township ?? '', 1)) : null
}

function soundKey(profile: Profile): number | null {
  const name = profile.names[0]
  return name ? hash32(name.sound, 1) : null
}

function birthYearKey(profile: Profile): number | null {
  const date = profile.birthDates[0]
  return date === undefined ? null : hash32(date, 1, 0, 4)
}
