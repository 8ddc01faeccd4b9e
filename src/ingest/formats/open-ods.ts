import type { ByteSource } from './byte-source.js'
import { OpenDocumentRows } from './ods-rows.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits, Workbook } from './workbook.js'
import type { ZipArchive } from './xlsx/zip.js'
import { decodedXml, type XmlAttributes } from './xml.js'
import { readDocument, xmlSheet } from './xml-sheet.js'

const content = 'content.xml'

/** Opens an OpenDocument spreadsheet (.ods). Throws UnreadableFile when it is encrypted or holds something else. */
export async function openOds(source: ByteSource, zip: ZipArchive, limits: ReadLimits): Promise<Workbook> {
  if ((await zip.whole('META-INF/manifest.xml')).includes('encryption-data'))
    throw new UnreadableFile('file-password-unsupported')
  const texts = () => decodedXml(zip.open(content))
  const { spreadsheet, sheets } = await listSheets(texts())
  if (!spreadsheet) throw new UnreadableFile('file-not-a-table', { kind: '其他类型的 OpenDocument 文件' })
  return {
    format: 'ods',
    encoding: null,
    sheets: sheets.map((sheet, index) => xmlSheet(sheet, texts, () => new OpenDocumentRows(index, limits))),
    notices: [],
    close: () => source.close(),
  }
}

interface Listed {
  readonly spreadsheet: boolean
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
}

// A hidden sheet has a style that says so; styles stand before the sheets.
async function listSheets(texts: AsyncIterable<string>): Promise<Listed> {
  const sheets: { name: string; hidden: boolean }[] = []
  const hiddenStyles = new Set<string>()
  let spreadsheet = false
  let style = ''
  let tracked = 0
  const handler = {
    open(name: string, attributes: XmlAttributes) {
      if (name === 'spreadsheet') spreadsheet = true
      else if (name === 'style') style = attributes.name ?? ''
      else if (name === 'table-properties' && attributes.display === 'false') hiddenStyles.add(style)
      else if (name === 'tracked-changes') tracked += 1
      else if (name === 'table' && tracked === 0)
        sheets.push({ name: attributes.name ?? '', hidden: hiddenStyles.has(attributes['style-name'] ?? '') })
    },
    close(name: string) {
      if (name === 'tracked-changes') tracked -= 1
    },
  }
  await readDocument(texts, handler, content)
  return { spreadsheet, sheets }
}
