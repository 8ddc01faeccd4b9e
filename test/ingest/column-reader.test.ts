import { describe, expect, test } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from './sheets.js'

const id = inventedId(45)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

async function read(file: string, rows: readonly (readonly TestCell[])[]) {
  const { records, issues } = await ingestWorkbooks({ [file]: workbookOf(sheetOf(rows)) })
  return { records, codes: issues.map(({ code }) => code).filter((code) => code !== 'unknown-township'), issues }
}

describe('an income by the month', () => {
  test.each([
    '家庭人均月收入',
    '月人均收入（元）',
    '人均收入(元/月)',
    '人均月纯收入',
  ])('%s is a twelfth', async (heading) => {
    const { records, issues } = await read('脱贫户信息.xlsx', [
      ['姓名', '身份证号', '户编号', heading],
      ['张清', id, 'A1', '650.5'],
    ])
    expect(field(records[0], 'incomePerCapitaFen')).toBe(780_600)
    expect(issues.find(({ code }) => code === 'monthly-income')?.facts).toEqual({ column: heading })
  })

  test.each(['人均纯收入', '2025年人均纯收入(元)', '人均年收入'])("%s is the year's", async (heading) => {
    const { records, codes } = await read('脱贫户信息.xlsx', [
      ['姓名', '身份证号', '户编号', heading],
      ['张清', id, 'A1', '7806'],
    ])
    expect(field(records[0], 'incomePerCapitaFen')).toBe(780_600)
    expect(codes).toEqual([])
  })
})

describe('an amount that is kept by the month', () => {
  const destitute = (heading: string, cell: TestCell) =>
    read('特困人员名册.xlsx', [
      ['姓名', '身份证号', heading],
      ['张清', id, cell],
    ])

  test.each([
    '照料护理标准（元/年）',
    '照料护理标准(元/人/年)',
    '照料护理标准（年）',
  ])('%s is twelve of it', async (heading) => {
    const { records, issues } = await destitute(heading, '4944')
    expect(field(records[0], 'nursingFen')).toBe(41_200)
    expect(issues.find(({ code }) => code === 'yearly-amount')?.facts).toEqual({ column: heading })
  })

  test('a cell may say so itself, whatever the heading', async () => {
    const read = async (heading: string, cell: string) =>
      field((await destitute(heading, cell)).records[0], 'nursingFen')
    expect(await read('照料护理费', '4944元/年')).toBe(41_200)
    expect(await read('照料护理费', '800元/年')).toBe(6_667)
    expect(await read('照料护理费', '412元/月')).toBe(41_200)
    expect(await read('照料护理费（元/年）', '412元/月')).toBe(41_200)
    expect(await read('照料护理费（元/月）', '412')).toBe(41_200)
  })

  test('incomes are kept by the year, and a payment of 临时救助 is for none', async () => {
    const poor = async (heading: string, cell: string) =>
      field(
        (
          await read('脱贫户信息.xlsx', [
            ['姓名', '身份证号', '户编号', heading],
            ['张清', id, 'A1', cell],
          ])
        ).records[0],
        'incomePerCapitaFen',
      )
    expect(await poor('人均纯收入', '650.5元/月')).toBe(780_600)
    expect(await poor('人均月收入', '7806元/年')).toBe(780_600)
    expect(await poor('人均纯收入（元/年）', '7806')).toBe(780_600)
    const { records, codes } = await read('临时救助台账.xlsx', [
      ['姓名', '身份证号', '救助金额（元/年）'],
      ['张清', id, '1200'],
    ])
    expect([field(records[0], 'aidFen'), codes]).toEqual([120_000, []])
  })
})

describe('a day without its year', () => {
  const deaths = (file: string, cell: string) =>
    read(file, [
      ['姓名', '身份证号', '死亡日期'],
      ['张清', id, cell],
    ])

  test.each([
    ['8月12日', '2026-08-12'],
    ['八月12日', '2026-08-12'],
    ['元月12日', '2026-01-12'],
    ['11月30日', '2026-11-30'],
    ['12月3日', '2025-12-03'],
  ])('%s in the folder of November is %s', async (cell, value) => {
    const { records, issues } = await deaths('死亡名单.xlsx', cell)
    expect(field(records[0], 'diedOn')).toBe(value)
    expect(issues.find(({ code }) => code === 'year-supplied')?.facts).toEqual({ text: cell, taken: value })
  })

  test('the month of the file goes before that of the folder', async () => {
    const { records } = await deaths('2026年8月死亡名单.xlsx', '9月12日')
    expect(field(records[0], 'diedOn')).toBe('2025-09-12')
  })

  test('a stop by its month alone; a day that no year has, and a birthday, are told as before', async () => {
    const { records, codes } = await read('停保汇总.xlsx', [
      ['姓名', '身份证号', '出生日期', '停保原因', '停保月份'],
      ['张清', id, '8月12日', '死亡', '10月份'],
    ])
    expect(field(records[0], 'stopMonth')).toBe('2026-10')
    expect(codes.sort()).toEqual(['unreadable-date', 'year-supplied'])
    expect((await deaths('死亡名单.xlsx', '2月30日')).codes).toEqual(['unreadable-date'])
    expect((await deaths('死亡名单.xlsx', '8月')).codes).toEqual(['unreadable-date'])
  })
})

test('category and level of a disability in one cell, whatever the heading', async () => {
  for (const heading of ['残疾类别及等级', '残疾类别等级', '残疾等级、类别', '残疾种类/等级']) {
    const { records } = await read('护理补贴发放名册.xlsx', [
      ['姓名', '身份证号', heading, '护理补贴'],
      ['张清', id, '肢体 二级', '95'],
    ])
    expect([field(records[0], 'category'), field(records[0], 'level')]).toEqual(['肢体', '2'])
  }
})

test('是否低保 of the poverty system', async () => {
  const { records } = await read('脱贫户信息.xlsx', [
    ['姓名', '身份证号', '户编号', '是否低保'],
    ['张清', id, 'A1', '是'],
  ])
  expect(field(records[0], 'claimedAllowance')).toBe('低保')
})
