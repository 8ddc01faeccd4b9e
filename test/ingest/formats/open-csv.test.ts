import { describe, expect, it } from 'vitest'
import { bareField } from '../../../src/ingest/formats/open-csv.js'
import { refusal, rowsOf, textsOf, withWorkbook } from './reading.js'

// 姓名,编号 / 张三,一 / 李㐂,二 in GB18030; 㐂 takes four bytes.
const gb18030 = Buffer.concat([
  Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb1, 0xe0, 0xba, 0xc5, 0x0a]),
  Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xd2, 0xbb, 0x0a]),
  Buffer.from([0xc0, 0xee, 0x81, 0x39, 0xef, 0x31, 0x2c, 0xb6, 0xfe, 0x0a]),
])
const table = [
  ['姓名', '编号'],
  ['张三', '一'],
]

async function encodingOf(bytes: Buffer): Promise<string | null> {
  return withWorkbook('a.csv', bytes, async (workbook) => workbook.encoding)
}

describe('encodings', () => {
  const text = '姓名,编号\n张三,一\n'
  const swapped = Buffer.from(text, 'utf16le').swap16()
  const variants: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16LE', Buffer.from(text, 'utf16le'), 'UTF-16LE'],
    ['UTF-16BE', swapped, 'UTF-16BE'],
    ['GB18030', gb18030.subarray(0, 18), 'GB18030'],
  ]
  it.each(variants)('%s', async (_, bytes, encoding) => {
    expect(await textsOf('a.csv', bytes)).toEqual(table)
    expect(await encodingOf(bytes)).toBe(encoding)
  })

  it('reads characters of four bytes that the label gbk would lose', async () => {
    expect((await textsOf('a.csv', gb18030))[2]).toEqual(['李㐂', '二'])
  })

  it('judges the whole file, not its beginning', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n'.repeat(60_000)), gb18030])
    expect(await encodingOf(bytes)).toBe('GB18030')
  })

  it('reads a UTF-8 file with a few lines of GB18030 line by line, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF姓名,编号\n王五,一\n赵六,二\n'),
      gb18030.subarray(10),
      Buffer.from('钱七,三\n孙八,四\n'),
    ])
    const { texts, notices } = await withWorkbook('a.csv', bytes, async (workbook) => ({
      texts: (await rowsOf(workbook)).map((row) => row.texts[0]),
      notices: workbook.notices,
    }))
    expect(texts).toEqual(['姓名', '王五', '赵六', '张三', '李㐂', '钱七', '孙八'])
    expect(notices).toEqual([{ code: 'file-mixed-encoding', facts: { count: 2, line: 4 } }])
  })

  it('refuses what is in no known encoding, 7-bit HZ included', async () => {
    expect(await refusal('a.csv', Buffer.from([0xff, 0x41, 0x2c, 0x80, 0xff, 0x0a]))).toBe('file-encoding')
    expect(await refusal('a.csv', 'name\n~{VPND~}\n')).toBe('file-encoding')
  })
})

describe('rows', () => {
  it.each([',', '\t', ';', '；', '|'])('finds the delimiter %j by content', async (delimiter) => {
    const text = [
      ['低保花名册'],
      ['姓名', '金额', '备注'],
      ['张三', '1', '甲，乙、丙'],
      ['李四', '2', '"a;b,c|d\te；f"'],
    ]
      .map((row) => row.join(delimiter))
      .join('\r\n')
    const texts = await textsOf('a.txt', text)
    expect(texts[1]).toEqual(['姓名', '金额', '备注'])
    expect(texts[3]).toEqual(['李四', '2', 'a;b,c|d\te；f'])
  })

  it('obeys a sep= line and does not count it', async () => {
    const rows = await withWorkbook('a.csv', 'sep=;\r\na,1;b\r\n', (workbook) => rowsOf(workbook))
    expect(rows).toEqual([{ number: 1, texts: ['a,1', 'b'], kinds: ['text', 'text'], hidden: false }])
  })

  it.each(['\n', '\r\n', '\r'])('reads the line end %j', async (end) => {
    expect(await textsOf('a.csv', `a,b${end}c,"d${end}e"${end}${end}f,g`)).toEqual([
      ['a', 'b'],
      ['c', `d${end}e`],
      ['f', 'g'],
    ])
  })

  it('counts blank lines, keeps ragged rows, doubled and stray quotes, and makes no numbers', async () => {
    const rows = await withWorkbook('a.csv', 'a,b\n\n"x ""y""",2,3\n5 "寸",001\n', (workbook) => rowsOf(workbook))
    expect(rows.map((row) => [row.number, ...row.texts])).toEqual([
      [1, 'a', 'b'],
      [3, 'x "y"', '2', '3'],
      [4, '5 "寸"', '001'],
    ])
    expect(rows[2]?.kinds).toEqual(['text', 'text'])
  })

  it.each(['\n', '\r\n', '\r'])('reads on behind a stray quote, with line end %j', async (end) => {
    const lines = Array.from({ length: 300 }, (_, i) => `张${i},"甲,乙${i}"`)
    lines[3] = '"张3,甲'
    lines[200] = '张200,"甲'
    lines[299] = '"张299,甲'
    const found = await withWorkbook('a.csv', lines.join(end), async (workbook) => ({
      rows: await rowsOf(workbook),
      notices: workbook.notices,
    }))
    expect(found.rows.map((row) => row.number)).toEqual(lines.map((_, i) => i + 1))
    expect([2, 3, 4, 200, 201, 299].map((i) => found.rows[i]?.texts)).toEqual([
      ['张2', '甲,乙2'],
      ['"张3', '甲'],
      ['张4', '甲,乙4'],
      ['张200', '"甲'],
      ['张201', '甲,乙201'],
      ['"张299', '甲'],
    ])
    expect(found.notices?.map((notice) => notice.facts.row)).toEqual([4, 201, 300])
  })

  it('keeps a well-formed field that holds line ends, quotes and delimiters', async () => {
    const text = 'a,"x\n""y"",z\n,""w"""\nb,c\n'
    expect(await textsOf('a.csv', text)).toEqual([
      ['a', 'x\n"y",z\n,"w"'],
      ['b', 'c'],
    ])
  })

  it('reads records across the edges of blocks', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `张${i},"甲\r\n${i}",340199199001011234`)
    const texts = await textsOf('a.csv', lines.join('\r\n'))
    expect(texts.length).toBe(40_000)
    expect(texts.every(([a, b], i) => a === `张${i}` && b === `甲\r\n${i}`)).toBe(true)
  })

  it('takes off what keeps ids text in Excel', async () => {
    const line = '="340199199001011234",\t340199199001011234\t,\'340199199001011234,"=""001"""\n'
    expect(await textsOf('a.csv', line)).toEqual([
      ['340199199001011234', '340199199001011234', '340199199001011234', '001'],
    ])
    expect(bareField("'")).toBe("'")
    expect(bareField('=A1+1')).toBe('=A1+1')
  })
})

it('does not say of 2026.1 that it was written as text: a spreadsheet may have left it of 2026.10', async () => {
  const months = '起始月\n2026.1\n2026.10\n2026.2\n2026-1\n'
  const rows = await withWorkbook('a.csv', months, (workbook) => rowsOf(workbook))
  expect(rows.map((row) => row.kinds[0])).toEqual(['text', 'number', 'text', 'text', 'text'])
})
