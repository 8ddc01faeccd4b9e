import { type ByteSource, bufferSource } from './byte-source.js'
import { findEncoding } from './decode-text.js'
import { headBytes } from './detect.js'
import { declaredCharset, openHtml } from './open-html.js'
import { UnreadableFile } from './unreadable-file.js'
import type { ReadLimits, Workbook } from './workbook.js'

interface Part {
  readonly type: string
  readonly charset: string | null
  readonly location: string
  readonly bytes: Buffer
}

/**
 * Opens a web page in one file (.mht, MIME multipart/related), as Excel and WPS save them: one HTML part a sheet, named by the part that lists them;
 * a page from elsewhere is its only part with a table. Throws UnreadableFile when no part holds a table.
 */
export async function openMht(source: ByteSource, limits: ReadLimits): Promise<Workbook> {
  const pages = partsOf(await source.read(0, source.size)).filter(({ type }) => type.startsWith('text/html'))
  const tables = pages.filter(({ bytes }) => /<table[\s>]/i.test(bytes.toString('latin1')))
  const sheets = tables.filter(({ location }) => /\/sheet\d+\.html?$/i.test(location))
  const chosen = sheets.length > 0 ? sheets : tables
  if (chosen.length === 0) throw new UnreadableFile('file-not-a-table', { kind: '没有表格的单个文件网页（.mht）' })
  const names = await namesByFile(pages)
  const opened = await Promise.all(chosen.map((part) => openPart(part, limits)))
  return {
    format: 'html',
    encoding: opened[0]?.encoding ?? null,
    sheets: opened.flatMap(({ sheets }, at) =>
      sheets.map((sheet) => ({ ...sheet, name: names.get(fileName(chosen[at]?.location ?? '')) ?? sheet.name })),
    ),
    notices: [],
    close: () => source.close(),
  }
}

async function openPart({ bytes, charset }: Part, limits: ReadLimits): Promise<Workbook> {
  const { encoding, start, source } = await decodable(bytes, charset)
  return openHtml(source, encoding, start, limits)
}

async function decodable(bytes: Buffer, charset: string | null) {
  const source = bufferSource(bytes)
  const head = bytes.subarray(0, headBytes)
  const encoding = await findEncoding(source, head, charset ?? declaredCharset(head))
  return { source, encoding, start: new TextDecoder(encoding.label).decode(head) }
}

// <x:ExcelWorksheet><x:Name>低保</x:Name><x:WorksheetSource HRef="a.files/sheet001.htm"/>
async function namesByFile(pages: readonly Part[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { bytes, charset } of pages) {
    if (!bytes.includes('x:WorksheetSource')) continue
    const { start } = await decodable(bytes, charset)
    for (const [, name = '', file = ''] of start.matchAll(
      /<x:Name>([^<]*)<\/x:Name>\s*<x:WorksheetSource\s+HRef="([^"]*)"/gi,
    ))
      names.set(fileName(file), name)
  }
  return names
}

function fileName(location: string): string {
  return location.split('/').at(-1) ?? ''
}

function partsOf(bytes: Buffer): Part[] {
  const whole = bytes.toString('latin1')
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(whole.slice(0, 4096))?.[1]
  const pieces = boundary === undefined ? [whole] : whole.split(`--${boundary}`).slice(1)
  return pieces.map(partOf)
}

// `piece` has one character a byte.
function partOf(piece: string): Part {
  const end = /\r?\n\r?\n/.exec(piece.replace(/^\s+/, (blanks) => ' '.repeat(blanks.length)))
  const at = end?.index ?? piece.length
  const headers = piece.slice(0, at).replace(/\r?\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? ''
  const body = piece.slice(at + (end?.[0].length ?? 0))
  const type = header('Content-Type')
  return {
    type: type.toLowerCase(),
    charset: /charset="?([\w-]+)/i.exec(type)?.[1] ?? null,
    location: header('Content-Location'),
    bytes: decodedBody(body, header('Content-Transfer-Encoding').toLowerCase()),
  }
}

function decodedBody(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const text = body
    .replace(/[ \t]*=\r?\n/g, (end) => end.replace(/=\r?\n$/, ''))
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}
