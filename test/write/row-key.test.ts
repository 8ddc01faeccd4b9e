import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRowKey, rowKey } from '../../src/write/row-key.js'

describe('row key', () => {
  it('reads back what it wrote, whatever the subject', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).map((text) => `${text.trim()}x`),
        (subject) => {
          fc.pre(!/[\n\r\u2028\u2029]/.test(subject))
          const key = parseRowKey(rowKey(subject, '2026-11', ['a', 1, null]))
          expect(key).toMatchObject({ subject: subject.trim(), month: '2026-11' })
        },
      ),
    )
  })

  it('changes with a shown value and with its place', () => {
    const key = rowKey('202611-L01-0001', '2026-11', ['甲', '乙'])
    expect(rowKey('202611-L01-0001', '2026-11', ['甲', '丙'])).not.toBe(key)
    expect(rowKey('202611-L01-0001', '2026-11', ['甲乙', ''])).not.toBe(key)
  })

  it.each(['', '202611-L01-0001', 'x#2026-11#zzzzzzzz', '3.4E+17'])('refuses %j', (text) => {
    expect(parseRowKey(text)).toBeNull()
  })
})
