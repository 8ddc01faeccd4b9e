import { describe, expect, test } from 'vitest'
import { columnsEntry, inspectFile } from '../../src/ingest/inspection.js'
import { inventedId, noSettings, sheetOf, type TestCell, workbookOf } from './sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const here = new URL(import.meta.url).pathname

async function inspect(name: string, rows: readonly (readonly TestCell[])[], columns = {}) {
  const open = async () => workbookOf(sheetOf(rows))
  return inspectFile({ path: here, name }, { settings: { ...noSettings, columns }, month: '2026-11', open })
}

async function unread(name: string, rows: readonly (readonly TestCell[])[], columns = {}) {
  const { issues } = await inspect(name, rows, columns)
  return issues.flatMap(({ code, origin, facts }) =>
    code.startsWith('unread-') ? [[code, origin.column, facts.count]] : [],
  )
}

const members = (heading: string, other: (row: number) => string): TestCell[][] => [
  ['姓名', '身份证号', '户主姓名', '村', heading],
  ...[0, 1, 2, 3].map((row) => [`张小${'清河石山'[row]}`, id(row), '张大清', '东街村', other(row)]),
]

describe('a column full of ids that nothing reads', () => {
  test('the heads of a household list: told with the entry that settles it, and read once it stands in doudi.yaml', async () => {
    const rows = members('户长之号', (row) => id(row < 2 ? 0 : 8))
    expect(await unread('农村低保人员.xlsx', rows)).toEqual([['unread-ids', '户长之号', 4]])
    const { sheets, issues } = await inspect('农村低保人员.xlsx', rows)
    expect(issues.find(({ code }) => code === 'unread-ids')).toMatchObject({
      facts: { field: 'headIdNumber', example: '户长之号', source: 'rural-allowance-members' },
      origin: { file: '农村低保人员.xlsx', sheet: 'Sheet1', row: 0 },
      department: '民政',
    })
    const entry = sheets[0] && columnsEntry(sheets[0])
    expect(entry).toEqual({ 'rural-allowance-members': { headIdNumber: '户长之号' } })
    expect(await unread('农村低保人员.xlsx', rows, entry ?? {})).toEqual([])
  })

  test('the ids of a register kept by name', async () => {
    const rows = [
      ['姓名', '类别', '村', '证照登记号'],
      ['张小清', '留守老人', '东街村', id(1)],
      ['李明', '留守老人', '东街村', id(2)],
    ]
    expect(await unread('留守人员登记表.xlsx', rows)).toEqual([['unread-ids', '证照登记号', 2]])
  })

  test('the members of a household list, joined in one cell', async () => {
    const rows = [
      ['户主姓名', '户主身份证号', '家庭人口', '保障人口', '配偶及子女之号'],
      ['张清', id(0), '3', '3', `${id(1)}、${id(2)}`],
      ['李明', id(3), '2', '2', id(4)],
    ]
    expect(await unread('农村低保家庭.xlsx', rows)).toEqual([['unread-ids', '配偶及子女之号', 3]])
  })

  test('one more member of a wide table, whom no entry can name', async () => {
    const rows = [
      ['户主姓名', '户主身份证号', '成员1姓名', '成员1身份证号', '成员2姓名', '成员2身份证号', '幼子之号'],
      ['张清', id(0), '李小河', id(1), '张大清', id(2), id(5)],
      ['王河', id(3), '李河', id(4), '王大清', id(6), id(7)],
    ]
    expect(await unread('农村低保备案表.xlsx', rows)).toEqual([['unread-members', '幼子之号', 2]])
    const { sheets } = await inspect('农村低保备案表.xlsx', rows)
    expect(sheets[0] && columnsEntry(sheets[0])).toBeNull()
  })

  test.each([
    '经办人证照号',
    '帮扶责任人之号',
    '照料者之号',
    '监护人之号',
    '母亲之号',
    '代领人之号',
  ])('%s is somebody else: a note', async (heading) => {
    const rows = members(heading, (row) => id(20 + row))
    expect(await unread('农村低保人员.xlsx', rows)).toEqual([['unread-ids-of-others', heading, 4]])
  })

  test('the guardian of a register that reads guardians', async () => {
    const rows = [
      ['姓名', '身份证号', '类别', '监护人', '监护人之号'],
      ['张小清', id(1), '孤儿', '李明', id(9)],
    ]
    expect(await unread('孤儿名单.xlsx', rows)).toEqual([['unread-ids', '监护人之号', 1]])
  })

  test('one person in all the rows handles them, whatever the heading: a note', async () => {
    const rows: TestCell[][] = [['姓名', '身份证号', '村', '某号']]
    for (let row = 0; row < 12; row++) rows.push(['张清', id(row), '东街村', id(40)])
    expect(await unread('农村低保人员.xlsx', rows)).toEqual([['unread-ids-of-others', '某号', 12]])
  })

  test.each<[string, (row: number) => string]>([
    ['社保号', (row) => id(row)],
    ['账号', (row) => `62178800000${row}`],
    ['备注', (row) => (row === 0 ? id(9) : '正常')],
  ])('%s: nothing to tell', async (heading, other) => {
    expect(await unread('农村低保人员.xlsx', members(heading, other))).toEqual([])
  })
})

describe('a column of words that only one field knows, under a heading that nobody knows', () => {
  const certificates = (heading: string, ...said: readonly string[]): TestCell[][] => [
    ['姓名', '身份证号', '残疾人证号', heading],
    ...said.map((text, row) => [`张小${'清河石山'[row]}`, id(row), `${id(row)}44`, text]),
  ]

  test('is told with the words and the entry that settles it, and read once that stands in doudi.yaml', async () => {
    const rows = certificates('核验结果', '有效', '注销', '有效', '冻结')
    expect(await unread('持证残疾人名单.xlsx', rows)).toEqual([['unread-words', '核验结果', 4]])
    const { sheets, issues } = await inspect('持证残疾人名单.xlsx', rows)
    expect(issues.find(({ code }) => code === 'unread-words')?.facts).toMatchObject({
      words: '有效、冻结、注销',
      column: '证状态',
      field: 'status',
    })
    const entry = sheets[0] && columnsEntry(sheets[0])
    expect(entry).toEqual({ 'disability-certificates': { status: '核验结果' } })
    expect(await unread('持证残疾人名单.xlsx', rows, entry ?? {})).toEqual([])
  })

  test.each<[string, string, ...string[]]>([
    ['what 是 or 正常 answers nobody can tell', '核验结果', '正常', '正常', '是'],
    ['one word that the field does not know', '核验结果', '有效', '注销', '待办'],
    ['a remark says what it likes', '备注', '注销', '注销', '注销'],
    ['the guardian’s', '监护人性别', '男', '女', '男'],
    ['words of two fields: level and category', '核验结果', '肢体二级', '视力一级', '肢体二级'],
  ])('%s: nothing to tell', async (_, heading, ...said) => {
    expect(await unread('持证残疾人名单.xlsx', certificates(heading, ...said))).toEqual([])
  })
})

test('names beside the ids of a wide table that has no names for them', async () => {
  const rows = [
    ['户主姓名', '户主身份证号', '成员1姓名', '成员1身份证号', '家属甲', '成员2身份证号', '开户人'],
    ['张清', id(0), '李小河', id(1), '张大清', id(2), '张清'],
    ['王河', id(3), '李河', id(4), '王大清', id(5), '王河'],
    ['王石', id(6), '李石', id(7), '王大石', id(8), '王石'],
  ]
  expect(await unread('农村低保备案表.xlsx', rows)).toEqual([['unread-members', '家属甲', 3]])
})
