import { compareText } from '../domain/compare-text.js'
import { groupBy } from '../domain/group.js'
import { type Issue, issueAt, type Origin } from '../domain/issue.js'
import type { ReadRoster } from './deliveries.js'
import type { Duplicate } from './duplicates.js'

const fewPersons = 10

/** The rows of one source in one file, or in one sheet. */
interface List {
  readonly file: string
  /** Null for a whole file. */
  readonly sheet: string | null
  readonly rosters: readonly ReadRoster[]
}

/**
 * An issue for each two files of one source that name mostly the same people of the townships that both have, and for each two sheets of a file: an
 * export and its corrected version (of one township at times), or this month and the last where no month is plain. Both are used, as nobody but the clerk can say which one holds. Lists that go on over months are meant to repeat
 * themselves and are passed over.
 */
export function versionIssues(rosters: readonly ReadRoster[], duplicates: readonly Duplicate[]): readonly Issue[] {
  const lasting = rosters.filter(({ source }) => !source.rolling)
  const issues: Issue[] = []
  for (const own of groupBy(lasting, ({ source }) => source.id).values()) {
    const files = [...groupBy(own, ({ file }) => file.file)]
    const inFiles = files.map(([file, sheets]) => ({ file, sheet: null, rosters: sheets }))
    issues.push(...versionsAmong(inFiles, duplicates))
    for (const [file, sheets] of files) {
      const inSheets = sheets.map((sheet) => ({ file, sheet: sheet.around.sheet, rosters: [sheet] }))
      issues.push(...versionsAmong(inSheets, duplicates))
    }
  }
  return issues
}

/** Townships by id. */
type Persons = ReadonlyMap<string, string>

function personsOf({ rosters }: List): Persons {
  const persons = new Map<string, string>()
  for (const { records } of rosters)
    for (const { idNumber, place } of records) if (idNumber?.value) persons.set(idNumber.value, place.township ?? '')
  return persons
}

function personsWithin(persons: Persons, townships: ReadonlySet<string>): string[] {
  return [...persons].filter(([, township]) => townships.has(township)).map(([id]) => id)
}

function versionsAmong(lists: readonly List[], duplicates: readonly Duplicate[]): Issue[] {
  // Most months have one file of a source, and most files one sheet: nothing to gather the ids of a county for.
  if (lists.length < 2) return []
  const nameOf = ({ file, sheet }: List) => sheet ?? file
  const sorted = lists
    .map((list) => ({ ...list, persons: personsOf(list) }))
    .sort((a, b) => compareText(nameOf(a), nameOf(b)))
  return sorted.flatMap((list, at) =>
    sorted.slice(0, at).flatMap((other) => {
      const theirs = new Set(other.persons.values())
      const common = new Set([...list.persons.values()].filter((township) => theirs.has(township)))
      const own = personsWithin(list.persons, common)
      const shared = own.filter((id) => other.persons.has(id))
      const larger = Math.max(own.length, personsWithin(other.persons, common).length)
      if (shared.length < fewPersons || shared.length * 2 < larger) return []
      const differ = differing(shared, [list, other], duplicates)
      const { file, sheet } = list
      const place = sheet === null ? { file } : { file, sheet }
      const named = other.sheet === null ? other.file : `工作表“${other.sheet}”`
      return [issueAt(place, 'roster-versions', { other: named, shared: shared.length, differing: differ })]
    }),
  )
}

// Those of whom the two lists do not say the same: no row of the one repeats a row of the other.
function differing(shared: readonly string[], [one, another]: readonly [List, List], duplicates: readonly Duplicate[]) {
  const isOf = ({ file, sheet }: List, origin: Origin) =>
    origin.file === file && (sheet ?? origin.sheet) === origin.sheet
  const repeated = new Set<string>()
  for (const { record, of } of duplicates) {
    const isAcross = [[one, another] as const, [another, one] as const].some(
      ([here, there]) => isOf(here, record.origin) && isOf(there, of.origin),
    )
    if (record.idNumber?.value && isAcross) repeated.add(record.idNumber.value)
  }
  return shared.filter((id) => !repeated.has(id)).length
}
