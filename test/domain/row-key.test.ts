import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRowKey, rowKey, type ShownCell, shownHash } from '../../src/domain/row-key.js'

describe('row key', () => {
  it('reads back what it wrote, whatever the subject', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).map((text) => `${text.trim()}x`),
        (subject) => {
          fc.pre(!/[\n\r\u2028\u2029]/.test(subject))
          const key = parseRowKey(rowKey(subject, '2026-11', [['姓名', 'a']]))
          expect(key).toMatchObject({ subject: subject.trim(), month: '2026-11' })
        },
      ),
    )
  })

  it('changes with a shown value and with the column it stands in', () => {
    const hash = shownHash([
      ['姓名', '甲'],
      ['户主', '乙'],
    ])
    expect(
      shownHash([
        ['姓名', '甲'],
        ['户主', '丙'],
      ]),
    ).not.toBe(hash)
    expect(
      shownHash([
        ['姓名', '乙'],
        ['户主', '甲'],
      ]),
    ).not.toBe(hash)
    expect(
      shownHash([
        ['姓名', '甲乙'],
        ['户主', ''],
      ]),
    ).not.toBe(hash)
  })

  const row: ShownCell[] = [
    ['序号', '3'],
    ['户主\n户编号', '甲\nNC001'],
    ['涉及金额\n(估,元)', '1234.5'],
    ['号码', '340199********0017'],
  ]
  it.each<[string, ShownCell[]]>([
    ['columns moved', [...row].reverse()],
    ['rows numbered anew', [['序号', '17'], ...row.slice(1)]],
    ['line ends taken away', row.map(([heading, text]) => [heading.replace(/\n/g, ' '), text.replace(/\n/g, '')])],
    ['an amount written out', row.map(([heading, text]) => [heading, text === '1234.5' ? '1,234.50' : text])],
    ['an empty column put in', [...row, ['', ''], ['备用', '']]],
  ])('stays the same with %s', (_, changed) => expect(shownHash(changed)).toBe(shownHash(row)))

  it.each(['', '202611-L01-0001', 'x#2026-11#zzzzzzzz', '3.4E+17'])('refuses %j', (text) => {
    expect(parseRowKey(text)).toBeNull()
  })
})
