import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

const states = async (file: string, kinds: readonly TestCell[]) => {
  const rows = kinds.map((kind, at) => ['王石', id(at), 'A1', kind])
  const sheet = sheetOf([['姓名', '证件号码', '户编号', '户类型'], ...rows])
  const { records } = await ingestWorkbooks({ [file]: workbookOf(sheet) })
  return records.map((record) => field(record, 'povertyState'))
}

test('脱贫户 does not say whether the policies are still enjoyed: the name of the file does', async () => {
  const kinds = ['脱贫户', '', '一般农户', '已脱贫（享受政策）']
  expect(await states('9-脱贫户信息_20261102-脱贫不享受政策.xlsx', kinds)).toEqual([
    '已脱贫不享受政策',
    '已脱贫不享受政策',
    '一般农户',
    '已脱贫享受政策',
  ])
  expect(await states('1-脱贫户信息_20261102-继续享受政策.xlsx', kinds)).toEqual([
    '已脱贫享受政策',
    '已脱贫享受政策',
    '一般农户',
    '已脱贫享受政策',
  ])
  expect(await states('脱贫户信息.xlsx', kinds)).toEqual(['已脱贫', null, '一般农户', '已脱贫享受政策'])
})

test('一般农户 are listed and no registered poor', async () => {
  const rows = ['脱贫户', '一般农户', ''].map((kind, at) => ['王石', id(at), 'A1', kind])
  const sheet = sheetOf([['姓名', '证件号码', '户编号', '户类型'], ...rows])
  const { records } = await ingestWorkbooks({ '脱贫户和一般农户信息.xlsx': workbookOf(sheet) })
  expect(records.map(({ programmes }) => programmes.join())).toEqual(['registered-poor', '', 'registered-poor'])
})
