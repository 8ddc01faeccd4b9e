import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

test("a member's relation stands in the pair of its own, and 属别 is the class", async () => {
  const relation = ['姓名', '身份证号', '与户主关系']
  const sheet = sheetOf([
    ['户主姓名', '户主身份证号', '属别', ...relation, ...relation, ...relation],
    ['王石', id(1), 'A类', '王石', id(1), '户主', '李明', id(2), '妻', '王小石', id(3), '不明'],
  ] satisfies TestCell[][])
  const { records, issues } = await ingestWorkbooks({ '农村低保备案表.xlsx': workbookOf(sheet) })
  expect(records.map((record) => [record.name, record.relation, field(record, 'supportClass')])).toEqual([
    ['王石', '户主', '一类'],
    ['李明', '配偶', '一类'],
    ['王小石', null, '一类'],
  ])
  expect(issues.filter(({ code }) => code === 'unknown-word')).toHaveLength(1)
})
