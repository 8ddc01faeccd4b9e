import { type ZipPart, zipBytes } from './zip-bytes.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** What a test wants in its workbook; everything else is the least that Excel opens. */
export interface XlsxParts {
  /** Content of `<sheetData>`, or a whole worksheet part when it begins with `<?xml` or `<x:`. */
  readonly sheet?: string | Buffer
  /** Content of `<sst>`, or the whole part when it begins with `<?xml`. */
  readonly strings?: string
  /** Number formats by style index: builtin ids or custom codes. */
  readonly formats?: readonly (number | string)[]
  readonly date1904?: boolean
  /** What stands before and after `<sheetData>`. */
  readonly before?: string
  readonly after?: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly replace?: readonly ZipPart[]
}

/** Writes a workbook of one sheet named 名单. */
export function xlsxBytes(parts: XlsxParts): Buffer {
  const entries = new Map<string, ZipPart>()
  const add = (name: string, data: string | Buffer) => entries.set(name, { name, data })
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  add('xl/workbook.xml', workbookXml(parts))
  add('xl/_rels/workbook.xml.rels', relationshipsXml())
  add('xl/worksheets/sheet1.xml', sheetXml(parts))
  add('xl/styles.xml', stylesXml(parts.formats ?? []))
  const strings = parts.strings ?? ''
  if (strings !== '')
    add(
      'xl/sharedStrings.xml',
      strings.startsWith('<?xml') ? strings : `<?xml version="1.0"?><sst xmlns="${main}">${strings}</sst>`,
    )
  for (const part of parts.replace ?? []) entries.set(part.name, part)
  return zipBytes([...entries.values()])
}

/** A worksheet part around the given rows. */
export function sheetXml({ sheet = '', before = '', after = '' }: XlsxParts): string | Buffer {
  if (typeof sheet !== 'string' || /^<\?xml|^<x:/.test(sheet)) return sheet
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${sheet}</sheetData>${after}</worksheet>`
}

function workbookXml({ date1904 = false, state }: XlsxParts): string {
  const hidden = state ? ` state="${state}"` : ''
  return `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="名单" sheetId="1"${hidden} r:id="rId1"/></sheets></workbook>`
}

function relationshipsXml(): string {
  const one = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`
  return `<Relationships xmlns="${packageRels}">${one(1, 'worksheet', 'worksheets/sheet1.xml')}${one(2, 'styles', 'styles.xml')}${one(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`
}

function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats
    .map((format, i) =>
      typeof format === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(format)}"/>` : '',
    )
    .join('')
  const styles = formats
    .map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`)
    .join('')
  return `<styleSheet xmlns="${main}"><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
