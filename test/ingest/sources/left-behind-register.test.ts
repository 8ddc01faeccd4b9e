import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

test('a class of another kind leaves the row in the register that the title names', async () => {
  const rows: TestCell[][] = [
    ['王石', id(1), '失能'],
    ['李明', id(2), ''],
    ['赵小河', id(3), '独居'],
  ]
  const list = async (file: string) => {
    const sheet = sheetOf([['姓名', '身份证号', '类别'], ...rows])
    const { records } = await ingestWorkbooks({ [file]: workbookOf(sheet) })
    return records.map((record) => [record.programmes.join(), field(record, 'personKind')])
  }
  expect(await list('留守老人台账.xlsx')).toEqual([
    ['left-behind-elderly', '留守老人'],
    ['left-behind-elderly', '留守老人'],
    ['left-behind-elderly', '独居老人'],
  ])
  expect(await list('留守老人、留守儿童台账.xlsx')).toEqual([
    ['', null],
    ['', null],
    ['left-behind-elderly', '独居老人'],
  ])
})
