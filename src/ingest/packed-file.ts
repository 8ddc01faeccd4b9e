import { type PackedRecords, packRecords, unpackRecords } from './packed-records.js'
import type { FileReading } from './read-file.js'
import type { SheetReading } from './read-sheet.js'
import type { Candidacy, Recognition } from './recognise.js'
import type { SheetRows } from './row-reader.js'
import type { Source } from './source.js'

type PackedCandidacy = Omit<Candidacy, 'source' | 'mapping'> & {
  readonly source: string
  readonly mapping: Omit<Candidacy['mapping'], 'source'>
}

interface PackedSheet {
  readonly reading: Omit<SheetReading, 'recognition' | 'rows'>
  readonly state: Recognition['state'] | null
  readonly best: PackedCandidacy | null
  readonly runnerUp: PackedCandidacy | null
  /** Ids of the sources the clerk may choose from; null for sheets that leave no choice. */
  readonly choices: readonly string[] | null
  readonly rows: Omit<SheetRows, 'records'> | null
  readonly records: PackedRecords | null
}

/** A file's reading without functions, so that it can go from one thread to another. */
export interface PackedFile {
  readonly reading: Omit<FileReading, 'sheets'>
  readonly sheets: readonly PackedSheet[]
}

/** Packs what a worker read. */
export function packFile({ sheets, ...reading }: FileReading): PackedFile {
  return { reading, sheets: sheets.map(packSheet) }
}

function packSheet({ recognition, rows, ...reading }: SheetReading): PackedSheet {
  const { records = null, ...counts } = rows ?? {}
  return {
    reading,
    state: recognition?.state ?? null,
    best: packCandidacy(recognition?.best ?? null),
    runnerUp: packCandidacy(recognition?.runnerUp ?? null),
    choices: recognition && 'choices' in recognition ? recognition.choices.map(({ id }) => id) : null,
    rows: rows === null ? null : (counts as Omit<SheetRows, 'records'>),
    records: records === null ? null : packRecords(records),
  }
}

function packCandidacy(candidacy: Candidacy | null): PackedCandidacy | null {
  if (candidacy === null) return null
  const { source, mapping, ...rest } = candidacy
  const { source: _, ...columns } = mapping
  return { ...rest, source: source.id, mapping: columns }
}

/** Makes the reading again, with its sources taken from `sources`. */
export function unpackFile({ reading, sheets }: PackedFile, sources: readonly Source[]): FileReading {
  return { ...reading, sheets: sheets.map((sheet) => unpackSheet(sheet, sources)) }
}

function unpackSheet(
  { reading, state, best, runnerUp, choices, rows, records }: PackedSheet,
  sources: readonly Source[],
): SheetReading {
  const recognition =
    state === null
      ? null
      : ({
          state,
          best: unpackCandidacy(best, sources),
          runnerUp: unpackCandidacy(runnerUp, sources),
          ...(choices && { choices: choices.map((id) => sources.find((source) => source.id === id)) }),
        } as Recognition)
  const source = recognition?.best?.source
  const whole =
    rows === null || records === null || source === undefined
      ? null
      : { ...rows, records: unpackRecords(records, source, reading.around) }
  return { ...reading, recognition, rows: whole }
}

function unpackCandidacy(candidacy: PackedCandidacy | null, sources: readonly Source[]): Candidacy | null {
  if (candidacy === null) return null
  const source = sources.find(({ id }) => id === candidacy.source) as Source
  return { ...candidacy, source, mapping: { ...candidacy.mapping, source } }
}
