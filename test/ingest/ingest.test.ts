import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../../src/ingest/formats/unreadable-file.js'
import { ingest } from '../../src/ingest/ingest.js'
import {
  ingestBytes,
  ingestWorkbooks,
  inventedId,
  noSettings,
  sheetOf,
  type TestCell,
  towns,
  workbookOf,
} from './sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const book = (...rows: (readonly TestCell[])[]) => workbookOf(sheetOf(rows))
const memberHeadings = ['姓名', '身份证号', '户主身份证号', '与户主关系', '乡镇', '户月保障金额']
const householdHeadings = ['户主姓名', '户主身份证号', '低保证号', '家庭成员姓名', '家庭成员身份证号', '户月保障金额']

describe('several files', () => {
  test('records stand by source, file, sheet and row, and carry their index', async () => {
    const result = await ingestWorkbooks({
      'b农村低保人员.xlsx': book(memberHeadings, ['王石', id(3), '', '本人', '清河镇', '420']),
      'a农村低保人员.xlsx': book(memberHeadings, ['李明', id(2), '', '本人', '清河镇', '420']),
      '火化名单.xlsx': book(['逝者姓名', '逝者证件号', '死亡日期'], ['张清', id(1), '2026-10-01']),
    })
    expect(result.records.map(({ source, name }) => [source, name])).toEqual([
      ['deaths', '张清'],
      ['rural-allowance-members', '李明'],
      ['rural-allowance-members', '王石'],
    ])
    expect(result.records.map(({ index }) => index)).toEqual([0, 1, 2])
  })

  test('who stands in a sheet of those who left, beside the roster, is not on the roll', async () => {
    const roll = sheetOf([memberHeadings, ['李明', id(2), '', '本人', '清河镇', '420']], { name: '在册' })
    const left = sheetOf([memberHeadings, ['王石', id(3), '', '本人', '清河镇', '420']], { name: '11月减少' })
    const { records, issues } = await ingestWorkbooks({ '农村低保人员查询_清河镇.xlsx': workbookOf(roll, left) })
    expect(records.map(({ name }) => name)).toEqual(['李明'])
    expect(issues.map(({ code, origin }) => [code, origin.sheet])).toContainEqual(['missing-column', '11月减少'])
  })

  test('the same file sent twice doubles nobody', async () => {
    const rows = book(
      memberHeadings,
      ['李明', id(2), '', '本人', '清河镇', '420'],
      ['李小明', id(3), id(2), '之子', '清河镇', '420'],
    )
    const result = await ingestWorkbooks({ '农村低保人员.xlsx': rows, '农村低保人员 - 副本.xlsx': rows })
    expect(result.records.length).toBe(2)
    expect(result.duplicates.map(({ record, of }) => [record.origin.file, of.origin.row])).toEqual([
      ['农村低保人员.xlsx', 2],
      ['农村低保人员.xlsx', 3],
    ])
    expect(result.deliveries.map(({ rowsUsed, rowsDuplicate }) => [rowsUsed, rowsDuplicate])).toEqual([
      [2, 0],
      [0, 2],
    ])
    expect(result.issues[0]?.facts.other).toBe('农村低保人员 - 副本.xlsx › Sheet1 › 第 2 行')
  })

  test('a copy of a file under another name is told and not read, and is no fault of the source system', async () => {
    const bytes = Buffer.from(`${memberHeadings.join()}\n李明,${id(2)},,本人,清河镇,420\n`)
    const result = await ingestBytes({ '农村低保人员.csv': bytes, '农村低保人员（1）.csv': bytes })
    expect(result.records.map(({ origin }) => origin.file)).toEqual(['农村低保人员.csv'])
    expect(result.duplicates).toEqual([])
    expect(result.rejectedFiles).toMatchObject([
      { file: '农村低保人员（1）.csv', issue: { code: 'file-copied', facts: { other: '农村低保人员.csv' } } },
    ])
    expect(result.issues).toHaveLength(1)
  })

  test('two versions of one export are told, with how many differ; parts of one roster and other sources are not', async () => {
    const rows = (from: number, to: number, amount = '420') =>
      Array.from({ length: to - from }, (_, at) => ['李明', id(from + at), id(from + at), '户主', '清河镇', amount])
    const versions = async (...files: string[][][]) => {
      const names = files.map((list, at) => [`农村低保人员${at + 1}.xlsx`, book(memberHeadings, ...list)] as const)
      const { issues } = await ingestWorkbooks(Object.fromEntries(names))
      return issues.filter(({ code }) => code === 'roster-versions')
    }
    const first = rows(10, 30)
    const second = [...rows(10, 11, '300'), ...rows(11, 28)]
    expect(await versions(first, second)).toMatchObject([
      {
        facts: { other: '农村低保人员1.xlsx', shared: 18, differing: 1 },
        origin: { file: '农村低保人员2.xlsx' },
      },
    ])
    expect(await versions(rows(10, 30), rows(30, 50))).toEqual([])
    expect(await versions(rows(10, 40), rows(10, 22, '90'))).toEqual([])
  })

  test('two sheets of one file that name mostly the same people are told too, where no month says which is the newer', async () => {
    const sheet = (name: string, from: number, to: number, amount: string) => {
      const rows = Array.from({ length: to - from }, (_, at) => ['李明', id(from + at), '', '户主', '清河镇', amount])
      return sheetOf([memberHeadings, ...rows], { name })
    }
    const { issues } = await ingestWorkbooks({
      '农村低保.xlsx': workbookOf(
        sheet('原表', 10, 30, '420'),
        sheet('改过的', 11, 30, '430'),
        sheet('另一批', 40, 55, '430'),
      ),
    })
    expect(issues).toMatchObject([
      {
        code: 'roster-versions',
        facts: { other: '工作表“原表”', shared: 19, differing: 19 },
        origin: { file: '农村低保.xlsx', sheet: '改过的' },
      },
    ])
  })

  test('a corrected list of one township beside the whole roster is told', async () => {
    const rows = (from: number, to: number, township: string, amount: string) =>
      Array.from({ length: to - from }, (_, at) => ['李明', id(from + at), '', '户主', township, amount])
    const { records, issues } = await ingestWorkbooks({
      '农村低保_202611.xlsx': book(memberHeadings, ...rows(10, 22, '清河镇', '420'), ...rows(40, 90, '石桥乡', '420')),
      '清河镇农村低保_202611更正.xlsx': book(memberHeadings, ...rows(11, 22, '清河镇', '430')),
    })
    expect(records.length).toBe(12 + 50 + 11)
    expect(issues).toMatchObject([
      { code: 'roster-versions', facts: { other: '农村低保_202611.xlsx', shared: 11, differing: 11 } },
    ])
  })

  test('lists of two kinds are no copies of each other, nor are two empty ones of one form', async () => {
    const lists = [
      { name: '服刑*', kind: 'prisoners' as const },
      { name: '义务兵*', kind: 'conscripts' as const },
    ]
    const empty = Buffer.from('姓名,身份证号\n')
    const filled = Buffer.from(`姓名,身份证号\n李明,${id(2)}\n`)
    for (const bytes of [empty, filled]) {
      const result = await ingestBytes({ '服刑.csv': bytes, '义务兵.csv': bytes }, { ...noSettings, lists })
      expect(result.deliveries.map(({ source }) => source).sort()).toEqual(['conscripts', 'prisoners'])
      expect(result.issues.filter(({ code }) => code === 'file-copied')).toEqual([])
    }
  })

  test('another household, another amount or another name is no duplicate', async () => {
    const result = await ingestWorkbooks({
      '农村低保人员.xlsx': book(
        memberHeadings,
        ['李明', id(2), id(5), '之子', '清河镇', '420'],
        ['李明', id(2), id(6), '之子', '清河镇', '420'],
        ['李明', id(2), id(5), '之子', '清河镇', '300'],
        ['赵明', id(2), id(5), '之子', '清河镇', '420'],
        ['李明', id(2), id(5), '之子', '清河镇', '420'],
      ),
    })
    expect(result.records.length).toBe(4)
    expect(result.duplicates.map(({ record }) => record.origin.row)).toEqual([6])
  })

  test('namesakes without an id are told apart by household or village, never merged', async () => {
    const headings = ['姓名', '性别', '年龄', '联系电话', '村']
    const result = await ingestWorkbooks({
      '留守老人.xlsx': book(
        headings,
        ['张清', '男', '70', '1', '东街村'],
        ['张清', '男', '70', '2', '东街村'],
        ['张清', '男', '70', '1', '东街村'],
        ['张清', '', '', '', ''],
      ),
    })
    expect(result.records.length).toBe(3)
    expect(result.duplicates.map(({ record }) => record.origin.row)).toEqual([4])
  })

  test('one unreadable file is an issue and the others are read', async () => {
    const good = book(memberHeadings, ['李明', id(2), '', '本人', '清河镇', '420'])
    const open = async (path: string) => {
      if (path.endsWith('bad')) throw new UnreadableFile('file-corrupt', { part: 'x' })
      return good
    }
    const here = new URL(import.meta.url).pathname
    const files = [
      { path: `${here}bad`, name: 'a.xlsx' },
      { path: here, name: '农村低保人员.xlsx' },
    ]
    const progress: string[] = []
    const result = await ingest({
      files,
      settings: noSettings,
      towns,
      month: '2026-11',
      open,
      onProgress: (done, total, file) => progress.push(`${done}/${total} ${file}`),
    })
    expect(result.records.length).toBe(1)
    expect(result.rejectedFiles).toMatchObject([{ file: 'a.xlsx', issue: { code: 'file-corrupt' } }])
    expect(progress).toEqual(['1/2 a.xlsx', '2/2 农村低保人员.xlsx'])
    const broken = async () => {
      throw new TypeError('our bug')
    }
    await expect(ingest({ files, settings: noSettings, towns, month: '2026-11', open: broken })).rejects.toThrow(
      'our bug',
    )
  })
})

