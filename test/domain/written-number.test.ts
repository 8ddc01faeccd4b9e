import { describe, expect, it } from 'vitest'
import { accountDigits, phoneNumbers } from '../../src/domain/written-number.js'

describe('accountDigits', () => {
  it.each([
    ['6217000000001234', '6217000000001234'],
    ['6217 0000 0000-1234', '6217000000001234'],
    ['农商行 6217000000001234（本人）', '6217000000001234'],
    ['12345678', '12345678'],
    ['1234567', null],
    ['1'.repeat(16), null],
    [`1${'2'.repeat(30)}`, null],
    ['6217********1234', null],
    ['6217000000001234、6228000000005678', null],
    ['无卡', null],
    [null, null],
  ])('of %s: %s', (text, digits) => expect(accountDigits(text)).toBe(digits))
})

describe('phoneNumbers', () => {
  it.each([
    ['13800001234', ['13800001234']],
    ['+86 138 0000 1234', ['13800001234']],
    ['13800001234、0551-6543210', ['13800001234', '05516543210']],
    ['13800001234/138****5678', ['13800001234']],
    ['6543210', ['6543210']],
    ['138****1234', []],
    ['00000000000', []],
    ['123456', []],
    ['无电话', []],
    [null, []],
  ])('of %s: %j', (text, numbers) => expect(phoneNumbers(text)).toEqual(numbers))
})
