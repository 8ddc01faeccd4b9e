import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainValue } from '../../src/write/cell-text.js'
import { difference } from '../../src/write/difference.js'

const shown = (left: string, right: string) =>
  difference(left, right).map((side) => side.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''))

describe('difference', () => {
  it.each([
    ['340199195001010017', '340199195001010027', '3401991950010100[1]7', '3401991950010100[2]7'],
    ['34019919500101001', '340199195001010017', '34019919500101001', '34019919500101001[7]'],
    ['王小明', '王晓明', '王[小]明', '王[晓]明'],
    ['', '张三', '', '[张三]'],
  ])('marks %s against %s', (left, right, one, two) => {
    expect(shown(left, right)).toEqual([one, two])
  })

  it('hides equal characters as the setting says and shows those that differ', () => {
    const [left] = difference('340199195001010017', '340199196001010017', 'partial')
    expect(plainValue(left)).toBe('340199**5*****0017')
    const [full] = difference('340199195001010017', '340199195001010017', 'full')
    expect(plainValue(full)).toBe('**************0017')
  })

  it('shows no id against one that has lost its digits', () => {
    const [lost, whole] = difference('340199????????????', '340199195001010017', 'partial')
    expect(plainValue(lost)).toBe('340199????????????')
    expect(plainValue(whole)).toBe('340199********0017')
  })

  it('never loses a character, and marks nothing between equal texts', () => {
    const digits = fc.string({ unit: fc.constantFrom('1', '2', '3', '?'), maxLength: 20 })
    fc.assert(
      fc.property(digits, digits, (left, right) => {
        const [one, two] = difference(left, right)
        expect(plainValue(one)).toBe(left)
        expect(plainValue(two)).toBe(right)
        const same = (side: typeof one) => plainValue(side.filter(({ marked }) => !marked))
        expect(same(one)).toBe(same(two))
        if (left === right) expect(one.every(({ marked }) => !marked)).toBe(true)
      }),
    )
  })
})
