import { describe, expect, test } from 'vitest'
import { backPaidIn } from '../../src/ingest/back-payment-note.js'
import { ingestWorkbooks, inventedId, sheetOf, workbookOf } from './sheets.js'

describe('补发 in a remark of a list of 2026-11', () => {
  test.each([
    ['补发2026年8月', '2026-08'],
    ['补发2026年8-10月', '2026-10'],
    ['补发2026年8月至10月生活补贴', '2026-10'],
    ['补发2025年12月至2026年元月', '2026-01'],
    ['8月份漏发，本次补发8月', '2026-08'],
    ['补发8、9月', '2026-09'],
    ['补发12月', '2025-12'],
    ['补发2026.08', '2026-08'],
    ['补发2026.8-2026.9', '2026-09'],
    ['补发202610', '2026-10'],
    ['补发', '补发'],
    ['补发3个月', '补发'],
    ['补发280元', '补发'],
  ])('%s: %s', (text, paid) => expect(backPaidIn('2026-11')({ text, kind: 'text' }).value).toBe(paid))

  test.each([
    '未补发8月',
    '应补发8月',
    '含补发8月',
    '补发8月差额',
    '本月正常，另补发8月',
    '补发2026年12月',
    '一户多残',
    '',
  ])('%s says nothing of the kind', (text) => expect(backPaidIn('2026-11')({ text, kind: 'text' }).value).toBeNull())
})

test('the remark of a subsidy list is read beside its other columns', async () => {
  const file = '2026年11月重度残疾人护理补贴发放名册.xlsx'
  const sheet = sheetOf([
    ['姓名', '身份证号', '残疾等级', '补贴金额（元）', '备注'],
    ['张清', inventedId(1), '一级', '80', '补发9月'],
    ['李明', inventedId(2), '一级', '80', '本人健在'],
  ])
  const { records } = await ingestWorkbooks({ [file]: workbookOf(sheet) })
  expect(records.map((record) => (record as { backPaid?: string | null }).backPaid)).toEqual(['2026-09', null])
})
