import { headingForms } from './heading.js'
import { pairRole } from './pair-columns.js'
import type { Source } from './source.js'

/** All headings that any source knows; finds the heading band before the source is known. */
export interface Vocabulary {
  knows(name: string): boolean
  /** A heading over persons' names or ids. */
  isIdentity(name: string): boolean
}

const identityFields = new Set(['name', 'idNumber', 'headName', 'headIdNumber', 'memberNames', 'memberIdNumbers'])

/** Gathers the headings of `sources` and of the `columns:` entries of doudi.yaml (source → field → heading). */
export function vocabularyOf(
  sources: readonly Source[],
  entries: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Vocabulary {
  // Most headings stand in many sources, and taking one apart costs more than all the rest: each once. Whether it is one over names or ids.
  const headings = new Map<string, boolean>()
  const add = (field: string, heading: string) => {
    headings.set(heading, identityFields.has(field) || headings.get(heading) === true)
  }
  for (const source of sources)
    for (const [field, column] of Object.entries(source.columns))
      for (const heading of column.headers) add(field, heading)
  for (const fields of Object.values(entries))
    for (const [field, heading] of Object.entries(fields)) add(field, heading)
  const known = new Set<string>()
  const identity = new Set<string>()
  for (const [heading, isIdentity] of headings)
    for (const name of headingForms(heading)) {
      known.add(name)
      if (isIdentity) identity.add(name)
    }
  return {
    knows: (name) => known.has(name) || pairRole(name) !== null,
    isIdentity: (name) => identity.has(name) || pairRole(name) !== null,
  }
}
