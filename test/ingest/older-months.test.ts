import { describe, expect, test } from 'vitest'
import type { Ingested } from '../../src/ingest/ingest.js'
import { ingestWorkbooks, inventedId, sheetOf, workbookOf } from './sheets.js'

const headings = ['姓名', '身份证号', '户主身份证号', '与户主关系', '乡镇', '村', '户月保障金额']
const names = ['王石', '李明', '赵兰', '孙德', '周梅', '吴高', '郑花', '冯国']
const places = { 清河镇: '东街村', 石桥乡: '柳树村' } as const
type Township = keyof typeof places

interface Wanted {
  readonly township?: Township
  readonly village?: string
  readonly amount?: string
  readonly relation?: string
}

/** A row for each person from `from` to `to`, each a household of one. */
function people(from: number, to: number, wanted: Wanted = {}): string[][] {
  const { township = '清河镇', village = places[township], amount = '420', relation = '本人' } = wanted
  return Array.from({ length: to - from }, (_, at) => {
    const serial = from + at
    return [names[serial % 8] as string, inventedId(31 + serial), '', relation, township, village, amount]
  })
}

const list = (rows: string[][], options: { title?: string; name?: string; more?: string[] } = {}) =>
  sheetOf([...(options.title ? [[options.title]] : []), [...headings, ...(options.more ?? [])], ...rows], options)
const book = (rows: string[][], title?: string) => workbookOf(list(rows, title ? { title } : {}))

const october = people(0, 30)
const november = people(1, 30, { amount: '430' })
const rowsOf = ({ records }: Ingested) =>
  records.map(({ origin, idNumber }) => [origin.file, origin.sheet, idNumber?.value])
const told = ({ issues }: Ingested) =>
  issues.filter(({ code }) => code.startsWith('older-month')).map(({ code }) => code)

/** Both lists are used in whole. */
function expectKept(result: Ingested, count: number): void {
  expect(result.records.length + result.duplicates.length).toBe(count)
  expect(result.outdated).toEqual([])
  expect(result.deliveries.map(({ rowsReplaced }) => rowsReplaced)).toEqual(result.deliveries.map(() => undefined))
}

describe('last month left beside this one', () => {
  test.each([
    ['file names', '农村低保_202610.xlsx', '农村低保_202611.xlsx', undefined, undefined],
    ['days of export', '农村低保_20261002.xlsx', '农村低保_20261102.xlsx', undefined, undefined],
    ['titles', '农村低保1.xlsx', '农村低保2.xlsx', '2026年10月农村低保名单', '2026年11月份农村低保名单'],
    ['numerals', '农村低保1.xlsx', '农村低保2.xlsx', '二〇二六年十月农村低保名单', '二〇二六年十一月农村低保名单'],
  ])('stands aside for this one, told by %s', async (_, older, newer, titled, titledNow) => {
    const both = await ingestWorkbooks({ [older]: book(october, titled), [newer]: book(november, titledNow) })
    const alone = await ingestWorkbooks({ [newer]: book(november, titledNow) })
    expect(rowsOf(both)).toEqual(rowsOf(alone))
    expect(both.duplicates).toEqual([])
    expect(both.issues).toMatchObject([
      {
        code: 'older-month-replaced',
        facts: { stated: '2026-10', townships: '清河镇', rows: 30, gone: 1 },
        origin: { file: older },
      },
    ])
    expect(both.outdated).toMatchObject([{ stated: '2026-10', record: { idNumber: { value: inventedId(31) } } }])
    const [delivery] = both.deliveries.filter(({ file }) => file === older)
    expect(delivery).toMatchObject({ rowsRead: 30, rowsUsed: 0, rowsReplaced: 30, rowsDuplicate: 0, records: 0 })
    expect(delivery?.byTownship).toEqual({})
  })

  test('what is wrong with the cells of a row that is not used is not told', async () => {
    const broken = [...october, ['钱多', '34019919500101', '', '本人', '清河镇', '东街村', '420']]
    const files = (stated: string) =>
      ingestWorkbooks({ [`农村低保_${stated}.xlsx`]: book(broken), '农村低保_202611.xlsx': book(november) })
    const codes = async (stated: string) => (await files(stated)).issues.map(({ code }) => code)
    expect(await codes('新')).toContain('id-length')
    expect(await codes('202610')).not.toContain('id-length')
  })

  test('a workbook with a sheet a month is held month by month, so that a year of changes makes no difference', async () => {
    const months = Array.from({ length: 11 }, (_, at) => list(people(at * 2, at * 2 + 30), { name: `${at + 1}月` }))
    for (const file of ['农村低保.xlsx', '2026年农村低保.xlsx', '农村低保202611.xlsx', '2026年1-11月农村低保.xlsx']) {
      const result = await ingestWorkbooks({ [file]: workbookOf(...months) })
      expect(new Set(result.records.map(({ origin }) => origin.sheet))).toEqual(new Set(['11月']))
      expect(result.records.length).toBe(30)
      expect(told(result)).toEqual(Array(10).fill('older-month-replaced'))
      // January to October had twenty whom November has no more, each told once by his last month.
      expect(result.outdated.length).toBe(20)
      expect(result.outdated.find(({ record }) => record.idNumber?.value === inventedId(31))?.stated).toBe('2026-01')
      expect(result.outdated.find(({ record }) => record.idNumber?.value === inventedId(50))?.stated).toBe('2026-10')
    }
  })

  test('a household that was struck off stands aside with its members, as all but it are there', async () => {
    const family = people(0, 3).map((row) => [...row.slice(0, 2), inventedId(31), ...row.slice(3)])
    const result = await ingestWorkbooks({
      '农村低保_202610.xlsx': book([...family, ...people(3, 20), ...people(50, 70, { township: '石桥乡' })]),
      '农村低保_202611.xlsx': book([...people(3, 20), ...people(50, 70, { township: '石桥乡' })]),
    })
    expect(result.records.length).toBe(37)
    expect(result.outdated.length).toBe(3)
  })
})

