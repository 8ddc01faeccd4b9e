import { describe, expect, it } from 'vitest'
import { lineCount, textWidth } from '../../src/write/text-size.js'

describe('text size', () => {
  it.each([
    ['低保', 2],
    ['abcd', 2],
    ['第12行', 3],
    ['𬱖', 1],
    ['—（）', 3],
  ])('%s is %d characters wide', (text, width) => {
    expect(textWidth(text)).toBe(width)
  })

  it('counts wrapped lines and line breaks', () => {
    expect(lineCount('', 5)).toBe(1)
    expect(lineCount('一二三四', 5)).toBe(1)
    expect(lineCount('一二三四五六七八九', 5)).toBe(3)
    expect(lineCount('一\n\n二', 5)).toBe(3)
  })

  it('moves a run of letters and digits to the next line as a whole, and cuts one longer than a line', () => {
    expect(lineCount('农村低保_20261102.xlsx第9行', 8)).toBe(3)
    expect(lineCount('一二abcdefghijklmnopqrstuvwxyz', 5)).toBe(4)
  })
})
