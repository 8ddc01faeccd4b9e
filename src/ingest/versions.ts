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
 * An issue for each two files of one source that name mostly the same people, and for each two sheets of a file: an export and its corrected version,
 * or this month and the last. Both are used, as nobody but the clerk can say which one holds. Lists that go on over months are meant to repeat
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

function personsOf({ rosters }: List): ReadonlySet<string> {
  return new Set(rosters.flatMap(({ records }) => records).flatMap(({ idNumber }) => idNumber?.value ?? []))
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
      const shared = [...list.persons].filter((id) => other.persons.has(id))
      if (shared.length < fewPersons || shared.length * 2 < Math.max(list.persons.size, other.persons.size)) return []
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
