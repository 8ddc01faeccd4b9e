import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../../src/ingest/formats/workbook.js'
import { refusal, rowsOf, textsOf, withWorkbook } from '../reading.js'
import { sheetXml, type XlsxParts, xlsxBytes } from '../xlsx-bytes.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

async function cells(parts: XlsxParts): Promise<string[][]> {
  return withWorkbook('a.xlsx', xlsxBytes(parts), async (workbook) =>
    (await rowsOf(workbook)).map((row) => row.texts.map((text, i) => (text === '' ? '' : `${row.kinds[i]}:${text}`))),
  )
}

describe('values', () => {
  it('keeps the digits of a number as the file writes them', async () => {
    const sheet =
      '<row r="1"><c r="A1"><v>340199199001011234</v></c><c r="B1"><v>0.30000000000000004</v></c><c r="C1"><v>3.40199199001011E+17</v></c></row>'
    expect(await cells({ sheet })).toEqual([
      ['number:340199199001011234', 'number:0.30000000000000004', 'number:3.40199199001011E+17'],
    ])
  })

  it('reads the doubles of Java programs as the numbers that Excel shows', async () => {
    const values = [
      '65.0',
      '202409.0',
      '1.3812345678E10',
      '2.0240901E7',
      '830.5',
      '830.50',
      '1.00',
      '45839.0',
      '45839.0',
    ]
    const sheet = `<row r="1">${values.map((v, i) => `<c s="${i === 8 ? 1 : 0}"><v>${v}</v></c>`).join('')}</row>`
    expect(await cells({ sheet, formats: [14] })).toEqual([
      [
        'number:65',
        'number:202409',
        'number:13812345678',
        'number:20240901',
        'number:830.5',
        'number:830.50',
        'number:1',
        'number:45839',
        'date:2025-07-01',
      ],
    ])
  })

  it('reads shared strings: plain, rich, phonetic, blank, escaped, with entities', async () => {
    const strings =
      '<si><t>张三</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space="preserve"> 四</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si>' +
      '<si><t>A_x000D_B_x4E00_</t></si><si><t>&lt;a&amp;b&gt; &#x20BB7;&#19968;</t></si>'
    const sheet = `<row r="1">${[0, 1, 2, 3, 4, 5, 6].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`
    expect(await textsOf('a.xlsx', xlsxBytes({ sheet, strings }))).toEqual([
      ['张三', '李 四', '東京', '', '', 'A\rB一', '<a&b> 𠮷一'],
    ])
  })

  it('reads inline strings, cached formula results, errors and booleans', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>王&amp;五</t></is></c><c r="B1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>' +
      '<c r="C1" t="str"><f>A1&amp;"&lt;"</f><v>甲乙</v></c><c r="D1"><f t="shared" si="0"/><v>12</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="b"><v>0</v></c></row>'
    expect(await cells({ sheet })).toEqual([
      ['text:王&五', 'text:甲乙', 'text:甲乙', 'number:12', 'error:#N/A', 'boolean:TRUE', 'boolean:FALSE'],
    ])
  })

  it('tells how many formulas have no stored result', async () => {
    const bytes = xlsxBytes({
      sheet: '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+2</f><v></v></c><c r="C1"><v>1</v></c></row>',
    })
    const notices = await withWorkbook('a.xlsx', bytes, async (workbook) => {
      await rowsOf(workbook)
      await rowsOf(workbook)
      return workbook.notices
    })
    expect(notices).toEqual([{ code: 'sheet-formulas-without-value', facts: { sheet: '名单', count: 2 } }])
  })

  it('turns dates into text by number format, also those of East Asian Excel', async () => {
    const formats = [14, 22, 31, 57, 'yyyy"年"m"月"d"日"', '[$-804]yyyy年m月', '"day "0', '[h]:mm', 20, '#,##0.00', 27]
    const values = ['45839', '45839.5', '45839', '45839', '45839', '45839', '45839', '1.5', '0.5', '45839', '20261105']
    const sheet = `<row r="1">${values.map((v, i) => `<c s="${i + 1}"><v>${v}</v></c>`).join('')}</row>`
    expect(await cells({ sheet, formats })).toEqual([
      [
        'date:2025-07-01',
        'date:2025-07-01 12:00:00',
        'date:2025-07-01',
        'date:2025-07-01',
        'date:2025-07-01',
        'date:2025-07-01',
        'number:45839',
        'number:1.5',
        'date:12:00:00',
        'number:45839',
        'number:20261105',
      ],
    ])
  })

  it('knows the 1904 calendar and ISO dates', async () => {
    const sheet =
      '<row r="1"><c s="1"><v>44377</v></c><c t="d"><v>2025-07-01T00:00:00</v></c><c t="d"><v>2025-07-01T08:30:15.6Z</v></c></row>'
    expect(await cells({ sheet, formats: [14], date1904: true })).toEqual([
      ['date:2025-07-01', 'date:2025-07-01', 'date:2025-07-01 08:30:16'],
    ])
  })
})

