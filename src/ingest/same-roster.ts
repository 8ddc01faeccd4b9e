import { groupBy } from '../domain/group.js'
import type { PersonRecord, Source } from './source.js'
import { isInForce } from './support-state.js'

/** Whom some rows name. */
export interface Known {
  readonly townships: ReadonlySet<string>
  /** Whether they name the person of a row: by the id, or by the name in the township where the row has no usable id. */
  names(record: PersonRecord): boolean
}

/** Gathers whom rows name. */
export function knownOf(records: readonly PersonRecord[]): Known {
  const ids = new Set<string>()
  const names = new Set<string>()
  const townships = new Set<string>()
  for (const { idNumber, name, place } of records) {
    if (idNumber?.value) ids.add(idNumber.value)
    names.add(`${place.township} ${name}`)
    if (place.township !== null) townships.add(place.township)
  }
  return {
    townships,
    names: ({ idNumber, name, place }) =>
      idNumber?.value ? ids.has(idNumber.value) : names.has(`${place.township} ${name}`),
  }
}

/** Rows of one township in an older sheet, and whom the newer sheets name. */
interface Pair {
  readonly records: readonly PersonRecord[]
  readonly known: Known
}

/**
 * Whether the newer sheets are the same roster a while later: they name at least nine in ten of those on the older roll of the township, or all but one
 * household where the older month as a whole (`all`, townships that both have) is named to nine tenths. Not where a whole kind is missing from the
 * newer (a village, 分散供养, every 配偶): that is a part of the roster, not a later state of it.
 */
export function isSupersededBy(one: Pair, all: readonly Pair[], source: Source): boolean {
  const people = one.records.filter(isInForce)
  // Rows that count for nothing support no comparison.
  if (people.length === 0) return false
  const missing = new Set(people.filter((record) => !one.known.names(record)))
  if (missing.size === people.length) return false
  const isNearlyAll = missing.size * 10 <= people.length
  if (!isNearlyAll && (new Set([...missing].map(householdOf)).size > 1 || !areNearlyAllNamed(all))) return false
  return !lacksKind(people, missing, source)
}

function areNearlyAllNamed(pairs: readonly Pair[]): boolean {
  let [people, missing] = [0, 0]
  for (const { records, known } of pairs)
    for (const record of records) {
      if (!isInForce(record)) continue
      people += 1
      if (!known.names(record)) missing += 1
    }
  return missing * 10 <= people
}

function householdOf({ householdNumber, headIdNumber, idNumber, name }: PersonRecord): string {
  return householdNumber ?? headIdNumber?.value ?? idNumber?.value ?? name ?? ''
}

// By what offices cut a roster into several lists: place, who somebody is in the household, what names of files tell of whole lists.
function lacksKind(people: readonly PersonRecord[], missing: ReadonlySet<PersonRecord>, source: Source): boolean {
  if (missing.size < 2) return false
  const fields = ['relation', 'category', 'level', ...source.defaults.map(({ column }) => column)]
  const kinds: ((record: PersonRecord) => unknown)[] = [
    ({ place }) => place.village,
    ({ programmes }) => programmes.join(' '),
    ...fields.map((field) => (record: PersonRecord) => (record as unknown as Record<string, unknown>)[field]),
  ]
  return kinds.some((kindOf) =>
    [...groupBy(people, kindOf)].some(
      ([kind, own]) =>
        kind !== null &&
        kind !== undefined &&
        own.every((record) => missing.has(record)) &&
        new Set(own.map(householdOf)).size > 1,
    ),
  )
}
