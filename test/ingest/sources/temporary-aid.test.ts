import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)

test('an application that is refused or still looked at is no payment', async () => {
  const rows: TestCell[][] = ['已发放', '审批中', '不予批准', '', '办结'].map((state, at) => [
    '王石',
    id(at),
    '1000',
    '2026-11-03',
    state,
  ])
  const sheet = sheetOf([['姓名', '身份证号', '救助金额', '审批时间', '状态'], ...rows])
  const { records, issues } = await ingestWorkbooks({ '临时救助台账.xlsx': workbookOf(sheet) })
  expect(records.map(({ programmes }) => programmes.join())).toEqual([
    'temporary-aid',
    '',
    '',
    'temporary-aid',
    'temporary-aid',
  ])
  expect(issues.map(({ code }) => code)).not.toContain('unknown-word')
})

test('a payment stays one where the state is how its person fares since', async () => {
  const row = ['王石', id(1), '1000', '2026-10-03', '死亡']
  const sheet = sheetOf([['姓名', '身份证号', '救助金额', '审批时间', '人员状态'], row])
  const { records } = await ingestWorkbooks({ '临时救助台账.xlsx': workbookOf(sheet) })
  expect(records.map(({ programmes }) => programmes)).toEqual([['temporary-aid']])
})

test('a payment may name the head of the household; the person goes first where both are named', async () => {
  const list = async (headings: string[], cells: TestCell[]) => {
    const { records } = await ingestWorkbooks({ '临时救助台账.xlsx': workbookOf(sheetOf([headings, cells])) })
    return records.map(({ name, idNumber }) => [name, idNumber?.value])
  }
  expect(await list(['户主姓名', '户主身份证号', '救助金额'], ['王石', id(1), '1000'])).toEqual([['王石', id(1)]])
  expect(
    await list(['户主姓名', '户主身份证号', '姓名', '身份证号', '救助金额'], ['王石', id(1), '李明', id(2), '1000']),
  ).toEqual([['李明', id(2)]])
})

test('救助类型 says how somebody is helped, and 类别 where it stands alone', async () => {
  const kind = async (headings: string[], cells: TestCell[]) => {
    const sheet = sheetOf([
      ['姓名', '身份证号', ...headings],
      ['王石', id(1), ...cells],
    ])
    const { records } = await ingestWorkbooks({ '临时救助台账.xlsx': workbookOf(sheet) })
    return (records[0] as unknown as { aidKind: string }).aidKind
  }
  expect(await kind(['类别', '救助类型'], ['低保', '先行救助'])).toBe('先行救助')
  expect(await kind(['类别'], ['急难型'])).toBe('急难型')
})

test("the applicant's id stands beside the applicant's name", async () => {
  const sheet = sheetOf([
    ['申请人姓名', '申请人身份证号', '救助金额'],
    ['王石', id(1), '1000'],
  ] satisfies TestCell[][])
  const { records } = await ingestWorkbooks({ '临时救助台账.xlsx': workbookOf(sheet) })
  expect(records.map(({ name, idNumber }) => [name, idNumber?.value])).toEqual([['王石', id(1)]])
})

test('救助对象姓名 goes before 户主姓名', async () => {
  const sheet = sheetOf([
    ['户主姓名', '户主身份证号', '救助对象姓名', '救助对象身份证号', '救助金额'],
    ['王石', id(1), '李明', id(2), '1000'],
  ] satisfies TestCell[][])
  const { records } = await ingestWorkbooks({ '临时救助台账.xlsx': workbookOf(sheet) })
  expect(records.map(({ name, idNumber }) => [name, idNumber?.value])).toEqual([['李明', id(2)]])
})
