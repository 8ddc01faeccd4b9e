import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SheetPass } from '../../../../src/ingest/formats/streamed-sheet.js'
import { defaultLimits, type SheetRow } from '../../../../src/ingest/formats/workbook.js'
import type { SheetContext } from '../../../../src/ingest/formats/xlsx/cell-value.js'
import { parseSheet } from '../../../../src/ingest/formats/xlsx/parse-sheet.js'
import { scanSheet } from '../../../../src/ingest/formats/xlsx/scan-sheet.js'
import { StringTable } from '../../../../src/ingest/formats/xlsx/string-table.js'
import { parseStrings, scanStrings } from '../../../../src/ingest/formats/xlsx/strings.js'
import { sheetXml } from '../xlsx-bytes.js'

const strings = new StringTable()
for (const shared of ['张三', '', '𠮷田 ', '340199199001011234', '_x000D_', 'ABC']) strings.add(shared)

const text = fc
  .array(
    fc.constantFrom('张', '㐂', '𠮷', 'é', 'a', '1', ' ', '\n', '\r\n', '&', '<', '_x4E00_', '_', '"', '\u00A0', '，'),
    { maxLength: 9 },
  )
  .map((characters) => characters.join(''))
const coded = text.map((value) =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace('é', '&#233;').replace('㐂', '&#x3402;'),
)
const number = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom(
    '007',
    '1.50',
    '65.0',
    '65.00',
    '45839.0',
    '1.3812345678E10',
    '12.',
    '.5',
    '1.2.3',
    '1E+3',
    '340199199001011234',
    ' 12 ',
    '-0',
    '45839',
    '45839.25',
    '999999999',
    'abc',
    '',
  ),
)
const inner = fc.oneof(
  coded.map((value) => ` t="inlineStr"><is><t>${value}</t></is></c>`),
  coded.map((value) => ` t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`),
  coded.map((value) => ` t="inlineStr"><is><t xml:space="default">${value}</t></is></c>`),
  fc
    .tuple(coded, coded)
    .map(
      ([a, b]) =>
        ` t="inlineStr"><is><r><t xml:space="preserve">${a}</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>${b}</t></r></is></c>`,
    ),
  coded.map((value) => ` t="str"><f>A1&amp;"x"</f><v>${value}</v></c>`),
  coded.map((value) => ` t="str"><v>${value}</v></c>`),
  coded.map((value) => ` s="2" t="inlineStr"><is><t>340199${value}199001011234</t></is></c>`),
  fc.tuple(number, fc.nat(3)).map(([value, style]) => ` s="${style}" t="n"><v>${value}</v></c>`),
  fc.nat(5).map((index) => ` t="s"><v>${index}</v></c>`),
  fc.tuple(number, fc.nat(3)).map(([value, style]) => ` s="${style}"><v>${value}</v></c>`),
  fc.constantFrom(
    ' t="b"><v>1</v></c>',
    ' t="e"><v>#N/A</v></c>',
    ' t="d"><v>2025-07-01</v></c>',
    '/>',
    ' s="1"/>',
    '></c>',
    '><f>1+1</f></c>',
    ' s=""><v>5</v></c>',
  ),
)
const cell = fc.tuple(fc.boolean(), inner)
const row = fc.tuple(
  fc.array(cell, { maxLength: 6 }),
  fc.nat(3),
  fc.constantFrom('', ' hidden="1"', ' spans="1:3" ht="12.5"'),
)
const firstRow = fc.constantFrom(0, 0, 8, 996, 99_996, 999_993)
const sheet = fc.tuple(fc.array(row, { maxLength: 12 }), firstRow, fc.nat(2)).map(([rows, first, elsewhere]) => {
  let number = first
  return rows
    .map(([cells, gap, attributes]) => {
      number += 1 + gap
      const place = gap > 0 || number === first + 1 ? ` r="${number}"` : ''
      const inside = cells
        .map(
          ([named, rest], i) =>
            `<c${named ? ` r="${String.fromCharCode(65 + i * 2)}${i === 3 ? number + elsewhere : number}"` : ''}${rest}`,
        )
        .join('')
      return `<row${place}${attributes}>${inside}</row>`
    })
    .join('')
})

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(reader: typeof scanSheet, bytes: Buffer, size: number): Promise<unknown> {
  const context: SheetContext = {
    strings,
    dateStyles: [false, true, false, true],
    date1904: false,
    formulasWithoutValue: 0,
  }
  const pass: SheetPass = { hiddenColumns: [], merges: null }
  const rows: SheetRow[] = []
  for await (const batch of reader(pieces(bytes, size), context, defaultLimits, pass)) rows.push(...batch)
  return { rows, pass, formulas: context.formulasWithoutValue }
}

it('gives the same cells by the scanner, in pieces of any size, and by the XML parser', async () => {
  await fc.assert(
    fc.asyncProperty(
      sheet,
      fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 20_000 })),
      async (rows, size) => {
        const before = '<cols><col min="2" max="2" hidden="1"/></cols>'
        const bytes = Buffer.from(
          sheetXml({
            sheet: rows,
            before,
            after: `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>${' '.repeat(200)}`,
          }),
        )
        expect(await read(scanSheet, bytes, size)).toEqual(await read(parseSheet, bytes, 65_536))
      },
    ),
    { numRuns: 300 },
  )
})

const textsOf = (table: StringTable) => Array.from({ length: table.length }, (_, i) => table.at(i))

it('gives the same strings by the scanner and by the XML parser', async () => {
  const item = fc.oneof(
    coded.map((value) => `<si><t>${value}</t></si>`),
    coded.map((value) => `<si><t xml:space="preserve">${value}</t></si>`),
    fc
      .tuple(coded, coded)
      .map(([a, b]) => `<si><r><rPr><b/></rPr><t>${a}</t></r><r><t>${b}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`),
    fc.constantFrom('<si/>', '<si><t/></si>', '<si></si>', '\n  '),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 20 }), fc.integer({ min: 1, max: 400 }), async (items, size) => {
      const bytes = Buffer.from(`<?xml version="1.0"?>\n<sst count="1">${items.join('')}</sst>`)
      const scanned = await scanStrings(pieces(bytes, size), defaultLimits)
      expect(textsOf(scanned)).toEqual(textsOf(await parseStrings(pieces(bytes, 65_536), defaultLimits)))
    }),
    { numRuns: 300 },
  )
})