describe('what is kept, and told', () => {
  test('a township that only the older sheet has', async () => {
    const elsewhere = people(50, 65, { township: '石桥乡' })
    const result = await ingestWorkbooks({
      '农村低保_202610.xlsx': book([...october, ...elsewhere]),
      '农村低保_202611.xlsx': book(november),
    })
    expect(result.records.filter(({ origin }) => origin.file.includes('10')).length).toBe(15)
    expect(result.issues.filter(({ code }) => code.startsWith('older'))).toMatchObject([
      { code: 'older-month-replaced', facts: { townships: '清河镇', rows: 30 } },
      { code: 'older-month-alone', facts: { townships: '石桥乡', rows: 15, by: '农村低保_202611.xlsx › Sheet1' } },
    ])
    expect(result.deliveries[0]).toMatchObject({ rowsUsed: 15, rowsReplaced: 30, byTownship: { 石桥乡: 15 } })
    expect(result.outdated.map(({ record }) => record.place.township)).toEqual(['清河镇'])
  })

  test('a list that names a good deal fewer: additions, a part of the roster, a cut export', async () => {
    const full = { '农村低保_202610.xlsx': book(october) }
    const additions = await ingestWorkbooks({ ...full, '农村低保新增_202611.xlsx': book(people(28, 34)) })
    expectKept(additions, 36)
    expect(told(additions)).toEqual(['older-month-unlike'])
    expectKept(await ingestWorkbooks({ ...full, '农村低保_202611.xlsx': book(people(4, 30)) }), 56)
    expectKept(await ingestWorkbooks({ ...full, '农村低保_202611.xlsx': book(people(40, 70)) }), 60)
  })

  test('a village, or all of a kind, that the newer list lacks', async () => {
    const village = people(40, 42, { village: '西街社区' })
    const wives = people(40, 42, { relation: '配偶' }).map((row, at) => [
      ...row.slice(0, 2),
      inventedId(32 + at),
      ...row.slice(3),
    ])
    for (const few of [village, wives]) {
      const result = await ingestWorkbooks({
        '农村低保_202610.xlsx': book([...october, ...few]),
        '农村低保_202611.xlsx': book(people(0, 30)),
      })
      expectKept(result, 62)
      expect(told(result)).toEqual(['older-month-unlike'])
    }
  })

  test('a small township of a newer list that has few of the others', async () => {
    const result = await ingestWorkbooks({
      '农村低保_202610.xlsx': book([...october, ...people(50, 52, { township: '石桥乡' })]),
      '农村低保_202611.xlsx': book([...people(3, 5), ...people(51, 52, { township: '石桥乡' })]),
    })
    expectKept(result, 35)
    expect(result.issues.find(({ code }) => code.startsWith('older'))?.facts.townships).toBe('清河镇、石桥乡')
  })

  test('ids that this month lost in the export', async () => {
    const lost = november.map((row) => [row[0] as string, `${row[1]?.slice(0, 15)}000`, ...row.slice(2)])
    const result = await ingestWorkbooks({ '农村低保_202610.xlsx': book(october), '农村低保_202611.xlsx': book(lost) })
    expectKept(result, 59)
  })

  test('rows that belong to no township of ours', async () => {
    const nowhere = october.map((row) => [...row.slice(0, 4), '', '', row[6] as string])
    const result = await ingestWorkbooks({
      '农村低保_202610.xlsx': book(nowhere),
      '农村低保_202611.xlsx': book(november),
    })
    expectKept(result, 59)
    expect(result.issues).toContainEqual(
      expect.objectContaining({ code: 'older-month-unlike', facts: expect.objectContaining({ townships: '待归属' }) }),
    )
  })
})

