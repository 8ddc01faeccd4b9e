import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)

test.each([
  '身份证号',
  '户主身份证号',
])('a list with one row a household names its head, under 户主姓名 and %s', async (heading) => {
  const row: TestCell[] = ['清河镇', '王石', id(1), '3', '105']
  const sheet = sheetOf([['乡镇', '户主姓名', heading, '人数', '补贴金额'], row])
  const { records } = await ingestWorkbooks({ '价格临时补贴发放名册.xlsx': workbookOf(sheet) })
  expect(records.map(({ name, idNumber, programmes }) => [name, idNumber?.value, programmes])).toEqual([
    ['王石', id(1), ['price-subsidy']],
  ])
})

test("a member without an id of his own is not given the head's", async () => {
  const row: TestCell[] = ['李明', '王石', id(1), '105']
  const sheet = sheetOf([['姓名', '户主姓名', '户主身份证号', '补贴金额'], row])
  const { records, issues } = await ingestWorkbooks({ '价格临时补贴发放名册.xlsx': workbookOf(sheet) })
  expect(records).toEqual([])
  expect(issues.map(({ code }) => code)).toEqual(['missing-column'])
})
