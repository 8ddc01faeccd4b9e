import { compareText } from '../domain/compare-text.js'
import type { Household, Person } from './person.js'
import { type KeyChange, keyAfter } from './person-key.js'

/** Households that cases of earlier months speak of: by the household's key the keys of the people whom they named last. */
export type AskedHouseholds = ReadonlyMap<string, ReadonlySet<string>>

/** What the cases tell of households that last month's rows do not. */
export interface Asked {
  /** Whether a case speaks of the household that goes by this key. */
  has(key: string): boolean
  /**
   * The key, of `own` and those that other people under its number got, by which cases speak of somebody of these; null when none does. The lowest
   * where there are several.
   */
  keyOf(own: string, members: Iterable<Person>): string | null
}

/** Makes the cases' households ready to be asked; `changes` say by what keys people go from this month on. */
export function askedOf(households: AskedHouseholds, changes: readonly KeyChange[]): Asked {
  const now = keyAfter(changes)
  const byNumber = new Map<string, string[]>()
  for (const key of [...households.keys()].sort(compareText))
    for (const own of new Set([key, withoutLead(key)])) byNumber.set(own, [...(byNumber.get(own) ?? []), key])
  return {
    has: (key) => households.has(key),
    keyOf(own, members) {
      const keys = new Set([...members].map(({ key }) => key))
      const speaksOf = (key: string) =>
        [...(households.get(key) as ReadonlySet<string>)].some((person) => keys.has(now(person)))
      return byNumber.get(own)?.find(speaksOf) ?? null
    },
  }
}

/** The key of a household whose number other people had before: by that number and one of its own people. */
export function keyWithLead(own: string, lead: string): string {
  return `${own}~${lead}`
}

function withoutLead(key: string): string {
  const at = key.lastIndexOf('~')
  return at < 0 ? key : key.slice(0, at)
}

/**
 * A household of one is that person's. Where somebody whom cases named alone in a household is now known to be somebody else (`changes`), who stands
 * alone in one of the same system, the two households are one: what was asked of the earlier one follows. Not while a household still goes by its key.
 */
export function loneHouseholds(
  asked: AskedHouseholds,
  changes: readonly KeyChange[],
  households: readonly Household[],
): readonly KeyChange[] {
  if (changes.length === 0 || asked.size === 0) return []
  const now = keyAfter(changes)
  const held = new Set(households.map(({ key }) => key))
  const alone = new Map<string, string>(
    households.flatMap(({ key, system, members }) =>
      members.length === 1 ? [[`${system}:${members[0]?.key}`, key]] : [],
    ),
  )
  return [...asked].flatMap(([from, people]): KeyChange[] => {
    const person = [...people][0]
    if (people.size !== 1 || person === undefined || now(person) === person || held.has(from)) return []
    const to = alone.get(`${systemOf(from)}:${now(person)}`)
    return to === undefined ? [] : [{ kind: 'merged', from, to }]
  })
}

function systemOf(key: string): string {
  return key.slice(0, key.indexOf(':'))
}