describe('what is left alone', () => {
  test('two registers of one form, one of them late', async () => {
    const register = (kind: string, from: number) =>
      workbookOf(
        sheetOf([
          ['姓名', '身份证号', '乡镇', '村', '人员类别'],
          ...people(from, from + 20).map(([name = '', id = '']) => [name, id, '清河镇', '东街村', kind]),
        ]),
      )
    const result = await ingestWorkbooks({
      '留守老人登记表_202610.xlsx': register('留守老人', 0),
      '留守妇女登记表_202611.xlsx': register('留守妇女', 15),
    })
    expect(result.deliveries.map(({ source }) => source)).toEqual(Array(2).fill('left-behind-register'))
    expectKept(result, 40)
    expect(told(result)).toEqual([])
  })

  test.each([
    ['no month anywhere', { '农村低保旧.xlsx': book(october), '农村低保_202611.xlsx': book(november) }],
    [
      'a title of another month than the file',
      { '农村低保_202611a.xlsx': book(october, '2026年10月农村低保'), '农村低保_202611b.xlsx': book(november) },
    ],
    [
      'two months in a title',
      { '1农村低保.xlsx': book(october, '2026年10月、11月农村低保'), '农村低保_202611.xlsx': book(november) },
    ],
    [
      'days of two months',
      { '1农村低保.xlsx': book(october, '2026年10月1日至11月5日农村低保'), '农村低保_202611.xlsx': book(november) },
    ],
    ['a span', { '2026年1-10月农村低保.xlsx': book(october), '农村低保_202611.xlsx': book(november) }],
    [
      'a bare month of another year',
      { '2025年农村低保.xlsx': workbookOf(list(october, { name: '10月' }), list(november, { name: '11月' })) },
    ],
    ['a later month', { '农村低保_202611.xlsx': book(october), '农村低保_202612.xlsx': book(november) }],
    ['one month', { '农村低保_202611.xlsx': book(october), '农村低保_202611更正.xlsx': book(november) }],
    ['nothing of this month', { '农村低保_202609.xlsx': book(october), '农村低保_202610.xlsx': book(november) }],
  ])('%s', async (_, files) => {
    const result = await ingestWorkbooks(files)
    expectKept(result, 59)
    expect(told(result)).toEqual([])
  })

  test('another roster of the same programme', async () => {
    const result = await ingestWorkbooks({
      '城市低保_202610.xlsx': book(october),
      '农村低保_202611.xlsx': book(november),
    })
    expectKept(result, 59)
  })

  test('a column that gives the months of payments', async () => {
    const paid = (month: string) => (row: string[]) => [...row, month]
    const more = ['发放月份']
    const older = workbookOf(list([...october.map(paid('2026-10')), ...people(30, 31).map(paid('2026-09'))], { more }))
    const newer = workbookOf(list(november.map(paid('2026-11')), { more }))
    expectKept(await ingestWorkbooks({ '农村低保_202610.xlsx': older, '农村低保_202611.xlsx': newer }), 60)
  })

  test('lists of payments and lists that go on over months', async () => {
    const aid = (month: string, count: number) =>
      workbookOf(
        sheetOf([
          ['姓名', '身份证号', '乡镇', '村', '救助金额', '审批日期'],
          ...people(0, count).map(([name = '', id = '']) => [name, id, '清河镇', '东街村', '500', `${month}-09`]),
        ]),
      )
    const subsidy = (count: number) =>
      workbookOf(
        sheetOf([
          ['姓名', '身份证号码', '乡镇', '村', '残疾等级', '补贴金额'],
          ...people(0, count).map(([name = '', id = '']) => [name, id, '清河镇', '东街村', '一级', '80']),
        ]),
      )
    for (const files of [
      { '临时救助台账_202610.xlsx': aid('2026-10', 30), '临时救助台账_202611.xlsx': aid('2026-11', 29) },
      { '重度残疾人护理补贴_202610.xlsx': subsidy(30), '重度残疾人护理补贴_202611.xlsx': subsidy(29) },
      { '困难残疾人生活补贴_202610.xlsx': subsidy(30), '困难残疾人生活补贴_202611.xlsx': subsidy(29) },
    ]) {
      const result = await ingestWorkbooks(files)
      expect(result.deliveries.length).toBe(2)
      expectKept(result, 59)
    }
  })
})