describe('places', () => {
  it('puts cells where they say, or behind the last one', async () => {
    const sheet =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row r="7"><c r="AB7"><v>4</v></c></row><row><c><v>5</v></c></row>'
    const rows = await withWorkbook('a.xlsx', xlsxBytes({ sheet }), rowsOf)
    expect(rows.map((row) => [row.number, row.texts.length, row.texts.filter((t) => t !== '').join()])).toEqual([
      [1, 5, '1,2,3'],
      [7, 28, '4'],
      [8, 1, '5'],
    ])
    expect(rows[0]?.texts).toEqual(['1', '', '', '2', '3'])
    expect(rows[0]?.kinds).toEqual(['number', 'empty', 'empty', 'number', 'number'])
  })

  it('gives hidden rows, columns and merges, whatever the dimension claims', async () => {
    const before =
      '<dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5"/></cols>'
    const after =
      '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B4"/></mergeCells><pageMargins left="1"/>'
    const sheet = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="0"><c r="A2"><v>2</v></c></row>'
    await withWorkbook('a.xlsx', xlsxBytes({ sheet, before, after, state: 'veryHidden' }), async (workbook) => {
      const first = workbook.sheets[0]
      expect(first?.hidden).toBe(true)
      expect(workbook.notices).toEqual([{ code: 'sheet-hidden', facts: { sheet: '名单' } }])
      expect(await first?.merges()).toEqual([
        { top: 1, left: 1, bottom: 1, right: 3 },
        { top: 2, left: 2, bottom: 4, right: 2 },
      ])
      expect((await rowsOf(workbook)).map((row) => row.hidden)).toEqual([true, false])
      expect(first?.hiddenColumns()).toEqual([2, 3])
    })
  })

  it('gives no rows for formatted emptiness', async () => {
    const ghosts = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 2}" s="3" customFormat="1"><c r="A${i + 2}" s="3"/><c r="B${i + 2}" s="3"/></row>`,
    ).join('')
    const last = '<row r="1048576" s="3" customFormat="1"/>'
    expect(
      await textsOf('a.xlsx', xlsxBytes({ sheet: `<row r="1"><c><v>1</v></c><c s="3"/></row>${ghosts}${last}` })),
    ).toEqual([['1']])
  })

  it('joins rows over the edges of inflated pieces without splitting a character', async () => {
    const name = '𠮷田镇龦家村'
    const rows = Array.from(
      { length: 9000 },
      (_, i) => `<row r="${i + 1}"><c t="inlineStr"><is><t>${name}${i}</t></is></c><c t="s"><v>${i}</v></c></row>`,
    ).join('')
    const strings = Array.from({ length: 9000 }, (_, i) => `<si><t>${i}${name}</t></si>`).join('')
    const texts = await textsOf('a.xlsx', xlsxBytes({ sheet: rows, strings }))
    expect(texts.length).toBe(9000)
    expect(texts.every(([a, b], i) => a === `${name}${i}` && b === `${i}${name}`)).toBe(true)
  })
})

describe('what the scanner hands over to the XML parser', () => {
  const expected = [
    ['一', '2'],
    ['三', '4'],
  ]
  const row = (n: number, a: string, b: number) =>
    `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>${a}</t></is></c><c r="B${n}"><v>${b}</v></c></row>`
  const plain = row(1, '一', 2) + row(2, '三', 4)
  const prefixed = `<x:worksheet xmlns:x="${main}"><x:sheetData>${plain.replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:sheetData></x:worksheet>`
  const utf16 = Buffer.from(
    `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${main}"><sheetData>${plain}</sheetData></worksheet>`,
    'utf16le',
  )
  const variants: [string, string | Buffer][] = [
    ['plain', plain],
    ['prefixed names', prefixed],
    ['single quotes', plain.replace(/"/g, "'")],
    ['CDATA', plain.replace('<t>三</t>', '<t><![CDATA[三]]></t>')],
    ['comments', plain.replace('</row><row', '</row><!-- <row r="9"/> --><row')],
    ['an extension inside a cell', plain.replace('<v>4</v>', '<v>4</v><extLst><ext uri="{0}"/></extLst>')],
    [
      'blanks between tags',
      plain
        .replace(/></g, '>\n  <')
        .replace(/<t>\s*/g, '<t>')
        .replace(/\s*<\/t>/g, '</t>'),
    ],
    ['UTF-16', utf16],
  ]
  it.each(variants)('%s', async (_, sheet) => {
    expect(await textsOf('a.xlsx', xlsxBytes({ sheet }))).toEqual(expected)
  })

  it('gives no row twice when it hands over in the middle', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => row(i + 1, `甲${i}`, i)).join('')
    const texts = await textsOf('a.xlsx', xlsxBytes({ sheet: `${many}<!-- end -->` }))
    expect(texts.length).toBe(30_000)
    expect(texts[29_999]).toEqual(['甲29999', '29999'])
  })

  it('reads a prefixed string table', async () => {
    const strings = `<?xml version="1.0"?><x:sst xmlns:x="${main}"><x:si><x:t>甲</x:t></x:si></x:sst>`
    expect(await textsOf('a.xlsx', xlsxBytes({ sheet: '<row><c t="s"><v>0</v></c></row>', strings }))).toEqual([['甲']])
  })
})

