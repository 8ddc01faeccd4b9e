import { describe, expect, test } from 'vitest'
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

describe('a monthly report of births, deaths and removals', () => {
  const events = (kind: string) =>
    sheetOf([
      ['村', '姓名', '身份证号', kind, '变动日期', '备注'],
      ['东村', '王石', id, '死亡', '2026-10-03', ''],
      ['东村', '李明月', inventedId(32), '迁出', '2026-10-05', '外嫁'],
      ['东村', '赵小河', inventedId(33), '出生', '2026-10-09', ''],
    ])

  test.each([
    ['人口变动月报.csv', '变动类型'],
    ['10月出生死亡迁移名单.csv', '变动原因'],
    ['公安注销.csv', '注销原因'],
  ])('tells of the deaths alone: %s %s', async (file, kind) => {
    const { records } = await ingestWorkbooks({ [file]: workbookOf(events(kind)) })
    expect(records.map(({ programmes, name }) => [name, ...programmes])).toEqual([
      ['王石', 'death'],
      ['李明月'],
      ['赵小河'],
    ])
  })

  test.each([
    '人口变动月报.csv',
    '死亡迁出名单.csv',
    '死亡名单.csv',
  ])('is not read where no column is known to say who died: %s', async (file) => {
    const { records, issues } = await ingestWorkbooks({ [file]: workbookOf(events('情形')) })
    expect(records).toEqual([])
    expect(issues.map(({ code }) => code)).toContain('missing-column')
  })

  test('is a list of deaths where its sheet says so and nobody else is in it', async () => {
    const sheet = sheetOf([
      ['死亡人员名单', null, null],
      ['姓名', '身份证号', '死亡日期'],
      ['王石', id, '2026-10-03'],
    ])
    const { records } = await ingestWorkbooks({ '人口变动月报.csv': workbookOf(sheet) })
    expect(records).toMatchObject([{ name: '王石', programmes: ['death'] }])
  })
})
