import { describe, expect, it } from 'vitest'
import { wordBytes } from '../../../../src/ingest/formats/xlsx/byte-cursor.js'
import { StringTable } from '../../../../src/ingest/formats/xlsx/string-table.js'

/** A table of these texts, taken over as bytes from one stretch, as the scanner does. */
function tableOf(texts: readonly string[]): StringTable {
  const table = new StringTable()
  const bytes = Buffer.from(`${texts.map((text) => `${text}<`).join('')}....`)
  let at = 0
  for (const text of texts) {
    const size = Buffer.byteLength(text)
    table.addBytes(wordBytes(bytes), at, at + size)
    at += size + 1
  }
  return table
}

describe('StringTable', () => {
  const texts = [
    ...[
      '',
      '1',
      '12',
      '是',
      '张三',
      '欧阳修文',
      '一二三四五',
      '340199199001011234',
      '34019919900101123X',
      '𠮷田',
      'é',
      '（甲），乙。',
    ],
    ...['城关镇红旗村12组3号', '光', `长${'a1'.repeat(300)}文`, '\uE000', '\uFFFD', '한국어', 'ab  ', ' '],
  ]

  it('gives every string the first time, the second and the third', () => {
    const table = tableOf(texts)
    for (let time = 0; time < 3; time++) expect(texts.map((_, i) => table.at(i))).toEqual(texts)
  })

  it('keeps strings beyond one block, longer than a block, and added as strings between them', () => {
    const many = Array.from({ length: 70_000 }, (_, i) => `城关镇${i}号`)
    const long = '长'.repeat(400_000)
    const table = tableOf([...many, long])
    table.add('文')
    expect(many.every((text, i) => table.at(i) === text)).toBe(true)
    expect(table.at(many.length) === long).toBe(true)
    expect(table.at(many.length + 1)).toBe('文')
    expect(table.length).toBe(many.length + 2)
  })

  it('has nothing at a position that is none', () => {
    const table = tableOf(['甲', '乙'])
    expect([-1, 2, 0.5, Number.NaN, 1024].map((index) => table.at(index))).toEqual(Array(5).fill(undefined))
  })
})
