import { describe, expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from './sheets.js'

const headings = ['姓名', '身份证号', '户主身份证号', '与户主关系', '乡镇', '户编号', '银行账号']
const read = (rows: readonly (readonly TestCell[])[]) =>
  ingestWorkbooks({ '农村低保人员查询.xlsx': workbookOf(sheetOf([headings, ...rows])) })
const row = (at: number, number: TestCell, account: TestCell) => {
  const id = inventedId(31 + at)
  return [`李${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`, id, id, '户主', '清河镇', number, account]
}

describe('numbers of households and accounts that lost their end', () => {
  test('scientific notation is no number', async () => {
    const { records, issues } = await read([row(0, '3.40199E+15', '6.217E+18'), row(1, 'H2', '6217000012345678')])
    expect(records.map(({ householdNumber, bankAccount }) => [householdNumber, bankAccount])).toEqual([
      [null, null],
      ['H2', '6217000012345678'],
    ])
    expect(issues.map(({ code, origin: { row, column } }) => [code, row, column])).toEqual([
      ['code-cut', 2, '银行账号'],
      ['code-cut', 2, '户编号'],
    ])
  })

  test('a column in which all end in zeros behind the fifteenth digit was cut, some alone were not', async () => {
    const filled = (at: number) => `34019900000${1000 + at}000`
    const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at, filled(at), `H${at}`))
    const cut = await read(rows(10))
    expect(cut.records.map(({ householdNumber }) => householdNumber)).toEqual(Array(10).fill(null))
    expect(cut.issues.map(({ code, origin }) => `${code} ${origin.row} ${origin.column}`)).toContain(
      'code-cut 11 户编号',
    )
    const few = await read(rows(9))
    expect(few.records[8]?.householdNumber).toBe(filled(8))
    const mixed = await read([...rows(10), row(10, '340199000001234567', 'H10')])
    expect(mixed.records[0]?.householdNumber).toBe(filled(0))
    expect([...few.issues, ...mixed.issues]).toEqual([])
  })
})
