import type { Month } from '../domain/month.js'
import type { Settings } from '../domain/settings.js'
import { ToolError } from '../domain/tool-error.js'
import type { Source } from './source.js'
import { sources } from './sources/all.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** What doudi.yaml says of files, lists and columns. */
export type ReadingSettings = Pick<Settings, 'files' | 'lists' | 'columns'>

/** What is needed to read any sheet. */
export interface ReadingGround {
  readonly sources: readonly Source[]
  readonly vocabulary: Vocabulary
  readonly settings: ReadingSettings
  /** The month being worked on. */
  readonly month: Month
}

/** All sources and their headings, with what doudi.yaml adds. Throws ToolError as `checkSettings` does. */
export function readingGround(settings: ReadingSettings, month: Month): ReadingGround {
  checkSettings(settings)
  return { sources, vocabulary: vocabularyOf(sources, settings.columns), settings, month }
}

/** Throws ToolError (`unknown-source`, `unknown-field`) when doudi.yaml speaks of a source or of a field that no source has. */
function checkSettings(settings: ReadingSettings): void {
  const find = (id: string, among: readonly Source[], entry: string): Source => {
    const source = among.find((candidate) => candidate.id === id)
    if (source) return source
    throw new ToolError('unknown-source', { source: id, entry, known: among.map((known) => known.id).join('、') })
  }
  // A list of another office goes under `lists:` and nowhere else.
  const rosters = sources.filter(({ declared }) => !declared)
  for (const { name, source } of settings.files) find(source, rosters, `files: ${name}`)
  for (const [id, fields] of Object.entries(settings.columns)) {
    const source = find(id, sources, 'columns')
    for (const field of Object.keys(fields))
      if (source.columns[field] === undefined)
        throw new ToolError('unknown-field', { field, source: id, known: Object.keys(source.columns).join('、') })
  }
}
