import { compareText } from '../domain/compare-text.js'
import { type Programme, programmes } from '../domain/programme.js'
import type { Settings } from '../domain/settings.js'
import { standardIn } from '../domain/standards.js'
import type { Delivery } from '../ingest/delivery.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Change, ChangeContext, ChangeKind, Changes, Movement, RosterGap, Turn } from './change.js'
import { allChanges } from './changes/all.js'
import { contextOf, type ScreeningInput } from './context.js'
import { type Indexes, indexesOf } from './indexes.js'
import { headNameIn, type PastHeads, pastHeads } from './past-household.js'
import { gapFor, rosterGaps } from './roster-gaps.js'
import { comparedProgrammes, townshipIn, turnsOf } from './turns.js'

/** What comparing rests on: what screening has, and last month's deliveries. */
export interface ComparingInput extends ScreeningInput {
  readonly previousDeliveries: readonly Delivery[]
  readonly settings: ScreeningInput['settings'] & Pick<Settings, 'maxFallPercent'>
}

/**
 * The month's joiners, leavers and changes by programme and township: what really happened apart from what is only written otherwise, and apart
 * from what short, late or missing rosters leave open. Pure; the same whatever the order of the persons.
 */
export function compareMonths(input: ComparingInput, indexes: Indexes = indexesOf(input.persons)): Changes {
  const { previousMonth, deliveries, previousDeliveries, stops, settings } = input
  if (previousMonth === null) return { since: null, changes: [], movements: [], gaps: [] }
  const context: ChangeContext = {
    ...contextOf(input, [], indexes),
    standardBefore: (key) => standardIn(input.standards, key, previousMonth),
  }
  const gaps = rosterGaps(deliveries, previousDeliveries, stops, settings)
  const collector = collectorOf(gaps, pastHeads(indexes.persons()))
  for (const person of indexes.persons())
    for (const turn of turnsOf(person)) {
      collector.stand(turn)
      const kinds = kindsIn[turn.turn].get(turn.programme) ?? []
      if (turn.turn === 'stayed') for (const kind of kinds) collector.add(kind, turn, context)
      else kinds.some((kind) => collector.add(kind, turn, context))
    }
  return { since: previousMonth, ...collector.collected(), gaps }
}

const kindsOf: Readonly<Record<Turn['turn'], readonly ChangeKind[]>> = {
  joined: inOrder('joined'),
  left: inOrder('left'),
  stayed: inOrder('stayed'),
}

function inOrder(turn: Turn['turn']): readonly ChangeKind[] {
  return allChanges.filter((kind) => kind.turn === turn).sort((a, b) => a.precedence - b.precedence)
}

// Most kinds speak of one or two programmes, and most people stand in others.
const kindsIn: Readonly<Record<Turn['turn'], ReadonlyMap<Programme, readonly ChangeKind[]>>> = {
  joined: byProgramme(kindsOf.joined),
  left: byProgramme(kindsOf.left),
  stayed: byProgramme(kindsOf.stayed),
}

function byProgramme(kinds: readonly ChangeKind[]): ReadonlyMap<Programme, readonly ChangeKind[]> {
  const speakingOf = (programme: Programme) =>
    kinds.filter((kind) => kind.programmes === null || kind.programmes.includes(programme))
  return new Map(comparedProgrammes.map((programme) => [programme, speakingOf(programme)]))
}

type Growing = { -readonly [K in keyof Movement]: Movement[K] } & { readonly counts: Map<string, number> }

interface Collector {
  stand(turn: Turn): void
  /** True when the turn is of the kind, whether it was told or left open. */
  add(kind: ChangeKind, turn: Turn, context: ChangeContext): boolean
  collected(): Pick<Changes, 'changes' | 'movements'>
}

/** A change, and the line of the movement table that counts it. */
interface Counted {
  readonly change: Change
  readonly movement: Growing
}

