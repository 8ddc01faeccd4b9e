import { Parser } from 'htmlparser2'
import type { ByteSource } from './byte-source.js'
import { decodedText, type TextEncoding } from './decode-text.js'
import { HtmlTables } from './html-tables.js'
import { type SheetPass, streamedSheet } from './streamed-sheet.js'
import { asUnreadable } from './unreadable-file.js'
import type { ReadLimits, SheetRow, Workbook } from './workbook.js'

/**
 * Opens an HTML page posing as a workbook. All its tables make one sheet, one below the other, as Excel shows such a page. `start` is the
 * decoded beginning.
 */
export function openHtml(source: ByteSource, encoding: TextEncoding, start: string, limits: ReadLimits): Workbook {
  const name = /<x:Name>([^<]{1,31})<\/x:Name>/.exec(start)?.[1] ?? 'Sheet1'
  async function* read(pass: SheetPass): AsyncGenerator<readonly SheetRow[]> {
    const tables = new HtmlTables(limits)
    pass.hiddenColumns = tables.hiddenColumns
    const parser = new Parser(tables.handler, { decodeEntities: true })
    try {
      for await (const text of decodedText(source, encoding)) {
        parser.write(text)
        const batch = tables.take()
        if (batch.length > 0) yield batch
      }
      parser.end()
    } catch (error) {
      throw asUnreadable(error, 'HTML 表格')
    }
    const last = tables.take()
    pass.merges = tables.merges
    if (last.length > 0) yield last
  }
  return {
    format: 'html',
    encoding: encoding.name,
    sheets: [streamedSheet({ name, hidden: false }, read)],
    notices: [],
    close: () => source.close(),
  }
}

/** The charset an HTML or XML text claims for itself, from its first bytes; null when it claims none. */
export function declaredCharset(head: Buffer): string | null {
  const text = head.toString('latin1', 0, 4096)
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1] ??
    /^[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(text)?.[1] ??
    null
  )
}