describe('packages', () => {
  const sheet = '<row><c><v>1</v></c></row>'

  it('follows absolute targets and backslashes, and strict OOXML', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const rels = `<Relationships><Relationship Id="rId1" Type="${strict}/worksheet" Target="/xl/other/a.xml"/></Relationships>`
    const data = sheetXml({ sheet }).toString().replace(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    const replace = [
      { name: 'xl\\_rels\\workbook.xml.rels', data: rels },
      { name: 'xl\\other\\a.xml', data },
    ]
    const bytes = xlsxBytes({
      sheet: '',
      replace: [{ name: 'xl/_rels/workbook.xml.rels', data: rels }, ...replace.slice(1)],
    })
    expect(await textsOf('a.xlsx', bytes)).toEqual([['1']])
  })

  it('opens by its bytes whatever its name', async () => {
    expect(await textsOf('名单.csv', xlsxBytes({ sheet }))).toEqual([['1']])
  })

  it('opens an archive that has bytes behind its end', async () => {
    expect(await textsOf('a.xlsx', Buffer.concat([xlsxBytes({ sheet }), Buffer.from('\r\n<html></html>')]))).toEqual([
      ['1'],
    ])
  })

  it('refuses damage, bombs and lies with one message each', async () => {
    const bytes = xlsxBytes({ sheet })
    const part = 'xl/worksheets/sheet1.xml'
    const long = sheetXml({ sheet: '<row><c><v>1</v></c></row>'.repeat(50_000) })
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet xmlns="${main}"><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`
    const replaced = (data: string | Buffer, extra = {}) => xlsxBytes({ replace: [{ name: part, data, ...extra }] })
    const small = { ...defaultLimits, maxInflatedBytes: 100_000 }
    expect(await refusal('a.xlsx', bytes.subarray(0, bytes.length - 40))).toBe('file-corrupt')
    expect(await refusal('a.xlsx', replaced(long), { limits: small })).toBe('file-too-large')
    expect(await refusal('a.xlsx', replaced(long, { statedSize: 100 }))).toBe('file-corrupt')
    expect(await refusal('a.xlsx', replaced('<row', { statedSize: 4_000_000_000 }))).toBe('file-corrupt')
    expect(await refusal('a.xlsx', replaced(long, { statedCrc: 1 }))).toBe('file-corrupt')
    expect(await refusal('a.xlsx', replaced(bomb))).toBe('file-unsafe')
    expect(await refusal('a.xlsx', replaced(`<worksheet xmlns="${main}"><sheetData><row><c><v>1</v>`))).toBe(
      'file-corrupt',
    )
    expect(await refusal('a.xlsx', xlsxBytes({ sheet: '<row><c t="s"><v>5</v></c></row>' }))).toBe('file-corrupt')
    for (const strings of ['<si><t>a & b</t></si>', '<si><t>a</si>', '<si><t>a']) {
      expect(await refusal('a.xlsx', xlsxBytes({ sheet: '<row><c t="s"><v>0</v></c></row>', strings }))).toBe(
        'file-corrupt',
      )
    }
    expect(
      await refusal('a.xlsx', xlsxBytes({ sheet: long.toString() }), { limits: { ...defaultLimits, maxCells: 1000 } }),
    ).toBe('file-too-large')
    expect(await refusal('a.xlsx', xlsxBytes({ sheet, replace: [{ name: '../out.xml', data: 'x' }] }))).toBe(
      'file-unsafe',
    )
  })
})
