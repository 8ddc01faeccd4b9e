import { expect, test } from 'vitest'
import { byGravity, issueAt, placeWords, rowWords, type Severity, sheetParts } from '../../src/domain/issue.js'

test.each([
  ['名册.xlsx', 'Sheet1', ['名册.xlsx', 'Sheet1']],
  ['2-2026.9.3持证残疾人名单.csv', '2-2026.9.3持证残疾人名单', ['2-2026.9.3持证残疾人名单.csv']],
  ['青禾镇/死亡.csv', '死亡', ['青禾镇/死亡.csv']],
  ['死亡名册.xlsx', '死亡', ['死亡名册.xlsx', '死亡']],
  ['死亡.csv', '', ['死亡.csv']],
])('%s with the sheet %s is called %j', (file, sheet, parts) => expect(sheetParts({ file, sheet })).toEqual(parts))

test('a row is named after its file and sheet', () => {
  expect(rowWords({ file: '名册.xlsx', sheet: 'Sheet1', row: 3 })).toBe('名册.xlsx › Sheet1 第 3 行')
  expect(rowWords({ file: '死亡.csv', sheet: '死亡', row: 3 })).toBe('死亡.csv 第 3 行')
})

test('an issue of a sheet has no row, one of a file no sheet either', () => {
  const ofRow = issueAt({ file: '名册.xlsx', sheet: 'Sheet1', row: 3 }, 'answer-merged')
  expect(ofRow).toMatchObject({ facts: {}, department: null, source: null })
  expect(ofRow.origin).toEqual({ file: '名册.xlsx', sheet: 'Sheet1', row: 3, column: null })
  expect(issueAt({ file: '名册.xlsx', sheet: 'Sheet1' }, 'empty-sheet').origin.row).toBe(0)
  expect(issueAt({ file: '名册.xlsx' }, 'file-copied', { other: '名册(1).xlsx' }).origin.sheet).toBe('')
})

test('the graver comes first', () => {
  const mixed: Severity[] = ['note', 'high', 'low', 'medium', 'high']
  expect(mixed.sort(byGravity)).toEqual(['high', 'high', 'medium', 'low', 'note'])
})

test('a place names sheet, row and column only where there are any', () => {
  const origin = { file: '名册.xlsx', sheet: 'Sheet1', row: 3, column: '证件号码' }
  expect(placeWords(origin)).toBe('名册.xlsx › Sheet1 › 第 3 行 › 证件号码')
  expect(placeWords({ ...origin, column: null })).toBe('名册.xlsx › Sheet1 › 第 3 行')
  expect(placeWords({ ...origin, row: 0, column: null })).toBe('名册.xlsx › Sheet1')
  expect(placeWords({ file: '名册.xlsx', sheet: '', row: 0, column: null })).toBe('名册.xlsx')
})