describe('household and member exports of one programme', () => {
  const households = book(
    householdHeadings,
    ['张清', id(0), 'D1', '张清、张小清', `${id(0)}、${id(1)}`, '840'],
    ['李明', id(2), 'D2', '李明', id(2), '420'],
  )

  test('members decide who is enrolled, household rows stay as listed and lend their number', async () => {
    const result = await ingestWorkbooks({
      '农村低保家庭查询.xlsx': households,
      '农村低保人员查询.xlsx': book(memberHeadings, ['张清', id(0), '', '本人', '清河镇', '840']),
    })
    const enrolled = result.records.filter(({ programmes }) => programmes.length > 0)
    expect(enrolled.map(({ source, name }) => [source, name])).toEqual([
      ['rural-allowance-households', '李明'],
      ['rural-allowance-members', '张清'],
    ])
    expect(result.records.find(({ source }) => source === 'rural-allowance-members')?.householdNumber).toBe('D1')
    expect(result.records.length).toBe(4)
  })

  test('without a member export the household export enrols its people', async () => {
    const result = await ingestWorkbooks({ '农村低保家庭查询.xlsx': households })
    expect(result.records.map(({ name, programmes }) => [name, programmes])).toEqual([
      ['张清', ['rural-allowance']],
      ['张小清', ['rural-allowance']],
      ['李明', ['rural-allowance']],
    ])
  })
})

