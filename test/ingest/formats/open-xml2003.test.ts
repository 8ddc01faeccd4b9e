import { expect, it } from 'vitest'
import { refusal, rowsOf, withWorkbook } from './reading.js'

const start =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">'
const styles =
  '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="e" ss:Parent="d"/></Styles>'
const book = `${start}${styles}
<Worksheet ss:Name="一"><Table><Column/><Column ss:Index="3" ss:Span="1" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">甲&nbsp;乙&emsp;&middot;</Data></Cell><Cell><Data ss:Type="Number">340199199001011234</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="2"><ss:Data ss:Type="String"><html:B>粗</html:B>体</ss:Data></Cell><Cell><Data ss:Type="DateTime">2025-07-01T00:00:00.000</Data></Cell><Cell ss:StyleID="e"><Data ss:Type="Number">45839</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="二"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`

it('reads the sheets of an XML Spreadsheet 2003', async () => {
  await withWorkbook('a.xls', book, async (workbook) => {
    expect([workbook.format, workbook.sheets.map((sheet) => [sheet.name, sheet.hidden])]).toEqual([
      'xml2003',
      [
        ['一', false],
        ['二', true],
      ],
    ])
    const rows = await rowsOf(workbook)
    expect(rows.map((row) => [row.number, row.hidden, row.texts])).toEqual([
      [1, false, ['甲\u00A0乙\u2003·', '', '340199199001011234']],
      [4, true, ['', '粗体', '2025-07-01', '2025-07-01', 'TRUE', '#N/A']],
    ])
    expect(rows[1]?.kinds).toEqual(['empty', 'text', 'date', 'date', 'boolean', 'error'])
    expect(await workbook.sheets[0]?.merges()).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }])
    expect(workbook.sheets[0]?.hiddenColumns()).toEqual([3, 4])
    expect((await rowsOf(workbook, 1)).map((row) => row.texts)).toEqual([['x']])
  })
})

it('reads one that begins with a tab, and refuses broken XML', async () => {
  expect(await refusal('a.xls', `\t${book}`)).toBe('')
  expect(await refusal('a.xls', book.replace('</Row>', ''))).toBe('file-corrupt')
})
