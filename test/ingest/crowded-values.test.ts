import { describe, expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from './sheets.js'

const headings = ['姓名', '身份证号', '户主身份证号', '户主姓名', '与户主关系', '乡镇', '户编号']
const names = (at: number) => `王${String.fromCodePoint(0x4e00 + at)}`
const person = (at: number, cells: { headId?: string; head?: string; number?: string }): TestCell[] => [
  names(at),
  inventedId(31 + at),
  cells.headId ?? '',
  cells.head ?? '',
  at % 2 ? '之子' : '户主',
  '清河镇',
  cells.number ?? '',
]
const people = (count: number, cells: (at: number) => Parameters<typeof person>[1]) =>
  Array.from({ length: count }, (_, at) => person(at, cells(at)))
const read = (...sheets: (readonly TestCell[])[][]) =>
  ingestWorkbooks(
    Object.fromEntries(
      sheets.map((rows, at) => [`农村低保人员查询_${at}.xlsx`, workbookOf(sheetOf([headings, ...rows]))]),
    ),
  )

describe('one household of more people than any family has', () => {
  const filledDown = (count: number) => people(count, (at) => ({ number: '340199000001', headId: inventedId(31 + at) }))

  test('its number is no household’s, and the clerk is told where', async () => {
    const { records, issues } = await read(filledDown(31))
    expect(new Set(records.map(({ householdNumber }) => householdNumber))).toEqual(new Set([null]))
    expect(records[0]?.headIdNumber?.value).toBe(inventedId(31))
    expect(issues.filter(({ code }) => code === 'household-crowded')).toEqual([
      {
        code: 'household-crowded',
        facts: { count: 31, text: '**********01', people: 31, most: 30 },
        origin: { file: '农村低保人员查询_0.xlsx', sheet: 'Sheet1', row: 2, column: '户编号' },
        department: '民政',
        source: 'rural-allowance-members',
      },
    ])
  })

  test('thirty are left as they are', async () => {
    const { records, issues } = await read(filledDown(30))
    expect(records[0]?.householdNumber).toBe('340199000001')
    expect(issues).toEqual([])
  })

  test('people are counted over all sheets of the roster, and one person’s rows once', async () => {
    const rows = filledDown(40)
    const split = await read(rows.slice(0, 20), rows.slice(20))
    expect(split.issues.map(({ code, facts }) => [code, facts.count])).toEqual([
      ['household-crowded', 20],
      ['household-crowded', 20],
    ])
    const again = Array.from({ length: 40 }, () => person(0, { number: '7' }))
    expect((await read(again)).issues.filter(({ code }) => code === 'household-crowded')).toEqual([])
  })

  test('a head’s number or name that was filled down goes too', async () => {
    const byId = await read(people(31, (at) => ({ number: `H${at}`, headId: inventedId(3) })))
    expect(byId.records[5]).toMatchObject({ householdNumber: 'H5', headIdNumber: null })
    expect(byId.issues.map(({ code, origin }) => [code, origin.column])).toEqual([
      ['household-crowded', '户主身份证号'],
    ])
    // Whose row says 户主 is his own head.
    const byName = await read(people(62, () => ({ head: '李大山' })))
    expect(byName.records[5]).toMatchObject({ headName: null })
    expect(byName.issues[0]).toMatchObject({ facts: { text: '李*山' }, origin: { column: '户主姓名' } })
  })
})

describe('one account of more people than a home or a village collects for', () => {
  const paid = (count: number) =>
    ingestWorkbooks({
      '农村低保人员查询.xlsx': workbookOf(
        sheetOf([
          [...headings, '银行账号'],
          ...people(count, (at) => ({ number: `H${at}` })).map((row) => [...row, '6217000012345678']),
        ]),
      ),
    })

  test('is told and not compared', async () => {
    const { records, issues } = await paid(101)
    expect(new Set(records.map(({ bankAccount }) => bankAccount))).toEqual(new Set([null]))
    expect(issues).toMatchObject([
      {
        code: 'account-crowded',
        facts: { count: 101, people: 101, most: 100, text: '**************78' },
        origin: { row: 2, column: '银行账号' },
      },
    ])
    expect((await paid(100)).records[0]?.bankAccount).toBe('6217000012345678')
  })
})

describe('one id beside more names than one person has', () => {
  const filled = (count: number, ...more: TestCell[][]) =>
    ingestWorkbooks({
      '2026年11月持证残疾人名单.xlsx': workbookOf(
        sheetOf([
          ['姓名', '身份证号', '残疾人证号', '残疾类别', '残疾等级', '乡镇街'],
          ...Array.from({ length: count }, (_, at) => [names(at), inventedId(31), '', '肢体', '一级', '清河镇']),
          ...more,
        ]),
      ),
    })

  test('is nobody’s, and the clerk is told', async () => {
    const { records, issues } = await filled(6)
    expect(records.map(({ name, idNumber }) => [name, idNumber])).toEqual(
      Array.from({ length: 6 }, (_, at) => [names(at), null]),
    )
    expect(issues).toMatchObject([
      {
        code: 'id-crowded',
        facts: { count: 6, people: 6, most: 5 },
        origin: { row: 2, column: '身份证号' },
        department: '残联',
      },
    ])
    expect(JSON.stringify(issues)).not.toContain(inventedId(31))
  })

  test('gives way to the one inside the certificate', async () => {
    const own = ['王某', inventedId(31), `${inventedId(90)}41`, '肢体', '一级', '清河镇']
    const { records } = await filled(6, own)
    expect(records[6]?.idNumber).toMatchObject({ value: inventedId(90), repairs: ['残疾证号'] })
  })

  test('five names are left to be asked about, and one person’s rows are one', async () => {
    const { records } = await filled(
      5,
      ...Array.from({ length: 9 }, () => [names(0), inventedId(31), '', '肢体', '二级', '清河镇']),
    )
    expect(records.every(({ idNumber }) => idNumber?.value === inventedId(31))).toBe(true)
  })
})