function collectorOf(gaps: readonly RosterGap[], pastHeadOf: PastHeads): Collector {
  const movements = new Map<Programme, Map<string | null, Growing>>()
  const told: Counted[] = []
  const households = new Map<string, Counted>()
  const at = (programme: Programme, township: string | null): Growing => {
    let towns = movements.get(programme)
    if (!towns) {
      towns = new Map()
      movements.set(programme, towns)
    }
    let movement = towns.get(township)
    if (!movement) {
      movement = { programme, township, before: 0, now: 0, counts: new Map(), unjudgedJoined: 0, unjudgedLeft: 0 }
      towns.set(township, movement)
    }
    return movement
  }
  const count = (movement: Growing, id: string) => movement.counts.set(id, (movement.counts.get(id) ?? 0) + 1)
  return {
    stand({ programme, before, now }) {
      const [from, to] = [townshipIn(before), townshipIn(now)]
      if (before.length > 0) at(programme, from).before++
      if (now.length > 0) at(programme, to).now++
      if (before.length === 0 || now.length === 0 || from === to) return
      count(at(programme, from), 'moved-out')
      count(at(programme, to), 'moved-in')
    },
    add(kind, turn, context) {
      const found = kind.test(turn, context)
      if (found === null) return false
      const change = { ...found, kind, ...whereOf(turn, pastHeadOf) }
      const movement = at(turn.programme, change.township)
      if (kind.restsOnRoster && turn.turn !== 'stayed') {
        if (gapFor(gaps, turn.programme, change.township, turn.turn)) {
          if (turn.turn === 'joined') movement.unjudgedJoined++
          else movement.unjudgedLeft++
          return true
        }
      }
      if (kind.unit === 'household') enterOnce(households, { change, movement })
      else told.push({ change, movement })
      return true
    },
    collected() {
      const all = [...told, ...households.values()]
      for (const { change, movement } of all) count(movement, change.kind.id)
      return {
        changes: all.map(({ change }) => change).sort(byChange),
        movements: [...movements.values()].flatMap((towns) => [...towns.values()]).sort(byPlace),
      }
    },
  }
}

function whereOf(
  { person, programme, before, now }: Turn,
  pastHeadOf: PastHeads,
): Omit<Change, 'kind' | 'before' | 'after' | 'note'> {
  const records: readonly PersonRecord[] = now.length > 0 ? now : before
  const first = <T>(of: (record: PersonRecord) => T | null) => records.map(of).find((value) => value !== null) ?? null
  const township = townshipIn(records)
  return {
    programme,
    person,
    township,
    village: first(({ place }) => (place.township === township ? place.village : null)),
    householdNumber: first((record) => record.householdNumber),
    headName:
      first(headNameIn) ??
      person.households.find(({ system }) => system === programme)?.head?.name ??
      // Of a household that is gone as a whole only last month's rows know the head.
      (now.length > 0 ? null : first(pastHeadOf)),
  }
}

// What a household goes through is told once, of the same member in whatever order they come.
function enterOnce(households: Map<string, Counted>, one: Counted): void {
  const { kind, programme, person, householdNumber, before, after } = one.change
  const household = person.households.find(({ system }) => system === programme)?.key ?? householdNumber ?? person.key
  const key = [kind.id, programme, household, before, after].join('\n')
  const known = households.get(key)
  if (!known || person.key < known.change.person.key) households.set(key, one)
}

const programmeOrder = Object.keys(programmes)
const kindOrder = [...kindsOf.joined, ...kindsOf.left, ...kindsOf.stayed]

// People of no township last.
function byPlace(a: Pick<Movement, 'programme' | 'township'>, b: Pick<Movement, 'programme' | 'township'>): number {
  return (
    programmeOrder.indexOf(a.programme) - programmeOrder.indexOf(b.programme) ||
    compareText(a.township ?? '\uFFFF', b.township ?? '\uFFFF')
  )
}

function byChange(a: Change, b: Change): number {
  return (
    byPlace(a, b) ||
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
    compareText(a.person.key, b.person.key) ||
    compareText(a.after, b.after)
  )
}
