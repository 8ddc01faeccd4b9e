import { expect, test } from 'vitest'
import { packFile, unpackFile } from '../../src/ingest/packed-file.js'
import { readFile } from '../../src/ingest/read-file.js'
import { readingGround } from '../../src/ingest/reading-ground.js'
import { inventedId, noSettings, sheetOf, type TestCell, workbookOf } from './sheets.js'

const here = new URL(import.meta.url).pathname
const ground = readingGround(noSettings, '2026-11')

async function readOf(name: string, rows: readonly (readonly TestCell[])[]) {
  return readFile({ path: here, name }, async () => workbookOf(sheetOf(rows)), ground)
}

test.each([
  [
    '持证残疾人名单.xlsx',
    [
      ['姓名', '身份证号', '残疾人证号', '残疾等级', '旧身份证号', '乡镇', '联系电话'],
      ['张清', inventedId(31), `${inventedId(31)}44`, '四级', inventedId(90), '清河镇', '1'],
      ['李明', `${inventedId(32).slice(0, 17)}`, '', '一级', '', '清河镇', '2'],
      ['王石', inventedId(33).replace(/\d/, '３'), 'x', '', '', '清河镇', ''],
      ['', '', '', '二级', '', '清河镇', ''],
      ['合计', '3'],
    ],
  ],
  [
    '农村低保备案表.xls',
    [
      ['姓名', '身份证号', '姓名', '身份证号', '户月保障金额'],
      ['张清', inventedId(31), '张小清', inventedId(41), '840'],
      ['李明', inventedId(32), '', '', '420.5'],
    ],
  ],
  [
    '农村低保人员.xlsx',
    [
      ['姓名', '性别'],
      ['张清', '男'],
    ],
  ],
  ['农村低保人员.xlsx', [['姓名', '身份证号', '性别']]],
] as const)('%s: a reading is the same after it went to another thread', async (name, rows) => {
  const reading = await readOf(name, rows)
  expect(unpackFile(structuredClone(packFile(reading)), ground.sources)).toEqual(reading)
})

test('many records: fields with few and with many values, the order of rows and fields', async () => {
  const rows = Array.from({ length: 3_000 }, (_, row) => [
    `张${String.fromCharCode(0x4e00 + (row % 2_500))}`,
    inventedId(row),
    row % 2 ? '男' : '女',
    `${row}`,
    row % 3 ? '' : 'H1',
  ])
  const reading = await readOf('农村低保人员.xlsx', [['姓名', '身份证号', '性别', '户月保障金额', '户编号'], ...rows])
  const again = unpackFile(structuredClone(packFile(reading)), ground.sources)
  expect(again.sheets[0]?.rows?.records.length).toBe(3_000)
  expect(again).toEqual(reading)
  expect(Object.keys(again.sheets[0]?.rows?.records[0] ?? {})).toEqual(
    Object.keys(reading.sheets[0]?.rows?.records[0] ?? {}),
  )
})
