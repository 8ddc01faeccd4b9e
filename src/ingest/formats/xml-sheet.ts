import { type SheetPass, streamedSheet } from './streamed-sheet.js'
import { asUnreadable } from './unreadable-file.js'
import type { Merge, Sheet, SheetRow } from './workbook.js'
import { type XmlHandler, xmlParser } from './xml.js'

/** Collects the rows of one sheet of an XML document, and what else it finds of it. */
export interface XmlRows {
  readonly handler: XmlHandler
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
  /** The rows completed since the last call. */
  take(): readonly SheetRow[]
}

/** A sheet of a document that holds all its sheets one after the other: each reading of it passes over those before it. */
export function xmlSheet(
  sheet: Pick<Sheet, 'name' | 'hidden'>,
  texts: () => AsyncIterable<string>,
  begin: () => XmlRows,
): Sheet {
  return streamedSheet(sheet, async function* (pass: SheetPass) {
    const collected = begin()
    pass.hiddenColumns = collected.hiddenColumns
    const parser = xmlParser(collected.handler)
    try {
      for await (const text of texts()) {
        parser.write(text)
        const batch = collected.take()
        if (batch.length > 0) yield batch
      }
      parser.end()
    } catch (error) {
      throw asUnreadable(error, sheet.name)
    }
    pass.merges = collected.merges
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
