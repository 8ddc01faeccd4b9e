import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

test('劳动能力 is read (domain C08)', async () => {
  const sheet = sheetOf([
    ['姓名', '身份证号', '劳动能力', '生活自理能力'],
    ['王石', id(1), '有劳动能力', '全自理'],
    ['李明', id(2), '无', '部分丧失'],
  ] satisfies TestCell[][])
  const { records } = await ingestWorkbooks({ '特困人员人员查询.xlsx': workbookOf(sheet) })
  expect(records.map((record) => [field(record, 'labour'), field(record, 'selfCare')])).toEqual([
    ['有劳动能力', '全自理'],
    ['无劳动能力', '半护理'],
  ])
})

test('the name of a list of one mode speaks where the cell says none', async () => {
  const sheet = sheetOf([
    ['姓名', '身份证号', '供养方式'],
    ['王石', id(1), ''],
    ['李明', id(2), '分散供养'],
  ] satisfies TestCell[][])
  const { records } = await ingestWorkbooks({ '特困人员集中供养名册.xlsx': workbookOf(sheet) })
  expect(records.map((record) => field(record, 'supportMode'))).toEqual(['集中', '分散'])
})
