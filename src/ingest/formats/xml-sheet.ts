import { asUnreadable } from './unreadable-file.js'
import type { Merge, Sheet, SheetRow } from './workbook.js'
import { type XmlHandler, xmlParser } from './xml.js'

/** What a handler has collected of one sheet of an XML document so far. */
export interface XmlSheetState {
  readonly handler: XmlHandler
  readonly merges: Merge[]
  readonly hiddenColumns: number[]
  /** The rows completed since the last call. */
  take(): SheetRow[]
}

/** A sheet of a document that holds all its sheets one after the other: each reading of it passes over those before it. */
export function xmlSheet(
  { name, hidden }: { readonly name: string; readonly hidden: boolean },
  texts: () => AsyncIterable<string>,
  begin: () => XmlSheetState,
): Sheet {
  let merges: readonly Merge[] | null = null
  let hiddenColumns: readonly number[] = []
  async function* rows(): AsyncGenerator<readonly SheetRow[]> {
    const state = begin()
    hiddenColumns = state.hiddenColumns
    const parser = xmlParser(state.handler)
    try {
      for await (const text of texts()) {
        parser.write(text)
        const batch = state.take()
        if (batch.length > 0) yield batch
      }
      parser.end()
    } catch (error) {
      throw asUnreadable(error, name)
    }
    merges = state.merges
  }
  return {
    name,
    hidden,
    rows,
    async merges() {
      if (merges === null) for await (const _ of rows());
      return merges ?? []
    },
    hiddenColumns: () => hiddenColumns,
  }
}

/** Hands a whole document to `handler`; `part` names it when it is damaged. */
export async function readDocument(texts: AsyncIterable<string>, handler: XmlHandler, part: string): Promise<void> {
  const parser = xmlParser(handler)
  try {
    for await (const text of texts) parser.write(text)
    parser.end()
  } catch (error) {
    throw asUnreadable(error, part)
  }
}
