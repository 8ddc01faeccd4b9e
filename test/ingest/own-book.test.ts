import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from './sheets.js'

const asked = ['序号', '线索编号', '姓名', '公民身份号码', '死亡证明\n/注销日期', '核查结论']
const improper = (headings: readonly string[], ...rows: (readonly TestCell[])[]) =>
  sheetOf([['疑似错保（死亡、重复享受）核查表'], headings, ...rows], { name: '错保' })
const roster = sheetOf([
  ['姓名', '身份证号', '户主身份证号', '与户主关系', '乡镇', '户月保障金额'],
  ['李明', inventedId(2), '', '本人', '清河镇', '420'],
])

async function readBeside(...sheets: Parameters<typeof workbookOf>) {
  return ingestWorkbooks({ '清河镇.xlsx': workbookOf(...sheets), '农村低保人员.xlsx': workbookOf(roster) })
}

test('nobody is dead because a check sheet of ours, which asks, lies among the rosters', async () => {
  const sheet = improper([...asked, '行标识(请勿改动)'], ['1', '202611-C01-0001', '王石', inventedId(3), '2026-11-02'])
  const { records, rejectedFiles, hashes } = await readBeside(sheet)
  expect(records.map(({ source, name }) => [source, name])).toEqual([['rural-allowance-members', '李明']])
  expect(rejectedFiles.map(({ file, issue }) => [file, issue.code])).toEqual([['清河镇.xlsx', 'own-book']])
  expect([...hashes.keys()]).toContain('清河镇.xlsx')
})

test('a book of ours is told by its case numbers where the row keys were deleted, and no other sheet of it is read', async () => {
  const list = improper(asked, ['1', '202611-C01-0001', '王石', inventedId(3), '2026-11-02'])
  const deaths = sheetOf(
    [
      ['逝者姓名', '逝者证件号', '死亡日期'],
      ['张清', inventedId(1), '2026-10-01'],
    ],
    { name: '火化' },
  )
  const { records, rejectedFiles } = await readBeside(deaths, list)
  expect(records.map(({ name }) => name)).toEqual(['李明'])
  expect(rejectedFiles.map(({ issue }) => issue.code)).toEqual(['own-book'])
})

test('a list of an office that numbers its leads otherwise is read', async () => {
  const list = sheetOf(
    [
      ['线索编号', '逝者姓名', '逝者证件号', '死亡日期'],
      ['2026-17', '张清', inventedId(1), '2026-10-01'],
    ],
    { name: '火化' },
  )
  const { records } = await readBeside(list)
  expect(records.map(({ name }) => name).sort()).toEqual(['张清', '李明'])
})
