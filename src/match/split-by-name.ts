import { compareText } from '../domain/compare-text.js'
import type { PersonRecord } from '../ingest/source.js'
import { compareNames, isDoubtful, nameLikeness } from './names/name-evidence.js'
import type { NameBook } from './names/name-form.js'
import type { Neighbour, NeighboursOf } from './neighbours.js'
import { monthOfRow } from './rosters.js'
import { emptyUnit, isAnothers, rareName, type Unit } from './unit.js'

/** Tells whether a row of a unit was judged not to be the person of the others. */
export type NotOfUnit = (row: PersonRecord, unit: Unit) => boolean

/**
 * Splits a unit whose usable number goes by several names into one unit for each person that the names may be, rivals of each other; their rows are not in
 * order yet. Null when the names are one person's.
 */
export function splitByName(
  unit: Unit,
  book: NameBook,
  neighboursOf: NeighboursOf,
  isNotOf: NotOfUnit,
): readonly Unit[] | null {
  const rows = [...unit.records, ...unit.past, ...unit.duplicates]
  const apart = new Set(rows.filter((row) => isNotOf(row, unit)).map(groupName))
  const groups = nameGroups(rows, apart, book, neighboursOf)
  if (groups.length === 1) return null
  const units = groups.map((names): Unit => {
    const has = (record: PersonRecord) => names.has(groupName(record))
    const [records, past] = [unit.records.filter(has), unit.past.filter(has)]
    return { ...emptyUnit(unit.idNumber), records, past, duplicates: unit.duplicates.filter(has) }
  })
  // A row without a name cannot say whose it is; it goes with the name that most rows have.
  const nameless = <R extends PersonRecord>(rows: readonly R[]) => rows.filter((record) => record.name === null)
  units[0]?.records.push(...nameless(unit.records))
  units[0]?.past.push(...nameless(unit.past))
  units[0]?.duplicates.push(...nameless(unit.duplicates))
  for (const one of units) one.rivals = units.filter((other) => other !== one)
  return units
}

function groupName(record: PersonRecord): string {
  return record.name ?? ''
}

// Names joined whenever one may be a slip of the other or a roster records it as a former name. Biggest group first, then by its names.
// Names `apart` were judged to be somebody else's than the others.
function nameGroups(
  rows: readonly PersonRecord[],
  apart: ReadonlySet<string>,
  book: NameBook,
  neighboursOf: NeighboursOf,
): readonly ReadonlySet<string>[] {
  const names = [...new Set(rows.flatMap((record) => record.name ?? []))].sort(compareText)
  let groups: Set<string>[] = []
  for (const name of names) {
    const joined = groups.filter((group) =>
      [...group].some(
        (other) => apart.has(name) === apart.has(other) && samePerson(name, other, rows, book, neighboursOf),
      ),
    )
    const merged = new Set([name, ...joined.flatMap((group) => [...group])])
    groups = [...groups.filter((group) => !joined.includes(group)), merged]
  }
  const size = (group: ReadonlySet<string>) => rows.filter((record) => group.has(groupName(record))).length
  const first = (group: ReadonlySet<string>) => [...group].sort(compareText)[0] as string
  return groups.sort((a, b) => size(b) - size(a) || compareText(first(a), first(b)))
}

function samePerson(
  a: string,
  b: string,
  rows: readonly PersonRecord[],
  book: NameBook,
  neighboursOf: NeighboursOf,
): boolean {
  const recorded = rows.some((record) => {
    const others = [record.formerName, rareName(record)]
    return (record.name === a && others.includes(b)) || (record.name === b && others.includes(a))
  })
  if (recorded) return true
  const [left, right] = [book.of(a), book.of(b)]
  const concerned = rows.filter(({ name }) => name === a || name === b)
  const mayBe = (row: PersonRecord, test: (neighbour: Neighbour) => boolean) => neighboursOf(row, rows).some(test)
  if (isDoubtful(left, right)) {
    if (standSideBySide(concerned, a, b)) return false
    if (nameLikeness(left, right) === 'different' && !shareVillage(concerned, a, b)) return false
    return !concerned.some((row) => isAnothers(row) || mayBe(row, ({ isNamesake, isKin }) => isNamesake || isKin))
  }
  const evidence = compareNames(left, right)
  if (evidence === 'different') return false
  if (evidence === 'other-writing') return true
  const isSeparate = evidence === 'missing-character' || standSideBySide(concerned, a, b)
  if (isSeparate && concerned.some(isAnothers)) return false
  // Relatives have names that sound alike; a slip hardly ever makes one relative's name of another's.
  return !concerned.some((row) => mayBe(row, isThatRelative))
}

function isThatRelative({ isNamesake, isKin, isContradicted }: Neighbour): boolean {
  return isNamesake && isKin && !isContradicted
}

// A roster holds a person once: what it lists under both names is two people, of whom one was given the other's number.
function standSideBySide(rows: readonly PersonRecord[], a: string, b: string): boolean {
  return someTwo(rows, a, b, (one, other) => one.source === other.source && monthOfRow(one) === monthOfRow(other))
}

// Two short names may be one misspelt where one village is theirs.
function shareVillage(rows: readonly PersonRecord[], a: string, b: string): boolean {
  return someTwo(
    rows,
    a,
    b,
    ({ place }, other) =>
      place.village !== null && other.place.village === place.village && other.place.township === place.township,
  )
}

function someTwo(
  rows: readonly PersonRecord[],
  a: string,
  b: string,
  holds: (one: PersonRecord, other: PersonRecord) => boolean,
): boolean {
  const others = rows.filter(({ name }) => name === b)
  return rows.some((one) => one.name === a && others.some((other) => holds(one, other)))
}