describe('places', () => {
  test('sheet, title and folder names speak for rows that name no township; unknown texts are told once', async () => {
    const headings = ['姓名', '身份证号', '村']
    const result = await ingestWorkbooks({
      '石桥乡/农村低保人员.xlsx': book(headings, ['张清', id(0), '柳树村'], ['李明', id(1), '新村']),
      '农村低保人员.xlsx': workbookOf(sheetOf([headings, ['王石', id(2), '']], { name: '清河镇' })),
      '农村低保人员2.xlsx': book(['姓名', '身份证号', '乡镇'], ['赵小河', id(3), '远山镇'], ['钱塘', id(4), '远山镇']),
    })
    expect(result.records.map(({ name, place }) => [name, place.township, place.village])).toEqual([
      ['王石', '清河镇', null],
      ['赵小河', null, null],
      ['钱塘', null, null],
      ['张清', '石桥乡', '柳树村'],
      ['李明', '石桥乡', null],
    ])
    expect(result.issues.map(({ code, facts }) => [code, facts.text])).toEqual([['unknown-township', '远山镇']])
    expect(result.deliveries.map(({ byTownship }) => byTownship)).toEqual([{ 清河镇: 1 }, { '': 2 }, { 石桥乡: 2 }])
  })
})

test('a place that many rows name is told whole, though it begins with a surname', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => ['石塘', '张清', inventedId(at)])
  const { issues } = await ingestWorkbooks({
    '农村低保.xlsx': workbookOf(sheetOf([['街道', '姓名', '身份证号'], ...rows])),
  })
  expect(issues.map(({ code, facts }) => [code, facts.text])).toEqual([['unknown-township', '石塘']])
})

