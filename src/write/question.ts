import { programmes } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { IdentityQuestion, Person } from '../match/person.js'
import { originText } from './finding-text.js'
import { idText, lines, personId } from './person-facts.js'

/** Why the pair is asked about, in words. */
export function questionReason(question: IdentityQuestion): string {
  const { reason, right } = question
  if (reason === 'same-id-different-name' && rowAsked(question)) return '号码相同，姓名有一字不同，请确认是否同一人'
  if (reason === 'same-id-different-name') return '号同人异：同一号码，姓名明显不同'
  if (reason === 'possible-match')
    return `疑似同一人：${question.left.idNumber === null ? '甲没有可用的号码' : '号码不同'}，其他信息相近`
  if (rowAsked(question)) return '号码残缺或有误，已按其他信息归到乙，请确认'
  // The import has nothing to keep a 同一人 under where nobody stands on the other side.
  return right ? '号码残缺或有误，与另一人相近' : '号码残缺或有误，未找到可对照的人，只填“正确号码”'
}

/** What agrees and what does not, as the comparisons say it. */
export function comparedWords({ levels }: IdentityQuestion): string {
  return levels
    .filter(({ words }) => words !== '')
    .map(({ words }) => words)
    .join('；')
}

/** One side of a question as it is shown: a person, or a row whose belonging to a person is in question. */
export interface Side {
  /** Whose township and village it is. */
  readonly person: Person
  readonly name: string | null
  /** Unmasked; '' when there is none. */
  readonly id: string
  /** Where it stands, one place a line. */
  readonly where: string
  /** The same for paper: which rosters, and the first place. */
  readonly whereShort: string
}

/** The two sides of a question. A row that was counted to a person stands on the left, the person with the other rows on the right. */
export function sidesOf(question: IdentityQuestion): readonly [Side, Side | null] {
  const { left, right } = question
  const row = rowAsked(question)
  if (row === null) return [personSide(left), right && personSide(right)]
  const side = { person: left, name: row.name, id: idText(row.idNumber) }
  return [{ ...side, where: originText(row.origin), whereShort: shortOrigins([row]) }, personSide(left, row)]
}

/** The townships whose books ask the question: those of its sides; null for a side of none of `townships` (towns.csv), when no side is of one. */
export function questionPlaces(question: IdentityQuestion, townships: readonly string[]): readonly (string | null)[] {
  const sides = new Set(sidesOf(question).map((side) => side?.person.place.township ?? ''))
  const places = townships.filter((township) => sides.has(township))
  return places.length === 0 ? [null] : places
}

/** Why the townships' questions add up to more than the county's; null when they do not. `places`: of each question, by `questionPlaces`. */
export function inSeveralNote(places: readonly (readonly unknown[])[]): string | null {
  const several = places.filter((of) => of.length > 1).length
  return several === 0 ? null : `“号码待核”有 ${several} 条涉及两个乡镇，两镇各列一次，合计只计一次。`
}

// The row that is asked about by itself, against the person that it was counted to.
function rowAsked({ record, right, subjects }: IdentityQuestion): PersonRecord | null {
  return right === null && subjects[1] !== null ? record : null
}

function personSide(person: Person, without: PersonRecord | null = null): Side {
  const records = recordsOf(person, without)
  const places =
    records.length > 0
      ? { where: originLines(person, without), whereShort: shortOrigins(records) }
      : { where: earlierWords(person), whereShort: earlierWords(person) }
  return { person, name: person.name, id: personId(person), ...places }
}

function recordsOf({ links }: Person, without: PersonRecord | null): PersonRecord[] {
  return links.map(({ record }) => record).filter((record) => record !== without)
}

/** Where a person's records of this month stand, one a line; at most three. `without` is left out. */
export function originLines(person: Person, without: PersonRecord | null = null): string {
  const origins = originsOf(recordsOf(person, without))
  return lines([...origins.slice(0, 3), origins.length > 3 && `等 ${origins.length} 处`])
}

// A row of a wide table is the head's and a member's at once.
function originsOf(records: readonly PersonRecord[]): string[] {
  return [...new Set(records.map(({ origin }) => originText(origin)))]
}

// A township has the rosters' names, not the county's files.
function shortOrigins(records: readonly PersonRecord[]): string {
  const rosters = [...new Set(records.map(({ system }) => programmes[system]))]
  const origins = originsOf(records)
  const more = origins.length > 1 ? ` 等 ${origins.length} 处` : ''
  return lines([rosters.join('、'), `${origins[0]}${more}`])
}

// Who stands in no roster of this month is asked about for what an earlier one says of him.
function earlierWords({ past }: Person): string {
  const [record] = past
  const where = record ? `，${record.month} 的在：\n${originText(record.origin)}` : ''
  return `本月名册里没有${where}`
}
