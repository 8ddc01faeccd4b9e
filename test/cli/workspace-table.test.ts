import { describe, expect, it } from 'vitest'
import { tableRows } from '../../src/cli/workspace-table.js'

const headings = ['参数', '数值']

describe('tableRows', () => {
  it('leaves out what Excel writes for emptied rows and columns', () => {
    expect(tableRows('\uFEFF参数,数值,,\r\na,1,,\r\n,,,\r\nb,2,,\r\n', 's.csv', headings)).toMatchObject([
      { line: 2, cells: { 参数: 'a', 数值: '1' } },
      { line: 4, cells: { 参数: 'b', 数值: '2' } },
    ])
  })

  it.each([
    ['a quote that is never closed', '参数,数值\na,1\n"b,2\n', 3],
    ['a quote inside a cell', '参数,数值\na"b,1\n', 2],
  ])('names the line of %s', (_, text, line) => {
    expect(() => tableRows(text, 's.csv', headings)).toThrow(
      expect.objectContaining({ code: 'bad-csv', facts: { file: 's.csv', line } }),
    )
  })

  it.each([
    ['参数，数值\na，1\n'],
    ['参数\t数值\na\t1\n'],
    [''],
  ])('refuses other headings, and never shows them', (text) => {
    expect(() => tableRows(text, 's.csv', headings)).toThrow(/^s\.csv 的表头不对，应为：参数,数值。$/)
  })
})
