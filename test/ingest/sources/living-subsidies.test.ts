import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

test('a rate beside 停发 pays nobody, an amount does', async () => {
  const paid = async (heading: string) => {
    const rows: TestCell[][] = ['正常', '停发'].map((state, at) => ['王石', id(at), '277', state])
    const sheet = sheetOf([['姓名', '身份证号', heading, '状态'], ...rows])
    const { records } = await ingestWorkbooks({ '困难残疾人生活补贴发放名册.xlsx': workbookOf(sheet) })
    return records.map((record) => [
      record.programmes.join(),
      field(record, 'subsidyFen') ?? field(record, 'standardFen'),
    ])
  }
  expect(await paid('补贴标准')).toEqual([
    ['living-subsidy', 27_700],
    ['', 27_700],
  ])
  expect(await paid('补贴金额')).toEqual([
    ['living-subsidy', 27_700],
    ['living-subsidy', 27_700],
  ])
})

test.each([
  '困难残疾人生活补贴',
  '重度残疾人护理补贴',
  '残疾人两项补贴',
])('a list of those whose %s was stopped pays nobody', async (subsidy) => {
  const sheet = sheetOf([
    ['姓名', '身份证号', '残疾等级', '补贴类型', '补贴金额', '备注'],
    ['王石', id(1), '一级', '生活补贴', '277', '死亡'],
  ])
  const { records } = await ingestWorkbooks({ [`2026年11月${subsidy}停发名单.xlsx`]: workbookOf(sheet) })
  expect(records).toEqual([])
})
