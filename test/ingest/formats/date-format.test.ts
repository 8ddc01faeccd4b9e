import { expect, it } from 'vitest'
import { isDateCode, isDateFormat } from '../../../src/ingest/formats/date-format.js'

it.each([
  'yyyy-mm-dd',
  'm/d/yy h:mm',
  '[$-F800]dddd, mmmm dd, yyyy',
  'yyyy"年"m"月"',
  'e"年"m"月"d"日"',
  '上午/下午h时mm分',
  '[DBNum1][$-804]yyyy年m月d日;@',
  'aaaa',
  '[h]:mm d',
])('%s shows a date or time', (code) => {
  expect(isDateCode(code)).toBe(true)
})

it.each([
  'General',
  'G/通用格式',
  '0.00E+00',
  '#,##0_);[Red](#,##0)',
  '"day" 0',
  '\\d0',
  '@',
  '[h]:mm:ss',
  '0"月"',
  '¥#,##0.00',
  '_ * #,##0_ ',
  '[DBNum2]0',
  '',
])('%s shows none', (code) => {
  expect(isDateCode(code)).toBe(false)
})

it('knows the builtin formats that have no code in the file', () => {
  expect([14, 22, 27, 36, 50, 58].map((id) => isDateFormat(id, undefined))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
  ])
  expect([0, 1, 2, 9, 37, 44, 46, 49, 59].some((id) => isDateFormat(id, undefined))).toBe(false)
  expect(isDateFormat(14, '0.00')).toBe(false)
})
