import { RowBuilder } from './row-builder.js'
import { type SheetPass, streamedSheet } from './streamed-sheet.js'
import { asUnreadable } from './unreadable-file.js'
import type { Merge, ReadLimits, Sheet, SheetRow } from './workbook.js'
import { type XmlHandler, xmlParser } from './xml.js'

/** Collects the rows of one sheet of an XML document, and what else it finds of it. A class: it is one state that a parser's callbacks share. */
export abstract class XmlRows {
  abstract readonly handler: XmlHandler
  readonly merges: Merge[] = []
  readonly hiddenColumns: number[] = []
  protected readonly row: RowBuilder
  protected rows: SheetRow[] = []

  constructor(limits: ReadLimits) {
    this.row = new RowBuilder(limits)
  }

  /** The rows completed since the last call. */
  take(): readonly SheetRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }
}

/** Reads the XML of a sheet into `collected`: gives the rows and notes in `pass` what else is found. Throws as `xmlParser` does. */
export async function* collectRows(
  texts: AsyncIterable<string>,
  collected: XmlRows,
  pass: SheetPass,
): AsyncGenerator<readonly SheetRow[]> {
  pass.hiddenColumns = collected.hiddenColumns
  const parser = xmlParser(collected.handler)
  for await (const text of texts) {
    parser.write(text)
    const rows = collected.take()
    if (rows.length > 0) yield rows
  }
  parser.end()
  pass.merges = collected.merges
}

/** A sheet of a document that holds all its sheets one after the other: each reading of it passes over those before it. */
export function xmlSheet(
  sheet: Pick<Sheet, 'name' | 'hidden'>,
  texts: () => AsyncIterable<string>,
  begin: () => XmlRows,
): Sheet {
  return streamedSheet(sheet, async function* (pass: SheetPass) {
    try {
      yield* collectRows(texts(), begin(), pass)
    } catch (error) {
      throw asUnreadable(error, sheet.name)
    }
  })
}

/** Hands a whole document to `handler`; `part` names it when it is damaged. Throws UnreadableFile. */
export async function readDocument(texts: AsyncIterable<string>, handler: XmlHandler, part: string): Promise<void> {
  const parser = xmlParser(handler)
  try {
    for await (const text of texts) parser.write(text)
    parser.end()
  } catch (error) {
    throw asUnreadable(error, part)
  }
}
