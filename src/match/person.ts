import type { Month } from '../domain/month.js'
import type { Place } from '../domain/place.js'
import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'

/** How sure it is that a record is this person: 证号一致 / 疑似同一人 / 待人工确认 / 号同人异. */
export type Grade = 'exact' | 'probable' | 'possible' | 'conflict'

/** A record of an earlier month as the history kept it. */
export interface PastRecord extends PersonRecord {
  readonly month: Month
  readonly personKey: string
}

/** One comparison's verdict on two records, in words (design §3). */
export interface ComparedLevel {
  readonly comparison: string
  readonly level: string
  /** Chinese, without unmasked ids. */
  readonly words: string
  /** Match weight in bits; 0 for the null level. */
  readonly weight: number
}

/** A record held to be the person's. */
export interface Link {
  readonly record: PersonRecord
  readonly grade: Grade
  /** Probability 0–1 that the record is this person; 1 for exact. */
  readonly score: number
  readonly levels: readonly ComparedLevel[]
}

/** Another person who may be the same: never merged, but enough to withhold a 漏保 (design §1.3). */
export interface Candidate {
  readonly person: Person
  readonly grade: 'probable' | 'possible' | 'conflict'
  readonly score: number
  readonly levels: readonly ComparedLevel[]
}

/** One person as the rosters of this month and the last one show them. */
export interface Person {
  /** Stable over months: kept when the id is corrected or the name retyped. */
  readonly key: string
  /** Canonical 18 characters, or null when no record holds a usable one. */
  readonly idNumber: string | null
  readonly name: string | null
  readonly sex: '男' | '女' | null
  readonly birthDate: string | null
  readonly place: Place
  /** The weakest grade among the links that the person cannot do without; `conflict` when one id carries clearly different names (D06). */
  readonly grade: Grade
  /** This month's records, by record index. */
  readonly links: readonly Link[]
  /** Programmes that a link of any grade names the person in: most of what is asked of somebody is answered by not standing here. */
  readonly rosters: ReadonlySet<Programme>
  /** Programmes in which a certain row surely enrols the person: a household export that does not say whom it supports enrols nobody. */
  readonly enrolled: ReadonlySet<Programme>
  /** Rows shown as duplicates of one of `links` inside the same roster. */
  readonly duplicates: readonly PersonRecord[]
  /** Last month's records of the same person. */
  readonly past: readonly PastRecord[]
  /** Best first. Mutual: if A lists B, B lists A. */
  readonly candidates: readonly Candidate[]
  /** Households the person stands in, one per system and number, by key. */
  readonly households: readonly Household[]
}

/** The household of one system; systems are never merged (domain A.0.4). */
export interface Household {
  /** `<system>:<number or head's id or origin>` as the household first had it; stable over months, also when it gets another number or head. */
  readonly key: string
  readonly system: Programme
  readonly number: string | null
  readonly head: Person | null
  /** By record index of the member's row in this system. */
  readonly members: readonly Person[]
  readonly records: readonly PersonRecord[]
  readonly place: Place
  /** True for a single person whose family may stand in rows of the village that name no household: what holds of all of it cannot be told. */
  readonly untold: boolean
}

/** A pair that a person has to settle, for the identity list (号码待核). `right` is null for a damaged id without a candidate. */
export interface IdentityQuestion {
  readonly left: Person
  readonly right: Person | null
  readonly reason: 'damaged-id' | 'possible-match' | 'same-id-different-name'
  readonly score: number | null
  readonly levels: readonly ComparedLevel[]
  /** The id that `right` suggests for `left`, as a question, never applied; null when there is none. */
  readonly suggestedIdNumber: string | null
  /** The row with the damaged id, where one is in question; null for whole persons. */
  readonly record: PersonRecord | null
  /** What a judgement on this question names: person keys or, for a row inside a person, its fingerprint. */
  readonly subjects: readonly [string, string | null]
}

/** What matching gives to the rest of the flow. Persons by key, households by key. */
export interface MatchResult {
  readonly persons: readonly Person[]
  readonly households: readonly Household[]
  readonly questions: readonly IdentityQuestion[]
}

/** How many of the persons a roster of the month names: some are known only as the other side of a question. */
export function namedThisMonth(persons: readonly Person[]): number {
  return persons.reduce((count, { links }) => count + Number(links.length > 0), 0)
}
