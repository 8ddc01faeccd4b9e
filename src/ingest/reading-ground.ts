import type { Month } from '../domain/month.js'
import type { Settings } from '../domain/settings.js'
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

/** All sources and their headings, with what doudi.yaml adds; `settings` name only what there is (`readingFaults` found nothing). */
export function readingGround(settings: ReadingSettings, month: Month): ReadingGround {
  return { sources, vocabulary: vocabularyOf(sources, settings.columns), settings, month }
}

/** A word of the settings that names no source, or no field of its source. */
export interface ReadingFault {
  /** Where it stands in doudi.yaml. */
  readonly path: readonly (string | number)[]
  readonly word: string
  readonly fault: 'unknown-source' | 'unknown-field'
  /** The words that could stand there. */
  readonly known: readonly string[]
}

/** What the settings say of sources and fields that do not exist; empty when all is well. A list of another office goes under `lists:` alone. */
export function readingFaults({ files, columns }: Pick<ReadingSettings, 'files' | 'columns'>): readonly ReadingFault[] {
  const rosters = sources.filter(({ declared }) => !declared).map(({ id }) => id)
  const ofFiles = files.flatMap(({ source }, at): ReadingFault[] =>
    rosters.includes(source)
      ? []
      : [{ path: ['files', at, 'source'], word: source, fault: 'unknown-source', known: rosters }],
  )
  const ofColumns = Object.entries(columns).flatMap(([id, fields]): ReadingFault[] => {
    const path = ['columns', id]
    const source = sources.find((one) => one.id === id)
    if (!source) return [{ path, word: id, fault: 'unknown-source', known: sources.map((one) => one.id) }]
    const known = Object.keys(source.columns)
    const unknown = Object.keys(fields).filter((field) => !known.includes(field))
    return unknown.map((field) => ({ path: [...path, field], word: field, fault: 'unknown-field', known }))
  })
  return [...ofFiles, ...ofColumns]
}
