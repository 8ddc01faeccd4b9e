import type { ByteSource } from './byte-source.js'
import { decodedText, type TextEncoding } from './decode-text.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits, Workbook } from './workbook.js'
import type { XmlAttributes } from './xml.js'
import { readDocument, xmlSheet } from './xml-sheet.js'
import { SpreadsheetRows } from './xml2003-rows.js'

/** Opens an XML Spreadsheet 2003. */
export async function openXml2003(source: ByteSource, encoding: TextEncoding, limits: ReadLimits): Promise<Workbook> {
  const texts = () => decodedText(source, encoding)
  const listed = await listSheets(texts())
  if (listed.length === 0) throw new UnreadableFile('file-corrupt', { part: 'Worksheet' })
  return {
    format: 'xml2003',
    encoding: encoding.name,
    sheets: listed.map((sheet, index) => xmlSheet(sheet, texts, () => new SpreadsheetRows(index, limits))),
    notices: [],
    close: () => source.close(),
  }
}

async function listSheets(texts: AsyncIterable<string>): Promise<{ name: string; hidden: boolean }[]> {
  const sheets: { name: string; hidden: boolean }[] = []
  let visible = ''
  let inVisible = false
  const handler = {
    open(name: string, attributes: XmlAttributes) {
      if (name === 'Worksheet') sheets.push({ name: attributes.Name ?? '', hidden: false })
      if (name !== 'Visible') return
      inVisible = true
      visible = ''
    },
    text(text: string) {
      if (inVisible) visible += text
    },
    close(name: string) {
      if (name !== 'Visible') return
      inVisible = false
      const last = sheets.at(-1)
      if (last && visible.startsWith('Sheet')) last.hidden = true
    },
  }
  await readDocument(texts, handler, 'XML')
  return sheets
}
