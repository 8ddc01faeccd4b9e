import { once } from 'node:events'
import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'

/** How the made workbook writes its text. */
export type TextStyle = 'shared' | 'inline'

const columns = 30
const idColumns = new Set([2, 9])
const numberColumns = new Set([12, 13, 14])
const dateColumns = new Set([5, 20])
const townships = ['城关镇', '东风乡', '红旗镇', '和平乡', '胜利镇', '光明乡', '前进镇', '团结乡']
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志红春梅玉兰凤𠮷㐂']

/**
 * Writes an invented county roster of `rows` × 30 as programs write it: 25 columns of text (two of them 18-character ids), 3 of numbers and 2 of
 * dates. The same seed gives the same file.
 */
export async function writeRoster(path: string, rows: number, style: TextStyle): Promise<void> {
  const strings = new Map<string, number>()
  const parts: [string, Iterable<string>][] = [
    ['[Content_Types].xml', [contentTypes]],
    ['_rels/.rels', [packageRels]],
    ['xl/workbook.xml', [workbookXml]],
    ['xl/_rels/workbook.xml.rels', [workbookRels]],
    ['xl/styles.xml', [stylesXml]],
    ['xl/worksheets/sheet1.xml', sheetXml(rows, style, strings)],
    ['xl/sharedStrings.xml', stringsXml(strings)],
  ]
  await writeZip(path, parts)
}

function* sheetXml(rows: number, style: TextStyle, strings: Map<string, number>): Generator<string> {
  const next = randomNumbers(20_261_101)
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><dimension ref="A1:AD${rows + 1}"/><sheetData>`
  for (let r = 1; r <= rows; r++) {
    let row = `<row r="${r}" spans="1:30">`
    for (let c = 0; c < columns; c++) row += cellXml(r, c, style, strings, next)
    yield `${row}</row>`
  }
  yield '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
}

function cellXml(r: number, c: number, style: TextStyle, strings: Map<string, number>, next: () => number): string {
  const reference = `r="${c < 26 ? String.fromCharCode(65 + c) : `A${String.fromCharCode(39 + c)}`}${r}"`
  if (numberColumns.has(c)) return `<c ${reference}><v>${next() % 2000}${next() % 3 === 0 ? '.5' : ''}</v></c>`
  if (dateColumns.has(c)) return `<c ${reference} s="1"><v>${40_000 + (next() % 5000)}</v></c>`
  const text = textOf(c, next)
  if (style === 'inline') return `<c ${reference} t="inlineStr"><is><t>${text}</t></is></c>`
  let index = strings.get(text)
  if (index === undefined) {
    index = strings.size
    strings.set(text, index)
  }
  return `<c ${reference} t="s"><v>${index}</v></c>`
}

function textOf(c: number, next: () => number): string {
  if (idColumns.has(c)) return `340199${19_300_000 + (next() % 900_000)}${String(next() % 10_000).padStart(4, '0')}`
  const township = townships[next() % townships.length] as string
  if (c % 5 === 1) return `${pick(surnames, next)}${pick(given, next)}${pick(given, next)}`
  if (c % 5 === 3)
    return `${township}${pick(given, next)}${pick(given, next)}村${1 + (next() % 30)}组${1 + (next() % 200)}号`
  return c % 2 === 0 ? township : next() % 2 === 0 ? '是' : '农村低保'
}

function pick(list: readonly string[], next: () => number): string {
  return list[next() % list.length] as string
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${main}" uniqueCount="${strings.size}">`
  for (const text of strings.keys()) yield `<si><t>${text}</t></si>`
  yield '</sst>'
}

function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
}

async function writeZip(path: string, parts: readonly [string, Iterable<string>][]): Promise<void> {
  const file = openSync(path, 'w')
  const directory: Buffer[] = []
  let offset = 0
  const write = (bytes: Buffer) => {
    writeSync(file, bytes)
    offset += bytes.length
  }
  for (const [name, text] of parts) {
    const { body, crc, size } = await deflate(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, entry, Buffer.from(name)]))
    write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), body]))
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  write(Buffer.concat([listed, end]))
  closeSync(file)
}

async function deflate(text: Iterable<string>): Promise<{ body: Buffer; crc: number; size: number }> {
  const stream = createDeflateRaw({ level: 6 })
  const body: Buffer[] = []
  stream.on('data', (piece: Buffer) => body.push(piece))
  let crc = 0
  let size = 0
  let pending = ''
  const flush = async () => {
    const bytes = Buffer.from(pending)
    pending = ''
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!stream.write(bytes)) await once(stream, 'drain')
  }
  for (const piece of text) {
    pending += piece
    if (pending.length > 1_000_000) await flush()
  }
  await flush()
  stream.end()
  await once(stream, 'end')
  return { body: Buffer.concat(body), crc, size }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
const packageRels = `<Relationships xmlns="${packageNamespace}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbookXml = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`
const workbookRels = `<Relationships xmlns="${packageNamespace}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
const stylesXml = `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${part}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${part}.sharedStrings+xml"/></Types>`
