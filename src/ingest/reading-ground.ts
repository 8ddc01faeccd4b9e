import type { Settings } from '../domain/settings.js'
import { ToolError } from '../domain/tool-error.js'
import type { ReadingGround } from './read-sheet.js'
import type { Source } from './source.js'
import { allSources } from './sources/all.js'
import { vocabularyOf } from './vocabulary.js'

/** All sources and their headings, with what doudi.yaml adds. Throws ToolError as `checkSettings` does. */
export function readingGround(settings: Pick<Settings, 'files' | 'columns'>): ReadingGround {
  const sources = allSources as unknown as readonly Source[]
  checkSettings(settings, sources)
  return { sources, vocabulary: vocabularyOf(sources, settings.columns), settings }
}

/** Throws ToolError (`unknown-source`, `unknown-field`) when doudi.yaml speaks of a source or of a field that no source has. */
function checkSettings(settings: Pick<Settings, 'files' | 'columns'>, sources: readonly Source[]): void {
  const find = (id: string, entry: string): Source => {
    const source = sources.find((candidate) => candidate.id === id)
    if (source) return source
    throw new ToolError('unknown-source', { source: id, entry, known: sources.map((known) => known.id).join('、') })
  }
  for (const { name, source } of settings.files) find(source, `files: ${name}`)
  for (const [id, fields] of Object.entries(settings.columns)) {
    const source = find(id, 'columns')
    for (const field of Object.keys(fields))
      if (source.columns[field] === undefined)
        throw new ToolError('unknown-field', { field, source: id, known: Object.keys(source.columns).join('、') })
  }
}
