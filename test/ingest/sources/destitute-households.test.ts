import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const headings = [
  '户主姓名',
  '户主身份证号',
  '特困人员（数）',
  '供养方式',
  '基本生活总费用（元）',
  '低保（特困）证号',
  '家庭成员姓名',
  '家庭成员身份证号',
]
const household = (at: number, names: string, ids: string): TestCell[] => [
  '王石',
  id(at),
  '1',
  '分散供养',
  '1140',
  `T${at}`,
  names,
  ids,
]
const list = (...rows: TestCell[][]) => workbookOf(sheetOf([headings, ...rows]))
const who = async (sheets: Parameters<typeof ingestWorkbooks>[0]) =>
  (await ingestWorkbooks(sheets)).records.map(({ source, name, programmes }) => [source, name, programmes.join()])

test('the head is the supported person, and no member of the family', async () => {
  const file = '特困人员家庭查询_20261103.xlsx'
  const one = [
    ['destitute-households', '王石', 'destitute'],
    ['destitute-households', '李明', ''],
  ]
  expect(await who({ [file]: list(household(1, '李明', id(2))) })).toEqual(one)
  expect(await who({ [file]: list(household(1, '', '')) })).toEqual(one.slice(0, 1))
  expect(await who({ [file]: list(household(1, '李明、赵小河', `${id(2)}、${id(3)}`)) })).toEqual([
    ...one,
    ['destitute-households', '赵小河', ''],
  ])
})

test('the person export says who is supported where it has the household', async () => {
  const persons = workbookOf(
    sheetOf([
      ['姓名', '身份证号', '户主身份证号', '低保（特困）证号'],
      ['王石', id(1), '', 'T1'],
    ]),
  )
  const sheets = { '特困人员人员查询.xlsx': persons, '特困人员家庭查询.xlsx': list(household(1, '李明', id(2))) }
  expect(await who(sheets)).toEqual([
    ['destitute-households', '王石', ''],
    ['destitute-households', '李明', ''],
    ['destitute-persons', '王石', 'destitute'],
  ])
})

test('a list of persons with a relation stays one, though no head stands among his members', async () => {
  const sheet = sheetOf([
    ['户主姓名', '户主身份证号', '家庭成员姓名', '家庭成员身份证号', '与户主关系'],
    ['王石', id(1), '李明', id(2), '弟'],
  ])
  expect(await who({ '特困人员名册.xlsx': workbookOf(sheet) })).toEqual([['destitute-persons', '李明', 'destitute']])
})
