import { compareText } from '../domain/compare-text.js'
import type { Gazetteer } from '../domain/place.js'
import { type Programme, programmes } from '../domain/programme.js'
import type { FileReading } from './read-file.js'
import type { SheetReading } from './read-sheet.js'
import { surroundingTexts } from './told.js'

/** A sheet that looks like a roster and was not read: which rosters it may be, and the townships that its name, its titles and first rows name. */
export interface UnreadRoster {
  readonly file: string
  readonly sheet: string
  readonly programmes: readonly Programme[]
  readonly townships: readonly string[]
}

/** The sheets of the files that fit two sources alike, or are told by their words and lack a required column. By file, sheets in their order. */
export function unreadRosters(files: readonly FileReading[], towns: Gazetteer): UnreadRoster[] {
  return files.flatMap(({ file, sheets }) =>
    sheets.flatMap((sheet) => {
      const possible = possibleProgrammes(sheet)
      if (possible.length === 0) return []
      return [{ file, sheet: sheet.around.sheet, programmes: possible, townships: townshipsOf(sheet, towns) }]
    }),
  )
}

function possibleProgrammes({ rows, recognition }: SheetReading): Programme[] {
  if (rows !== null || recognition === null) return []
  if (recognition.state !== 'ambiguous' && recognition.state !== 'missing') return []
  const others = recognition.state === 'ambiguous' ? [recognition.runnerUp.source, ...recognition.choices] : []
  const fed = new Set([recognition.best.source, ...others].flatMap(({ feeds }) => feeds))
  return (Object.keys(programmes) as Programme[]).filter((programme) => fed.has(programme))
}

function townshipsOf({ around, samples }: SheetReading, towns: Gazetteer): string[] {
  const texts = [...surroundingTexts(around), ...samples.flatMap((row) => row.texts)]
  return [...new Set(texts.flatMap((text) => towns.townshipsIn(text)))].sort(compareText)
}
