import { describe, expect, it } from 'vitest'
import { amountRows } from '../../src/write/amount-ledger.js'
import { idFor, person, standards } from '../screen/county.js'
import { monthReport } from './month-report.js'

const paid = (before: number, after: number, i = 0) => {
  const row = (amountFen: number) => ({ 'rural-allowance-members': { amountFen, householdNumber: `D${i}` } })
  const birth = `19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 10}`
  return person(row(after), { past: row(before), idNumber: idFor(birth, i), name: `人${i}` })
}
const raised = standards.map((row) => (row.key === 'subsistence.rural' ? { ...row, from: '2026-11', value: 760 } : row))
const both = [...standards, ...raised.filter(({ from }) => from === '2026-11')]

describe('amountRows', () => {
  it('has a line for every household in an ordinary month and under few raises', () => {
    expect(amountRows(monthReport([paid(42_000, 40_000), paid(100, 200, 1)]), 'amount')).toMatchObject([
      { households: 1, before: 420, after: 400, note: '' },
      { households: 1, before: 1, after: 2 },
    ])
  })

  it('sums a large county’s raises of a new standard by township, and still lists who got less', () => {
    const people = Array.from({ length: 2_100 }, (_, i) => paid(42_000, i === 7 ? 30_000 : 46_000, i))
    const rows = amountRows(monthReport(people, { standards: both }), 'amount')
    expect(rows).toMatchObject([
      { households: 1, before: 420, after: 300 },
      { households: 2_099, before: 2_099 * 420, after: 2_099 * 460, village: null },
    ])
    expect(rows[1]?.note).toContain('标准由 700 调为 760')
  })
})
