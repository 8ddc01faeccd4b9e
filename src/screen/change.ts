import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { Standard, StandardKey } from '../domain/standards.js'
import type { PersonRecord } from '../ingest/source.js'
import type { PastRecord, Person } from '../match/person.js'
import type { Context } from './rule.js'

/** How a person stands in one programme against last month (增 / 减 / 续). */
export interface Turn {
  readonly person: Person
  readonly programme: Programme
  readonly turn: 'joined' | 'left' | 'stayed'
  /** Last month's rows that enrolled the person in the programme, and this month's; by record index. Weaker links count: nobody is accused here. */
  readonly before: readonly PastRecord[]
  readonly now: readonly PersonRecord[]
  /** Rows of both months that the same export wrote of the same household, of those who stayed: what can be compared cell by cell. */
  readonly pairs: readonly (readonly [PastRecord, PersonRecord])[]
  /** Everything the person joined and left since last month. */
  readonly joined: readonly Programme[]
  readonly left: readonly Programme[]
}

/** What a kind of change may ask beside the turn. */
export interface ChangeContext extends Context {
  /** The row that was in force in the month compared with; null without one. */
  standardBefore(key: StandardKey): Standard | null
}

/** What changed, in the words of the rosters. `before` and `after` may hold whole ids; `note` never does. */
export interface Told {
  readonly before: string
  readonly after: string
  /** Chinese; '' when there is nothing to add. */
  readonly note: string
}

/** One way in which a person's standing in a programme changes: one file, named in changes/all.ts. */
export interface ChangeKind {
  /** English, kebab-case, unique: the word of changes.csv. */
  readonly id: string
  /** The office's word: 死亡, 停保, 号码更正. */
  readonly title: string
  /** The turn it explains. The first kind that fits explains who joined or left; of those who stayed every kind that fits is told. */
  readonly turn: Turn['turn']
  /** real: something happened to the person or the support. identity: the rosters write the same person otherwise. */
  readonly nature: 'real' | 'identity'
  /** Lower is tried first; unique within a turn. */
  readonly precedence: number
  /** Programmes it speaks of; null: all. */
  readonly programmes: readonly Programme[] | null
  /** person, or household: told once for all members. */
  readonly unit: 'person' | 'household'
  /** True when nothing but the roster itself says it: a short or late roster then leaves it 未判定. */
  readonly restsOnRoster: boolean
  /** null: not this kind. */
  test(turn: Turn, context: ChangeContext): Told | null
}

/** A change of one person (or of the household the person heads) in one programme. */
export interface Change extends Told {
  readonly kind: ChangeKind
  readonly programme: Programme
  readonly person: Person
  /** Where the rosters have, or had, the person; null: in no township of towns.csv. */
  readonly township: string | null
  readonly village: string | null
  readonly householdNumber: string | null
  readonly headName: string | null
}

/** One programme in one township: how many stood in it, how many came and went, and how many of those could not be judged. */
export interface Movement {
  readonly programme: Programme
  readonly township: string | null
  readonly before: number
  readonly now: number
  /** Changes by the id of their kind; people who moved between townships count under `moved-in` and `moved-out`. */
  readonly counts: ReadonlyMap<string, number>
  /** Joined or left, but a short, late or missing roster leaves open why. */
  readonly unjudgedJoined: number
  readonly unjudgedLeft: number
}

/** A roster that cannot be compared with last month's, as a whole or in one township: who joined or left in it is 未判定. */
export interface RosterGap {
  readonly programme: Programme
  /** null: everywhere. */
  readonly township: string | null
  readonly turns: readonly ('joined' | 'left')[]
  /** Chinese. */
  readonly reason: string
}

/** The month against the one before it (增减变动). */
export interface Changes {
  /** The month compared with; null in a first month, when everything else is empty. */
  readonly since: Month | null
  /** By programme, township, kind, person. */
  readonly changes: readonly Change[]
  /** By programme, then township. before + joined + moved in − left − moved out = now. */
  readonly movements: readonly Movement[]
  readonly gaps: readonly RosterGap[]
}

type Optionals = 'nature' | 'programmes' | 'unit' | 'restsOnRoster'

/** Completes a kind of change with the defaults: real, of any programme, a person's, and evidenced by more than the roster. */
export function defineChange(kind: Omit<ChangeKind, Optionals> & Partial<Pick<ChangeKind, Optionals>>): ChangeKind {
  return { nature: 'real', programmes: null, unit: 'person', restsOnRoster: false, ...kind }
}

/** Told with nothing but a note. */
export function noted(note: string): Told {
  return { before: '', after: '', note }
}