test('a sheet named after a village speaks for rows that name no place', async () => {
  const rows = [['清河镇农村低保人员'], ['姓名', '身份证号'], ['张清', inventedId(1)]]
  const { records } = await ingestWorkbooks({
    '低保.xlsx': workbookOf(
      sheetOf(rows, { name: '东街村' }),
      sheetOf([['清河镇西街社区农村低保人员'], ['姓名', '身份证号'], ['李明', inventedId(2)]]),
    ),
  })
  expect(records.map(({ place }) => place)).toEqual([
    { township: '清河镇', village: '东街村' },
    { township: '清河镇', village: '西街社区' },
  ])
})

test('every row is accounted for, whatever the sheet holds', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '', '张清', '李明', '合计', '制表人：王', '无', '东街村', '姓名', '420', '1', '备注'),
    fc.integer({ min: 0, max: 30 }).map(id),
    fc.string({ maxLength: 6 }),
  )
  const rows = fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(rows, async (body) => {
      const result = await ingestWorkbooks({
        '农村低保人员.xlsx': book(memberHeadings, ['张清', id(40), '', '本人', '清河镇', '420'], ...body),
      })
      const [delivery] = result.deliveries
      expect(delivery).toBeDefined()
      if (!delivery) return
      const filled = 1 + body.filter((row) => row.some((text) => text !== '')).length
      expect(delivery.rowsRead).toBe(filled)
      expect(delivery.rowsUsed + delivery.rowsRejected + delivery.rowsDuplicate + delivery.rowsSkipped).toBe(filled)
      expect(delivery.records).toBe(result.records.length)
      expect(result.records.length + result.duplicates.length).toBe(delivery.rowsUsed + delivery.rowsDuplicate)
    }),
    { numRuns: 60, seed: 11 },
  )
})

test('a list of several programmes says what it brought each, one of a single programme does not', async () => {
  const { deliveries } = await ingestWorkbooks({
    '两项补贴发放名册.xlsx': workbookOf(
      sheetOf([
        ['姓名', '身份证号', '生活补贴', '护理补贴'],
        ['张清', inventedId(40), '', '95'],
        ['李明', inventedId(41), '60', '95'],
      ]),
    ),
    '高龄津贴.xlsx': workbookOf(
      sheetOf([
        ['姓名', '身份证号', '金额'],
        ['张清', inventedId(40), '50'],
      ]),
    ),
  })
  expect(deliveries.map(({ byProgramme }) => byProgramme)).toEqual([
    { 'living-subsidy': { '': 1 }, 'care-subsidy': { '': 2 } },
    undefined,
  ])
})
