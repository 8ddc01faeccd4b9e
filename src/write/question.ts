import type { Place } from '../domain/place.js'
import type { PersonRecord } from '../ingest/source.js'
import type { IdentityQuestion, Person } from '../match/person.js'
import { originText } from './finding-text.js'
import { idText, lines, personId } from './person-facts.js'
import { shortHash } from './row-key.js'

/** The two subjects of an identity question, as an answer to it is kept; the second is null where nobody stands on the other side. */
export type Subjects = IdentityQuestion['subjects']

/** Number of an identity question, `H-9f3a1c2d`: the same in every book and month as long as the two subjects are the same. */
export function questionNumber({ subjects }: { readonly subjects: Subjects }): string {
  return `H-${shortHash(
    subjects
      .map((subject) => subject ?? '')
      .sort()
      .join('\u001f'),
  )}`
}

/** What the row key of an identity question speaks of: its number and its subjects, so that an answer is understood from the sheet alone. */
export function questionKey({ subjects }: { readonly subjects: Subjects }): string {
  return [questionNumber({ subjects }), subjects[0], subjects[1] ?? ''].join('~')
}

/** Reads a `questionKey`; null when the text is none or does not fit together (retyped, cut). */
export function parseQuestionKey(text: string): { readonly number: string; readonly subjects: Subjects } | null {
  const [number, left, right, ...rest] = text.split('~')
  if (!number || !left || right === undefined || rest.length > 0) return null
  const subjects: Subjects = [left, right === '' ? null : right]
  return questionNumber({ subjects }) === number ? { number, subjects } : null
}

/** One side of a question as the sheet shows it: a row whose number is in doubt, or a person. */
export interface Side {
  readonly name: string | null
  /** What there is of the number, unmasked. */
  readonly idText: string
  readonly place: Place
  /** Where it stands, one row a line. */
  readonly origins: string
}

/**
 * The two sides of a question. A row in question stands on the left and the person it may be, or was taken for, on the right; otherwise two persons.
 * The right side is null when nobody is near.
 */
export function sidesOf({ left, right, record }: IdentityQuestion): readonly [Side, Side | null] {
  if (record === null) return [personSide(left, null), right && personSide(right, null)]
  const row = {
    name: record.name,
    idText: idText(record.idNumber),
    place: record.place,
    origins: originText(record.origin),
  }
  const rest = left.links.length > 1 ? left : null
  const other = right ?? rest
  return [row, other && personSide(other, record)]
}

function personSide(person: Person, except: PersonRecord | null): Side {
  const { name, place } = person
  return { name, place, idText: personId(person), origins: originLines(person, except) }
}

/** Why the pair is asked about, in words. */
export function questionReason(question: IdentityQuestion): string {
  if (question.reason === 'same-id-different-name') return '号同人异：同一号码，姓名明显不同'
  if (question.reason === 'possible-match') return '疑似同一人：号码不同，其他信息相近'
  return sidesOf(question)[1] ? '号码残缺或有误，与另一人相近' : '号码残缺或有误，未找到可对照的人'
}

/** What agrees and what does not, as the comparisons say it. */
export function comparedWords({ levels }: IdentityQuestion): string {
  return levels
    .filter(({ words }) => words !== '')
    .map(({ words }) => words)
    .join('；')
}

/** Where a person's records of this month stand, one a line; at most three; `except` is left out. */
export function originLines(person: Person, except: PersonRecord | null = null): string {
  const origins = person.links.filter(({ record }) => record !== except).map(({ record }) => originText(record.origin))
  return lines([...origins.slice(0, 3), origins.length > 3 && `等 ${origins.length} 处`])
}
