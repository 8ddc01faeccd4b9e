import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)

test("a member's relation to the head is read", async () => {
  const sheet = sheetOf([
    ['户主姓名', '户主身份证号', '供养方式', '成员1姓名', '成员1身份证号', '与户主关系'],
    ['王石', id(1), '分散供养', '王明', id(2), '侄子'],
  ] satisfies TestCell[][])
  const { records } = await ingestWorkbooks({ '特困人员备案表.xlsx': workbookOf(sheet) })
  expect(records.map(({ relation, programmes }) => [relation, programmes])).toEqual([
    ['户主', ['destitute']],
    ['其他', []],
  ])
})
