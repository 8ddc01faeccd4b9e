import type { ByteSource } from '../byte-source.js'
import { openOds } from '../open-ods.js'
import { openSheetJs } from '../open-sheetjs.js'
import { UnreadableFile } from '../unreadable-file.js'
import type { ReadLimits, Workbook } from '../workbook.js'
import { openXlsx } from './open-xlsx.js'
import { mainPart } from './parts.js'
import { openZip, type ZipArchive } from './zip.js'

// SheetJS holds a whole book in memory, and believes the sizes a file states; what it gets is inflated and counted first.
const maxBookBytes = 512 * 2 ** 20

/** Opens a zip archive by what is in it: .xlsx and .ods by our own readers, .xlsb through SheetJS. */
export async function openZipped(source: ByteSource, limits: ReadLimits): Promise<Workbook> {
  const zip = await openZip(source, limits)
  if (zip.has('content.xml') && zip.has('META-INF/manifest.xml')) return openOds(source, zip, limits)
  const main = await mainPart(zip)
  if (main === null && zip.names.some((name) => /worksheets\/.*\.xml$/i.test(name))) {
    throw new UnreadableFile('file-corrupt', { part: 'xl/workbook.xml' })
  }
  if (main === null || !/\.(xml|bin)$/i.test(main)) throw new UnreadableFile('file-not-a-table', { kind: kindOf(zip) })
  if (main.toLowerCase().endsWith('.bin')) return openWhole(source, zip, limits)
  if (/(^|\/)(word|ppt|visio)\//i.test(main)) throw new UnreadableFile('file-not-a-table', { kind: kindOf(zip) })
  return openXlsx(source, zip, main, limits)
}

async function openWhole(source: ByteSource, zip: ZipArchive, limits: ReadLimits): Promise<Workbook> {
  let size = 0
  for (const name of zip.names) {
    if (name.endsWith('/')) continue
    for await (const piece of zip.open(name)) size += piece.length
    if (size > maxBookBytes) {
      throw new UnreadableFile('file-too-large', { what: '解压后的内容过大', limit: `${maxBookBytes / 2 ** 20} MB` })
    }
  }
  const opened = await openSheetJs(source, { format: 'xlsx', compound: false, passwords: [], limits })
  if (Buffer.isBuffer(opened)) throw new UnreadableFile('file-corrupt', { part: '.xlsb' })
  return opened
}

function kindOf(zip: ZipArchive): string {
  const has = (start: string) => zip.names.some((name) => name.toLowerCase().startsWith(start))
  if (has('word/')) return ' Word 文档'
  if (has('ppt/')) return '演示文稿'
  return '压缩包，请先解压'
}
