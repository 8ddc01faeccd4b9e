import { utils, write } from '@e965/xlsx'
import { xlsxBytes } from '../test/ingest/formats/xlsx-bytes.js'

/** Small files of every kind the readers know, to be mutated. */
export async function madeFiles(): Promise<{ name: string; bytes: Buffer }[]> {
  const rows = [
    ['姓名', '公民身份号码', '日期'],
    ...Array.from({ length: 40 }, (_, i) => [`张${i}`, `3401991990010112${10 + i}`, 45_000 + i]),
  ]
  const text = rows.map((row) => row.join(',')).join('\r\n')
  const html = `<html><meta charset="utf-8"><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`
  const sheet = (cell: (value: string | number, i: number) => string) =>
    rows.map((row, r) => `<row r="${r + 1}">${row.map((value, i) => cell(value, r * 3 + i)).join('')}</row>`).join('')
  const strings = rows
    .flat()
    .map((value) => `<si><t>${value}</t></si>`)
    .join('')
  return [
    {
      name: 'shared.xlsx',
      bytes: xlsxBytes({
        sheet: sheet((_, i) => `<c t="s"><v>${i}</v></c>`),
        strings,
        after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      }),
    },
    {
      name: 'inline.xlsx',
      bytes: xlsxBytes({
        sheet: sheet((value) => `<c t="inlineStr"><is><r><t>${value}</t></r></is></c>`),
        formats: [14],
      }),
    },
    {
      name: 'odd.xlsx',
      bytes: xlsxBytes({ sheet: `<!-- -->${sheet((value) => `<c t='str'><f>A1</f><v><![CDATA[${value}]]></v></c>`)}` }),
    },
    { name: 'utf8.csv', bytes: Buffer.from(text) },
    { name: 'utf16.csv', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') },
    { name: 'page.xls', bytes: Buffer.from(html) },
    {
      name: 'page.mht',
      bytes: Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=b"\r\n\r\n--=b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--=b--\r\n`,
      ),
    },
    ...(['biff8', 'biff5', 'biff2', 'xlml', 'xlsb', 'ods'] as const).map((bookType) => ({
      name: bookType,
      bytes: bookBytes(rows, bookType),
    })),
  ]
}

function bookBytes(
  rows: readonly (readonly (string | number)[])[],
  bookType: 'biff8' | 'biff5' | 'biff2' | 'xlml' | 'xlsb' | 'ods',
): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows as (string | number)[][]), 'Sheet1')
  return write(book, { type: 'buffer', bookType }) as Buffer
}
