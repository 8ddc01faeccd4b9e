import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, workbookOf } from '../sheets.js'

const id = inventedId(31)

test.each([
  ['月报.csv', ['村', '死亡人姓名', '死亡人身份证号', '死亡日期']],
  ['月报.csv', ['村', '去世人员姓名', '身份证号', '去世日期']],
  ['月报.csv', ['村', '亡故人员姓名', '亡故人员身份证号码', '亡故时间']],
  ['公安注销.csv', ['村', '姓名', '公民身份号码', '注销日期']],
])("the villages' and the register office's lists of deaths are read: %s %j", async (file, headings) => {
  const sheet = sheetOf([headings, ['东村', '王石', id, '2026-10-03']])
  const { records } = await ingestWorkbooks({ [file]: workbookOf(sheet) })
  expect(records).toMatchObject([{ source: 'deaths', name: '王石', idNumber: { value: id }, diedOn: '2026-10-03' }])
})

test('a list may give the month of death only', async () => {
  const sheet = sheetOf([
    ['死者姓名', '死者身份证号', '死亡月份'],
    ['王石', id, '2026年10月'],
  ])
  const { records, issues } = await ingestWorkbooks({ '死亡月报.csv': workbookOf(sheet) })
  expect(records).toMatchObject([{ diedOn: '2026-10-01' }])
  expect(issues.map(({ code }) => code)).toContain('day-missing')
})
