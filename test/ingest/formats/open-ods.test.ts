import { expect, it } from 'vitest'
import { refusal, rowsOf, withWorkbook } from './reading.js'
import { zipBytes } from './zip-bytes.js'

const namespaces = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

function odsBytes(tables: string, manifest = '<manifest/>'): Buffer {
  const styles =
    '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
  const content = `<office:document-content ${namespaces} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return zipBytes([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', data: content },
    { name: 'META-INF/manifest.xml', data: manifest },
  ])
}

const text = (value: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`

it('keeps the digits of the file, repeats what is repeated, and passes over notes', async () => {
  const rows = [
    `<table:table-row>${text('姓名', ' table:number-columns-spanned="2" table:number-rows-spanned="2"')}<table:covered-table-cell/><table:table-cell office:value-type="float" calcext:value-type="float" office:value="340199199001011234"><text:p>3.40199E+17</text:p></table:table-cell></table:table-row>`,
    '<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    `<table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>张<text:s text:c="2"/>三</text:p><text:p>又<text:line-break/>名</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-07-01"><text:p>1日</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>`,
    `<table:table-row table:number-rows-repeated="2">${text('甲', ' table:number-columns-repeated="2"')}</table:table-row>`,
    '<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
  ]
  const bytes = odsBytes(
    `<table:table table:name="名单"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>${rows.join('')}</table:table><table:table table:name="隐藏" table:style-name="ta2"><table:table-row>${text('x')}</table:table-row></table:table>`,
  )
  await withWorkbook('名单.ods', bytes, async (workbook) => {
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['名单', false],
      ['隐藏', true],
    ])
    const found = await rowsOf(workbook)
    expect(found.map((row) => [row.number, row.hidden, row.texts])).toEqual([
      [1, false, ['姓名', '', '340199199001011234']],
      [5, true, ['张  三\n又\n名', '2025-07-01', 'TRUE', '#N/A']],
      [6, false, ['甲', '甲']],
      [7, false, ['甲', '甲']],
    ])
    expect(found[0]?.kinds).toEqual(['text', 'empty', 'number'])
    expect(found[1]?.kinds).toEqual(['text', 'date', 'boolean', 'error'])
    expect(await workbook.sheets[0]?.merges()).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }])
    expect(workbook.sheets[0]?.hiddenColumns()).toEqual([3])
    expect((await rowsOf(workbook, 1)).map((row) => row.texts)).toEqual([['x']])
  })
})

it('refuses encrypted ones, other documents, and a row that stands for a million', async () => {
  expect(await refusal('a.ods', odsBytes('', '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>'))).toBe(
    'file-password-unsupported',
  )
  const drawing = zipBytes([
    { name: 'content.xml', data: `<office:document-content ${namespaces}><office:drawing/></office:document-content>` },
    { name: 'META-INF/manifest.xml', data: '<manifest/>' },
  ])
  expect(await refusal('a.odg', drawing)).toBe('file-not-a-table')
  const many = `<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">${text('甲')}</table:table-row></table:table>`
  expect(await refusal('a.ods', odsBytes(many))).toBe('file-too-large')
})
