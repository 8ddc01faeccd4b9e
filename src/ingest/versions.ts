import { compareText } from '../domain/compare-text.js'
import { groupBy } from '../domain/group.js'
import { type Issue, issueAt, type Origin } from '../domain/issue.js'
import type { ReadRoster } from './deliveries.js'
import type { Duplicate } from './duplicates.js'

const fewPersons = 10

/** The persons of one file, or of one sheet. */
interface List {
  readonly file: string
  /** Null for a whole file. */
  readonly sheet: string | null
  /** Intact ids. */
  readonly persons: Set<string>
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
    issues.push(
      ...versionsAmong(
        files.map(([file, sheets]) => listOf(file, null, sheets)),
        duplicates,
      ),
    )
    for (const [file, sheets] of files)
      issues.push(
        ...versionsAmong(
          sheets.map((sheet) => listOf(file, sheet.around.sheet, [sheet])),
          duplicates,
        ),
      )
  }
  return issues
}

function listOf(file: string, sheet: string | null, rosters: readonly ReadRoster[]): List {
  const ids = rosters.flatMap(({ records }) => records).flatMap(({ idNumber }) => idNumber?.value ?? [])
  return { file, sheet, persons: new Set(ids) }
}

function versionsAmong(lists: readonly List[], duplicates: readonly Duplicate[]): Issue[] {
  const nameOf = ({ file, sheet }: List) => sheet ?? file
  const sorted = [...lists].sort((a, b) => compareText(nameOf(a), nameOf(b)))
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
