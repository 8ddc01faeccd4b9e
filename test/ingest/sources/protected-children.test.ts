import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

const children = async (file: string, headings: readonly string[], cells: readonly TestCell[], sheet = 'Sheet1') => {
  const rows = [['儿童姓名', '身份证号', ...headings], ...cells.map((own, at) => ['王石', id(at), own])]
  const { records, issues } = await ingestWorkbooks({ [file]: workbookOf(sheetOf(rows, { name: sheet })) })
  return { who: records.map(({ programmes }) => programmes.join()), codes: issues.map(({ code }) => code), records }
}

test('who is listed as left behind or in difficulty has neither allowance', async () => {
  const { who } = await children(
    '孤儿及事实无人抚养儿童花名册.xlsx',
    ['儿童类型'],
    ['孤儿', '5', '8', '9', '留守儿童', '困境儿童', '社会散居孤儿'],
  )
  expect(who).toEqual(['orphan', 'unattended-child', '', '', '', '', 'orphan'])
})

test("a sheet's own name goes before a file's that has both kinds", async () => {
  const file = '7-2026年11月份孤儿及事实无人抚养儿童发放花名册.xls'
  const of = async (sheet: string) => (await children(file, ['发放金额'], ['1500'], sheet)).who
  expect(await of('孤儿')).toEqual(['orphan'])
  expect(await of('事实无人抚养儿童')).toEqual(['unattended-child'])
  expect(await of('Sheet1')).toEqual(['unattended-child'])
})

test('the name speaks where a type says nothing of the kind', async () => {
  const { who, codes, records } = await children(
    '孤儿基本生活费发放表.xlsx',
    ['补助类型'],
    ['', '父母双亡', '在院供养2018'],
  )
  expect(who).toEqual(['orphan', 'orphan', 'orphan'])
  expect(records.map((record) => field(record, 'childKind'))).toEqual(['孤儿', '孤儿', '孤儿'])
  expect(codes.filter((code) => code === 'unknown-word')).toHaveLength(1)
})

test('how a child is brought up does not make an orphan of one whom the name calls 事实无人抚养', async () => {
  expect((await children('事实无人抚养儿童发放表.xlsx', ['类型'], ['社会散居', '孤儿'])).who).toEqual([
    'unattended-child',
    'orphan',
  ])
  expect((await children('孤儿及事实无人抚养儿童发放表.xlsx', ['类型'], ['社会散居', '事无'])).who).toEqual([
    'orphan',
    'unattended-child',
  ])
})

test('a back payment says for which month it is', async () => {
  const { records } = await children('孤儿发放表.xlsx', ['发放月份'], ['2026-11', '2026-10'])
  expect(records.map((record) => field(record, 'dataMonth'))).toEqual(['2026-11', '2026-10'])
})

test('what is paid goes before the rate, wherever the two columns stand', async () => {
  for (const [headings, cells] of [
    [
      ['保障标准', '发放金额'],
      [1600, 1000],
    ],
    [
      ['发放金额', '保障标准'],
      [1000, 1600],
    ],
  ] as const) {
    const rows = [
      ['儿童姓名', '身份证号', ...headings],
      ['王石', id(0), ...cells],
    ]
    const file = '事实无人抚养儿童发放花名册.xlsx'
    const { records } = await ingestWorkbooks({ [file]: workbookOf(sheetOf(rows)) })
    expect(records.map((record) => field(record, 'allowanceFen'))).toEqual([100000])
  }
})

test('a list with the rate alone pays the rate', async () => {
  const { records } = await children('孤儿基本生活费发放表.xlsx', ['保障标准'], ['1600'])
  expect(records.map((record) => field(record, 'allowanceFen'))).toEqual([160000])
})
