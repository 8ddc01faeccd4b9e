import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, workbookOf } from './sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const read = (file: string, rows: Parameters<typeof sheetOf>[0]) =>
  ingestWorkbooks({ [file]: workbookOf(sheetOf(rows)) }).then(({ unreadRosters }) => unreadRosters)

// Heads in one column of numbers and other people in the next: either may be whom the list is of.
const either = (place: string) => [
  ['乡镇', '户主姓名', '身份证号', '姓名', '身份证号'],
  [place, '张清', id(0), '李小河', id(1)],
  [place, '王石', id(2), '赵明', id(3)],
]

test('a sheet that may be one of two rosters says which, and the townships that its rows name', async () => {
  const [unread, ...others] = await read('农村低保.xlsx', either('石桥乡'))
  expect(others).toEqual([])
  expect(unread).toMatchObject({ file: '农村低保.xlsx', sheet: 'Sheet1', townships: ['石桥乡'] })
  expect(unread?.programmes).toContain('rural-allowance')
})

test('the name of the file names the township as well', async () => {
  expect(await read('清河镇农村低保.xlsx', either(''))).toMatchObject([{ townships: ['清河镇'] }])
})

test('a roster told by its words that lacks a column is one, and what was read or is like no roster is none', async () => {
  const [unread] = await read('农村低保人员查询.xlsx', [
    ['所属街', '姓名', '与户主关系', '救助类型'],
    ['石桥乡', '张清', '户主', '差额'],
  ])
  expect(unread).toMatchObject({ programmes: ['rural-allowance'], townships: ['石桥乡'] })
  const whole = [
    ['所属街', '姓名', '身份证号', '与户主关系'],
    ['石桥乡', '张清', id(0), '户主'],
  ]
  expect(await read('农村低保人员查询.xlsx', whole)).toEqual([])
  expect(
    await read('值班表.xlsx', [
      ['乡镇', '姓名', '电话'],
      ['石桥乡', '张清', '13900000000'],
    ]),
  ).toEqual([])
})
