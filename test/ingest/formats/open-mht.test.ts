import { expect, it } from 'vitest'
import { rowsOf, textsOf, withWorkbook } from './reading.js'

const boundary = '----=_NextPart_01D'

function part(location: string, charset: string, encoding: string, body: string): string {
  return `\r\n--${boundary}\r\nContent-Location: file:///C:/表/${location}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html;\r\n\tcharset="${charset}"\r\n\r\n${body}`
}

// Every byte beyond ASCII as =XX, lines cut with a soft break.
function quoted(bytes: Buffer): string {
  const coded = [...bytes].map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
  return coded.map((piece, at) => (at % 20 === 19 ? `${piece}=\r\n` : piece)).join('')
}

// 张三 and 姓名 in GBK.
const gbk = { 张三: [0xd5, 0xc5, 0xc8, 0xfd], 姓名: [0xd0, 0xd5, 0xc3, 0xfb] }
const table = Buffer.concat([
  Buffer.from('<html><body><table><tr><td>'),
  Buffer.from(gbk.姓名),
  Buffer.from('</td><td class="a">'),
  Buffer.from(gbk.张三),
  Buffer.from('</td></tr></table></body></html>'),
])
const listing =
  '<html><xml><x:ExcelWorkbook><x:ExcelWorksheet><x:Name>低保</x:Name><x:WorksheetSource HRef="book.files/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorkbook></xml><frameset/></html>'
const start = `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="${boundary}"\r\n\r\nThis document is a web archive.\r\n`

it('reads the sheets of a workbook saved as a web page in one file, under any name', async () => {
  const book = [
    start,
    part('book.htm', 'utf-8', 'quoted-printable', quoted(Buffer.from(listing))),
    part('book.files/tabstrip.htm', 'gb2312', '7bit', '<table><tr><td>tab</td></tr></table>'),
    part('book.files/sheet001.htm', 'gb2312', 'quoted-printable', quoted(table)),
    part('book.files/sheet002.htm', 'gb2312', 'base64', table.toString('base64').replace(/(.{60})/g, '$1\r\n')),
    `\r\n--${boundary}--\r\n`,
  ].join('')
  await withWorkbook('名单.xls', book, async (workbook) => {
    expect([workbook.format, workbook.encoding, workbook.sheets.map(({ name }) => name)]).toEqual([
      'html',
      'GB18030',
      ['低保', 'Sheet1'],
    ])
    expect((await rowsOf(workbook)).map(({ texts }) => texts)).toEqual([['姓名', '张三']])
    expect((await rowsOf(workbook, 1)).map(({ texts }) => texts)).toEqual([['姓名', '张三']])
  })
})

it('reads a page from elsewhere by its one part with a table', async () => {
  const page = `${start}${part('x.htm', 'utf-8', '8bit', '<p>甲</p>')}${part('y.htm', 'utf-8', '8bit', '<table><tr><td>张三</td></tr></table>')}\r\n--${boundary}--`
  expect(await textsOf('a.mht', page)).toEqual([['张三']])
})
