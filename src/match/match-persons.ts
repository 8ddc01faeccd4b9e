import type { Month } from '../domain/month.js'
import type { PersonRecord } from '../ingest/source.js'
import { type AskedHouseholds, askedOf, loneHouseholds } from './asked-households.js'
import { assemble } from './assemble.js'
import type { DraftPerson } from './build-persons.js'
import { enterEnrolment } from './enrolment.js'
import { settleExactly } from './exact.js'
import { continuedKeys } from './household-keys.js'
import { groupHouseholds, type HouseholdRows } from './household-rows.js'
import { buildHouseholds } from './households.js'
import { applyJudgements, type Judgement, pairKey, type Verdicts } from './judgements.js'
import { enterKin } from './kin.js'
import type { BlockCount } from './linkage/blocking.js'
import type { LinkageModel } from './linkage/model.js'
import { nameBook } from './names/name-form.js'
import type { MatchResult, PastRecord } from './person.js'
import { baseKey, type KeyChange, keyAfter } from './person-key.js'
import { identityQuestions } from './questions.js'
import { recordFingerprint } from './record-fingerprint.js'
import { resolve } from './resolve.js'
import { askedRows, changesByRewording, judgementsOn, newRewordings, type Rewordings } from './reworded-rows.js'
import { type RosterSets, rosterSets } from './roster-sets.js'
import { notOfUnit, rowsToldApart } from './told-apart.js'
import type { Units } from './units.js'

/** What matching needs. */
export interface Matching {
  /** This month's records. Their order does not matter. */
  readonly records: readonly PersonRecord[]
  /** Rows that the readers show as duplicates of a row of `records` in the same roster. */
  readonly duplicates: readonly PersonRecord[]
  /** The last month's records as the history kept them; they take part like one more roster. */
  readonly past: readonly PastRecord[]
  /** Keys of last month's households that differ from what their rows name them by; none by default. */
  readonly pastHouseholdKeys?: ReadonlyMap<string, string>
  /** Households that cases of earlier months speak of; none by default. */
  readonly askedHouseholds?: AskedHouseholds
  readonly judgements: readonly Judgement[]
  /** Rows that were judged in another form, mostly of their damaged number, as earlier months found; none by default. */
  readonly rewordings?: Rewordings
  readonly month: Month
  /** A model learned earlier; used again unless it does not fit the comparisons or this month's data drifted away from it. */
  readonly model?: LinkageModel
  /** Told after each stage, for progress and benchmarks. */
  readonly onStage?: (stage: 'group' | 'exact' | 'resolve' | 'assemble' | 'households' | 'questions') => void
}

/** Persons, households and questions, with what they rest on. */
export interface Matched extends MatchResult {
  /** The weights used; written with the run and given back next month. */
  readonly model: LinkageModel
  /** Keys of earlier months whose person, or the household of one such person, was joined to another one or split, and judged rows that are reworded. */
  readonly keyChanges: readonly KeyChange[]
  /** Keys that households brought from earlier months, by what this month's rows name them by. */
  readonly householdKeys: ReadonlyMap<string, string>
  /** How many pairs each blocking rule proposed. */
  readonly blocking: readonly BlockCount[]
}

/**
 * Works out who is the same person: first what equal id numbers settle, then the rows with damaged or missing numbers by weighed evidence, with people's
 * judgements above both. Pure: the same records, in any order, give the same persons, keys and scores. Persons by key.
 */
export function matchPersons(matching: Matching): Matched {
  const { judgements, rewordings: known = new Map() } = matching
  const rewordings = newRewordings(matching, judgements, known)
  const carried = [...judgementsOn(new Map([...known, ...rewordings]), judgements), ...judgements]
  const householdRows = groupHouseholds(matching.records)
  matching.onStage?.('group')
  // What identifying leaves behind is freed before the households are built: a county's units and pairs are as big as its persons.
  const rosters = rosterSets()
  const { persons, open, personOf, keyChanges, recognised, model, blocking } = identify(
    { ...matching, judgements: carried },
    householdRows,
    rosters,
  )
  const { past, pastHouseholdKeys: pastKeys = new Map(), askedHouseholds = new Map() } = matching
  const asked = askedOf(askedHouseholds, keyChanges)
  const householdKeys = continuedKeys({ grouped: householdRows, personOf, past, pastKeys, asked })
  const households = buildHouseholds(householdRows, householdKeys, matching.records, personOf, personsById(persons))
  enterEnrolment(matching.records, personOf, rosters)
  matching.onStage?.('households')
  const questions = identityQuestions(open, answeredIn(carried, keyChanges))
  matching.onStage?.('questions')
  const lone = loneHouseholds(askedHouseholds, keyChanges, households)
  const fresh = [...recognised].filter(([own]) => !known.has(own))
  const remembered = new Map([...fresh, ...rewordings, ...askedRows(questions, known)])
  const changes = [...keyChanges, ...lone, ...changesByRewording(remembered)]
  return { persons, households, questions, model, keyChanges: changes, householdKeys, blocking }
}

// Whom a judgement names by a key that gives way this month, it names by the one that he has now.
function answeredIn(judgements: readonly Judgement[], changes: readonly KeyChange[]) {
  const now = keyAfter(changes)
  const answered = new Set(judgements.map(({ left, right }) => pairKey(now(left), now(right))))
  return (left: string, right: string) => answered.has(pairKey(left, right))
}

interface Identified {
  readonly persons: readonly DraftPerson[]
  readonly open: readonly DraftPerson[]
  readonly personOf: readonly DraftPerson[]
  readonly keyChanges: readonly KeyChange[]
  readonly recognised: Rewordings
  readonly model: LinkageModel
  readonly blocking: readonly BlockCount[]
}

function identify(matching: Matching, householdRows: HouseholdRows, rosters: RosterSets): Identified {
  const { records, past, judgements, month } = matching
  // As many names as there usually are in a large county.
  const book = nameBook(Math.floor(records.length / 3))
  const isNot = rowsToldApart(judgements)
  const { units, unitOf, nameUses } = settleExactly(records, past, matching.duplicates, book, notOfUnit(isNot))
  enterKin(householdRows, units, unitOf)
  matching.onStage?.('exact')
  const verdicts = applyJudgements(judgements, units, (unit) => baseKey(unit, book))
  const resolved = resolve({ units, book, nameUses, verdicts, month, known: matching.model ?? null })
  matching.onStage?.('resolve')
  const { persons, open, personOfUnit, keyChanges } = assemble(units, resolved, { verdicts, isNot }, { book, rosters })
  matching.onStage?.('assemble')
  const personOf: DraftPerson[] = new Array(unitOf.length)
  for (let i = 0; i < unitOf.length; i++) personOf[i] = personOfUnit(unitOf[i] as number)
  const recognised = recognisedRows(verdicts, units)
  return { persons, open, personOf, keyChanges, recognised, model: resolved.model, blocking: resolved.counts }
}

// Next month the key may be that of the number which they were judged to have, and says nothing of single rows.
function recognisedRows({ byKey }: Verdicts, units: Units): Rewordings {
  return new Map(
    byKey.flatMap(([name, unit]) =>
      units.at(unit).records.map((record) => [recordFingerprint(record), { name, isSure: true }] as const),
    ),
  )
}

function personsById<P extends { readonly idNumber: string | null }>(persons: readonly P[]): (id: string) => P | null {
  let byId: Map<string, P> | null = null
  return (id) => {
    byId ??= new Map(
      persons.flatMap((person) => (person.idNumber === null ? [] : [[person.idNumber, person] as const])),
    )
    return byId.get(id) ?? null
  }
}
