import type { ByteSource } from './byte-source.js'
import { decodedText, type TextEncoding } from './decode-text.js'
import { asUnreadable, UnreadableFile } from './unreadable-file.js'
import type { Merge, ReadLimits, Sheet, SheetRow, Workbook } from './workbook.js'
import { xmlParser } from './xml.js'
import { spreadsheetHandler } from './xml2003-rows.js'

// Written by programs that make XML by hand from HTML; Excel lets it pass.
const htmlEntities = { nbsp: '\u00A0' }

/** Opens an XML Spreadsheet 2003. The sheets stand one after the other in one document, so each reading of one passes over those before it. */
export async function openXml2003(source: ByteSource, encoding: TextEncoding, limits: ReadLimits): Promise<Workbook> {
  const listed = await listSheets(source, encoding)
  if (listed.length === 0) throw new UnreadableFile('file-corrupt', { part: 'Worksheet' })
  return {
    format: 'xml2003',
    encoding: encoding.name,
    sheets: listed.map(({ name, hidden }, index) => openSheet(source, encoding, limits, name, hidden, index)),
    notices: [],
    close: () => source.close(),
  }
}

function openSheet(
  source: ByteSource,
  encoding: TextEncoding,
  limits: ReadLimits,
  name: string,
  hidden: boolean,
  index: number,
): Sheet {
  let merges: Merge[] | null = null
  let hiddenColumns: readonly number[] = []
  async function* rows(): AsyncGenerator<readonly SheetRow[]> {
    const state = spreadsheetHandler(index, limits)
    const parser = xmlParser(state.handler, htmlEntities)
    hiddenColumns = state.hiddenColumns
    try {
      for await (const text of decodedText(source, encoding)) {
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

async function listSheets(source: ByteSource, encoding: TextEncoding): Promise<{ name: string; hidden: boolean }[]> {
  const sheets: { name: string; hidden: boolean }[] = []
  let visible = ''
  let inVisible = false
  const parser = xmlParser(
    {
      open(name, attributes) {
        if (name === 'Worksheet') sheets.push({ name: attributes.Name ?? '', hidden: false })
        if (name === 'Visible') {
          inVisible = true
          visible = ''
        }
      },
      text(text) {
        if (inVisible) visible += text
      },
      close(name) {
        if (name !== 'Visible') return
        inVisible = false
        const last = sheets.at(-1)
        if (last && visible.startsWith('Sheet')) last.hidden = true
      },
    },
    htmlEntities,
  )
  try {
    for await (const text of decodedText(source, encoding)) parser.write(text)
    parser.end()
  } catch (error) {
    throw asUnreadable(error, 'XML')
  }
  return sheets
}
