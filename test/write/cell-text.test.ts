import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/write/cell-text.js'

describe('cell text', () => {
  it.each([
    ['a\u0000b\u001fc', 'abc'],
    ['第一行\n第二行\t', '第一行\n第二行\t'],
    ['\uD800坏\uDC00', '\uFFFD坏\uFFFD'],
    ['𬱖', '𬱖'],
    ['=1+1', '=1+1'],
  ])('%j becomes %j', (text, clean) => {
    expect(cellText(text)).toBe(clean)
  })

  it('is cut to what a cell holds, and says so', () => {
    expect(cellText('长'.repeat(32_767))).toHaveLength(32_767)
    const cut = cellText('长'.repeat(32_768))
    expect(cut.length).toBeLessThanOrEqual(32_767)
    expect(cut.endsWith('（过长，已截断）')).toBe(true)
  })
})
