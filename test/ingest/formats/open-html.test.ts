import { describe, expect, it } from 'vitest'
import { rowsOf, textsOf, withWorkbook } from './reading.js'

describe('tables', () => {
  it('reads what offices export: no html element, unclosed tags, single quotes, blanks first', async () => {
    const html =
      "    <meta http-equiv='content-type' content='text/html; charset=utf-8'><table border='1'><tr><th>姓名<th>号码<tr><td x:num>张三&nbsp;<td x:num>340199199001011234<tr><td>&nbsp;<td>"
    expect(await textsOf('a.xls', html)).toEqual([
      ['姓名', '号码'],
      ['张三', '340199199001011234'],
    ])
  })

  it('lays out colspan and rowspan, and gives them as merges', async () => {
    const html =
      '<html><table><tr><td rowspan=2>a</td><td colspan=2>b</td><td>c</td></tr><tr><td>d</td><td rowspan="2">e</td></tr><tr><td>f</td><td>g</td><td>h</td></tr></table>'
    await withWorkbook('a.xls', html, async (workbook) => {
      expect((await rowsOf(workbook)).map((row) => row.texts)).toEqual([
        ['a', 'b', '', 'c'],
        ['', 'd', 'e'],
        ['f', 'g', '', 'h'],
      ])
      expect(await workbook.sheets[0]?.merges()).toEqual([
        { top: 1, left: 1, bottom: 2, right: 1 },
        { top: 1, left: 2, bottom: 1, right: 3 },
        { top: 2, left: 3, bottom: 3, right: 3 },
      ])
    })
  })

  it('joins what stands inside a cell: tags, line breaks, blanks, a nested table', async () => {
    const html =
      '<table><tr><td> <font>张\n  三</font><br>李<b>四</b><p>王五</p></td><td><table><tr><td>x</td><td>y</td></tr></table></td><td>&lt;&#20840;&amp;</td></tr></table>'
    expect(await textsOf('a.xls', html)).toEqual([['张 三\n李四\n王五', 'x y', '<全&']])
  })

  it('puts several tables below each other and skips what is hidden from view', async () => {
    const html =
      '<html><head><style>td{x:y}</style></head><table><tr><td>表</td></tr></table><script>var a="<td>"</script><table><tr style="display:none"><td>1</td></tr></table>'
    const rows = await withWorkbook('a.xls', html, (workbook) => rowsOf(workbook))
    expect(rows.map((row) => [row.number, row.texts[0], row.hidden])).toEqual([
      [1, '表', false],
      [2, '1', true],
    ])
  })

  it('takes the full number where the page shows it rounded', async () => {
    const rows = await withWorkbook(
      'a.xls',
      '<table><tr><td x:num="340199199001011000">3.40199E+17</td></tr></table>',
      (workbook) => rowsOf(workbook),
    )
    expect(rows[0]?.texts).toEqual(['340199199001011000'])
    expect(rows[0]?.kinds).toEqual(['number'])
  })
})

describe('encodings', () => {
  it('reads GB18030 whatever name the page gives it', async () => {
    const html = Buffer.concat([
      Buffer.from('<meta charset=GBK><table><tr><td>'),
      Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]),
      Buffer.from('</td></tr></table>'),
    ])
    const found = await withWorkbook('a.xls', html, async (workbook) => [
      workbook.format,
      workbook.encoding,
      (await rowsOf(workbook))[0]?.texts,
    ])
    expect(found).toEqual(['html', 'GB18030', ['张三']])
  })

  it('believes a declared encoding only when it fits', async () => {
    expect(await textsOf('a.xls', '<meta charset="gb2312"><table><tr><td>张三</td></tr></table>')).toEqual([['张三']])
    const big5 = Buffer.concat([
      Buffer.from('<meta charset=big5><table><tr><td>'),
      Buffer.from([0xb1, 0x69, 0xa4, 0x54]),
      Buffer.from('</td></tr></table>'),
    ])
    expect(await textsOf('a.xls', big5)).toEqual([['張三']])
  })
})

describe('pages made to burst', () => {
  it('reads a cell of very many lines', async () => {
    const lines = 600_000
    const [[text]] = (await textsOf('a.xls', `<table><tr><td>${'x <br>'.repeat(lines)}</td></tr></table>`)) as [
      [string],
    ]
    expect(text).toBe('x\n'.repeat(lines).trim())
  })

  it('reads a page that closes no tag, and refuses one of tags without end', async () => {
    const careless = (cells: number) => `<table><tr>${'<td><font>x'.repeat(cells)}</table>`
    expect(await textsOf('a.xls', careless(3))).toEqual([['x', 'x', 'x']])
    await expect(textsOf('a.xls', `<table><tr><td>${'<b>'.repeat(100_001)}`)).rejects.toMatchObject({
      code: 'file-unsafe',
    })
  })
})
