import { describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import { isSlipOf } from '../../src/match/torn-households.js'
import { id, match, type Row, record } from './people.js'

const [head, wife, son] = [id('19500101'), id('19520202', '002'), id('19800303', '003')]

// Households as `number: members`.
function households(rows: readonly PersonRecord[]): readonly string[] {
  return match(rows).households.map(({ number, members }) => `${number}: ${members.length}`)
}

describe('the same household number, but for a slip', () => {
  it.each([
    ['NC100', 'NC109'],
    ['NC100', 'NC10'],
    ['NC100', 'C100'],
    ['NC120', 'NC210'],
    ['NC100', 'NC1007'],
  ])('%s and %s', (a, b) => {
    expect([isSlipOf(a, b), isSlipOf(b, a)]).toEqual([true, true])
  })

  it.each([
    ['NC100', 'NC100'],
    ['NC100', 'NC199'],
    ['NC100', 'NC1'],
    ['NC123', 'NC312'],
    ['', 'NC1'],
  ])('not %s and %s', (a, b) => {
    expect([isSlipOf(a, b), isSlipOf(b, a)]).toEqual([false, false])
  })
})

describe('one head under two numbers', () => {
  const row = (more: Row) => record({ headId: head, ...more })
  const listed = (more: Row) => row({ source: 'rural-allowance-households', ...more })
  const family = (number: string) => [
    row({ id: head, number, relation: '户主' }),
    row({ id: wife, name: '李秀英', number, relation: '配偶' }),
  ]

  it('is one household where the two exports number it otherwise, by the number of most rows', () => {
    expect(households([listed({ id: head, number: 'A9' }), ...family('B1')])).toEqual(['B1: 2'])
  })

  it('is one household where a member stands apart', () => {
    const apart = row({ id: son, name: '王小军', number: 'B7', relation: '之子' })
    expect(households([...family('B1'), apart])).toEqual(['B1: 3'])
  })

  it('is two where one export lists the head under both', () => {
    const again = row({ id: head, number: 'B7', relation: '户主' })
    expect(households([...family('B1'), again])).toEqual(['B1: 2', 'B7: 1'])
  })
})

describe('a household without its head', () => {
  const poor = (more: Row, householdSize: number | null = 3) => ({
    ...record({ source: 'registered-poor', system: 'registered-poor', township: '甲镇', village: '东村', ...more }),
    householdSize,
  })
  const first = (number: string, more: Row = {}) => poor({ id: head, number, relation: '户主', ...more })
  const second = (number: string, more: Row = {}) =>
    poor({ id: wife, name: '李秀英', number, relation: '配偶', ...more })
  const third = (number: string, more: Row = {}) => poor({ id: son, name: '王小军', number, relation: '之子', ...more })

  it('is part of the one whose number differs by a slip and whose size has room for it', () => {
    expect(households([first('P100'), second('P100'), third('P109')])).toEqual(['P100: 3'])
    expect(households([first('P109'), second('P100'), third('P100')])).toEqual(['P109: 3'])
  })

  it.each([
    ['of another village', third('P109', { village: '西村' })],
    ['with another number', third('P555')],
    ['of another size', { ...third('P109'), householdSize: 4 }],
  ])('stands by itself %s', (_, apart) => {
    expect(households([first('P100'), second('P100'), apart])).toHaveLength(2)
  })

  it('stands by itself where the other one is complete, or lists the same person', () => {
    const rows = [first('P100'), second('P100')].map((row) => ({ ...row, householdSize: 2 }))
    expect(households([...rows, { ...third('P109'), householdSize: 2 }])).toHaveLength(2)
    expect(households([first('P100'), second('P100'), second('P109')])).toHaveLength(2)
  })

  it('stands by itself where two households would do', () => {
    const other = { id: id('19600601', '005'), name: '赵大' }
    expect(households([first('P100'), first('P108', other), third('P109')])).toHaveLength(3)
  })

  it('is known by its place in the sheet where no size is stated', () => {
    const rows = (last: number) => [
      { ...first('P100', { row: 5 }), householdSize: null },
      { ...third('P109', { row: last }), householdSize: null },
    ]
    expect(households(rows(6))).toEqual(['P100: 2'])
    expect(households(rows(7))).toHaveLength(2)
  })

  it('is not looked for in rows that tell no relation', () => {
    const rows = [first('P100'), poor({ id: son, name: '王小军', number: 'P109' })]
    expect(households(rows)).toHaveLength(2)
  })
})
