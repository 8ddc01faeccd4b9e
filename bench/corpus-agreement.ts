import { fileSource } from '../src/ingest/formats/byte-source.js'
import { openSheetJs } from '../src/ingest/formats/open-sheetjs.js'
import { UnreadableFile } from '../src/ingest/formats/unreadable-file.js'
import { defaultLimits, type SheetRow } from '../src/ingest/formats/workbook.js'
import type { SheetContext } from '../src/ingest/formats/xlsx/cell-value.js'
import { NotUnderstood } from '../src/ingest/formats/xlsx/not-understood.js'
import { parseSheet } from '../src/ingest/formats/xlsx/parse-sheet.js'
import { mainPart, readParts } from '../src/ingest/formats/xlsx/parts.js'
import { scanSheet } from '../src/ingest/formats/xlsx/scan-sheet.js'
import { StringTable } from '../src/ingest/formats/xlsx/string-table.js'
import { parseStrings, readSharedStrings, scanStrings } from '../src/ingest/formats/xlsx/strings.js'
import { openZip } from '../src/ingest/formats/xlsx/zip.js'

/** How the three readers of one .xlsx compare; null differences mean equal. */
export interface Agreement {
  /** Whether the scanner read every sheet and the string table by itself. */
  readonly scanned: boolean
  readonly parserDifference: string | null
  readonly sheetJsDifference: string | null
}

type Dump = Map<string, string>
type Reader = typeof scanSheet

/** Reads an .xlsx three ways; null when it is no .xlsx package. */
export async function agreement(path: string): Promise<Agreement | null> {
  const source = await fileSource(path, defaultLimits)
  try {
    const zip = await openZip(source, defaultLimits)
    const main = await mainPart(zip)
    if (main === null || !main.endsWith('.xml')) return null
    const parts = await readParts(zip, main)
    const stringsPart = parts.strings
    const openStrings = () => zip.open(stringsPart as string)
    const strings = stringsPart ? await readSharedStrings(openStrings, defaultLimits) : new StringTable()
    const read = async (reader: Reader) => {
      const dump: Dump = new Map()
      for (const sheet of parts.sheets) {
        const context: SheetContext = { ...parts, strings, formulasWithoutValue: 0 }
        const pass = { hiddenColumns: [], merges: null }
        for await (const rows of reader(zip.open(sheet.part), context, defaultLimits, pass))
          addRows(dump, sheet.name, rows)
      }
      return dump
    }
    const parsed = (await orNull(() => read(parseSheet))) ?? new Map()
    const scanned = await orNull(async () => {
      if (stringsPart) await scanStrings(openStrings(), defaultLimits)
      return read(scanSheet)
    })
    const parsedStrings = stringsPart ? await parseStrings(openStrings(), defaultLimits) : new StringTable()
    const positions = Array.from({ length: Math.max(strings.length, parsedStrings.length) }, (_, i) => i)
    const stringsDiffer = positions.findIndex((i) => parsedStrings.at(i) !== strings.at(i))
    return {
      scanned: scanned !== null,
      parserDifference:
        stringsDiffer >= 0 ? `string ${stringsDiffer}` : scanned ? firstDifference(scanned, parsed, same) : null,
      sheetJsDifference: firstDifference(parsed, await sheetJsDump(path), sameForSheetJs),
    }
  } finally {
    await source.close()
  }
}

async function sheetJsDump(path: string): Promise<Dump> {
  const source = await fileSource(path, defaultLimits)
  const dump: Dump = new Map()
  try {
    const opened = await openSheetJs(source, { format: 'xlsx', compound: false, passwords: [], limits: defaultLimits })
    if (Buffer.isBuffer(opened)) return dump
    for (const sheet of opened.sheets) for await (const rows of sheet.rows()) addRows(dump, sheet.name, rows)
    await opened.close()
  } catch (error) {
    dump.set('failed', String(error))
    await source.close()
  }
  return dump
}

async function orNull(read: () => Promise<Dump>): Promise<Dump | null> {
  try {
    return await read()
  } catch (error) {
    // A file that the parser refuses is compared like one that the scanner hands over: neither gives cells.
    if (error instanceof NotUnderstood || error instanceof UnreadableFile) return null
    throw error
  }
}

function addRows(dump: Dump, sheet: string, rows: readonly SheetRow[]): void {
  for (const row of rows) {
    row.texts.forEach((text, c) => {
      if (text !== '') dump.set(`${sheet}!R${row.number}C${c + 1}`, `${row.kinds[c]}:${text}`)
    })
  }
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a === b
}

// SheetJS has lost the file's digits and gives numbers as doubles.
function sameForSheetJs(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true
  if (!a?.startsWith('number:') || !b?.startsWith('number:')) return false
  return Number(a.slice(7)) === Number(b.slice(7))
}

function firstDifference(a: Dump, b: Dump, equal: typeof same): string | null {
  const differing = [...new Set([...a.keys(), ...b.keys()])].filter((key) => !equal(a.get(key), b.get(key)))
  const key = differing[0]
  if (key === undefined) return null
  return `${differing.length} cells, first ${key}: ${JSON.stringify(a.get(key) ?? null)} / ${JSON.stringify(b.get(key) ?? null)}`.slice(
    0,
    300,
  )
}
