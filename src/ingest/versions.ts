import { compareText } from '../domain/compare-text.js'
import { type Issue, issueAt } from '../domain/issue.js'
import type { ReadRoster } from './deliveries.js'
import type { Duplicate } from './duplicates.js'

const fewPersons = 10

/**
 * An issue for each two files of one source that name mostly the same people: an export and its corrected version, both put in. Both are used, as
 * nobody but the clerk can say which one holds. Lists that go on over months are meant to repeat themselves and are passed over.
 */
export function versionIssues(rosters: readonly ReadRoster[], duplicates: readonly Duplicate[]): readonly Issue[] {
  const issues: Issue[] = []
  for (const files of personsByFile(rosters).values()) {
    const sorted = [...files].sort(([a], [b]) => compareText(a, b))
    sorted.forEach(([file, persons], at) => {
      for (const [other, others] of sorted.slice(0, at)) {
        const shared = [...persons].filter((id) => others.has(id))
        if (shared.length < fewPersons || shared.length * 2 < Math.max(persons.size, others.size)) continue
        const facts = { other, shared: shared.length, differing: differing(shared, [file, other], duplicates) }
        issues.push(issueAt({ file }, 'roster-versions', facts))
      }
    })
  }
  return issues
}

// Intact ids by file, by source.
function personsByFile(rosters: readonly ReadRoster[]): ReadonlyMap<string, ReadonlyMap<string, Set<string>>> {
  const sources = new Map<string, Map<string, Set<string>>>()
  for (const { source, file, records } of rosters) {
    if (source.rolling) continue
    const files = sources.get(source.id) ?? new Map<string, Set<string>>()
    sources.set(source.id, files)
    const persons = files.get(file.file) ?? new Set<string>()
    files.set(file.file, persons)
    for (const { idNumber } of records) if (idNumber?.value) persons.add(idNumber.value)
  }
  return sources
}

// Those of whom the two files do not say the same: no row of the one repeats a row of the other.
function differing(shared: readonly string[], files: readonly string[], duplicates: readonly Duplicate[]): number {
  const repeated = new Set<string>()
  for (const { record, of } of duplicates)
    if (record.idNumber?.value && files.includes(record.origin.file) && files.includes(of.origin.file))
      if (record.origin.file !== of.origin.file) repeated.add(record.idNumber.value)
  return shared.filter((id) => !repeated.has(id)).length
}
