import type { Evidence } from '../domain/finding.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import type { Context } from './rule.js'
import { ageOf, evidence, possibleRecordsIn } from './standing.js'

// The registers of left-behind people have no ids: their rows are known by name, village and age (domain A.0.3, M5). What rests on such a link
// asks and never accuses.

/** A row of 留守人员登记表. */
export type RegisterRow = RecordOf<'left-behind-register'>

/** The first row that names the person on a register, by whatever link; null when none does. */
export function registration(person: Person, programme: Programme): RegisterRow | null {
  const row = possibleRecordsIn(person, [programme]).find(({ source }) => source === 'left-behind-register')
  return (row as unknown as RegisterRow | undefined) ?? null
}

/** The age by the person's birth date, else as the row states it; null when neither says. */
export function registeredAge(person: Person, row: RegisterRow, month: Month): number | null {
  return ageOf(person, month) ?? row.age
}

/**
 * Whom a row means: the person it is linked to and, when that one has no number, the one person of that name in the village whose age fits. Two
 * such namesakes are nobody.
 */
export function meantBy(person: Person, row: RegisterRow, context: Context): readonly Person[] {
  if (person.idNumber !== null) return [person]
  const { township, village } = person.place
  const namesakes = context.named(person.name, township).filter((other) => {
    return other.idNumber !== null && village !== null && other.place.village === village
  })
  const fitting = namesakes.filter((other) => fits(row.age, ageOf(other, context.month)))
  return fitting.length === 1 ? [person, ...fitting] : [person]
}

/** True when a register names the person, or may: a linked row, or one of the same name in the township whose village and age do not differ. */
export function isRegistered(person: Person, programme: Programme, context: Context): boolean {
  if (registration(person, programme)) return true
  const age = ageOf(person, context.month)
  const others = [
    ...context.named(person.name, person.place.township),
    ...person.candidates.map((candidate) => candidate.person),
  ]
  return others.some((other) => {
    const row = other === person || other.idNumber !== null ? null : registration(other, programme)
    return row !== null && mayBeSameVillage(other, person) && fits(registeredAge(other, row, context.month), age)
  })
}

/** Evidence of the registration. */
export function registered(row: RegisterRow): Evidence {
  return evidence(row, `登记为${row.personKind}${row.age === null ? '' : `，${row.age} 岁`}`)
}

/** What to put behind a fact that was read from somebody who is only the row's namesake. */
export function doubtWords(person: Person, other: Person): string {
  return person === other ? '' : '（同名同村，先核是否同一人）'
}

function mayBeSameVillage(a: Person, b: Person): boolean {
  return a.place.village === null || b.place.village === null || a.place.village === b.place.village
}

// Registers are copied from year to year, and some count by 虚岁.
function fits(stated: number | null, age: number | null): boolean {
  return stated === null || age === null || Math.abs(stated - age) <= 1
}
