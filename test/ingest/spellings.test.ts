import { expect, test } from 'vitest'
import { spellings } from '../../src/ingest/spellings.js'

test('every choice of every bracket, the first ones first', () => {
  expect(spellings('[停保|停发][月份|时间]')).toEqual(['停保月份', '停保时间', '停发月份', '停发时间'])
})

test('an empty alternative leaves its part out; round brackets are text', () => {
  expect(spellings('[最初|]享受月', '家庭人口(数)')).toEqual(['最初享受月', '享受月', '家庭人口(数)'])
})
