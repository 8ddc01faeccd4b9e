import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from '../sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

async function enrolled(headings: readonly string[], ...cells: (readonly TestCell[])[]) {
  const rows = cells.map((own, at) => ['王石', id(at), ...own])
  const sheet = sheetOf([['姓名', '身份证号', ...headings], ...rows])
  const { records, issues } = await ingestWorkbooks({ '残疾人两项补贴发放名册.xlsx': workbookOf(sheet) })
  const codes = issues.map(({ code }) => code).filter((code) => code !== 'unknown-township')
  return { who: records.map(({ programmes }) => programmes.join()), codes, records }
}

test('a subsidy that is ticked in place of its amount is paid', async () => {
  const { who, codes, records } = await enrolled(
    ['生活补贴', '护理补贴'],
    ['√', ''],
    ['', '√'],
    ['享受', '是'],
    ['否', '无'],
    ['277', '×'],
    ['0', '277'],
  )
  expect(who).toEqual([
    'living-subsidy',
    'care-subsidy',
    'living-subsidy,care-subsidy',
    '',
    'living-subsidy',
    'care-subsidy',
  ])
  expect(codes).toEqual([])
  expect(records.map((record) => [field(record, 'livingFen'), field(record, 'careFen')]).slice(3)).toEqual([
    [null, null],
    [27_700, null],
    [0, 27_700],
  ])
})

test('a word that is neither amount nor tick pays nothing and is told', async () => {
  expect(await enrolled(['生活补贴', '护理补贴'], ['一级', ''])).toMatchObject({ who: [''], codes: ['not-an-amount'] })
})

test('a row may name both subsidies', async () => {
  const { who, codes } = await enrolled(
    ['补贴类型', '补贴金额'],
    ['困难残疾人生活补贴、重度残疾人护理补贴', '554'],
    ['两项补贴', '554'],
    ['困难残疾人生活补贴（一二级）', '277'],
  )
  expect(who).toEqual(['living-subsidy,care-subsidy', 'living-subsidy,care-subsidy', 'living-subsidy'])
  expect(codes).toEqual([])
})

test('the kind may be called 享受补贴类别', async () => {
  expect(await enrolled(['享受补贴类别', '实发金额'], ['重度护理补贴', '277'])).toMatchObject({
    who: ['care-subsidy'],
    codes: [],
  })
})
