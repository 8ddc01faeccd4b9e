import type { Settings } from '../domain/settings.js'
import { ToolError } from '../domain/tool-error.js'
import type { ReadingGround } from './read-sheet.js'
import type { Source } from './source.js'
import { allSources } from './sources/all.js'
import { vocabularyOf } from './vocabulary.js'

/** All sources and their headings, with what doudi.yaml adds. Throws ToolError as `checkSettings` does. */
export function readingGround(settings: Pick<Settings, 'files' | 'lists' | 'columns'>): ReadingGround {
  const sources = allSources as unknown as readonly Source[]
  checkSettings(settings, sources)
  return { sources, vocabulary: vocabularyOf(sources, settings.columns), settings }
}

/** Throws ToolError (`unknown-source`, `unknown-field`) when doudi.yaml speaks of a source or of a field that no source has. */
function checkSettings(settings: Pick<Settings, 'files' | 'lists' | 'columns'>, sources: readonly Source[]): void {
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
