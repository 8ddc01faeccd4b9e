import { describe, expect, it } from 'vitest'
import { registerFile } from '../../src/write/register-file.js'
import { person } from '../screen/county.js'
import { monthReport } from './month-report.js'

describe('register.csv', () => {
  it('has one line per person and programme, first type first, and nobody who stands in none', () => {
    const both = person({ 'living-subsidies': { subsidyFen: 27_750 }, 'registered-poor': { povertyState: '返贫' } })
    const gone = person({}, { past: { 'rural-allowance-members': {} } })
    const file = registerFile(monthReport([both, gone]))
    const rows = [...file.rows()].map((row) =>
      Object.fromEntries(file.headings.map((heading, index) => [heading, row[index]])),
    )
    expect(rows).toMatchObject([
      { person_key: both.key, programme: 'registered-poor', detail: '返贫', priority: 1, data_month: '2026-11' },
      { person_key: both.key, programme: 'living-subsidy', amount_yuan: '277.50', id_number: both.idNumber },
    ])
  })
})
