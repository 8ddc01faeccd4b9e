import { describe, expect, it } from 'vitest'
import { settleExactly } from '../../src/match/exact.js'
import { matchPersons } from '../../src/match/match-persons.js'
import { nameBook } from '../../src/match/names/name-form.js'
import { probesAmong } from '../../src/match/probes.js'
import { id, past, type Row, record } from './people.js'

const place = { township: '青禾镇', village: '枣畈村' }
const [before, after] = [id('19520317', '237'), id('19530317', '237')]
const allowance = (number: string): Row => ({ ...place, id: number, name: '汪守田', number: 'NC1001' })
const monitored: Row = { ...allowance(before), number: 'MH1001', source: 'monitored-households', system: 'monitored' }

describe('who is compared beyond equal numbers', () => {
  const earlier = [past(allowance(before), 'pold'), past(monitored, 'pold')]

  // His year of birth was put right in the one system, and with it the number; the other system still has the old one.
  it('somebody who has another number in one roster, and the old one still in another: one question', () => {
    const { persons, questions } = matchPersons({
      records: [record(allowance(after)), record(monitored)],
      duplicates: [],
      past: earlier,
      judgements: [],
      month: '2026-11',
    })
    expect(persons.length).toBe(2)
    expect(questions.map(({ reason }) => reason)).toEqual(['possible-match'])
  })

  const probes = (rows: readonly Row[]) => {
    const book = nameBook()
    return [...probesAmong(settleExactly(rows.map(record), earlier, [], book).units, book)]
  }

  it('somebody who is missing from a roster of this month, but nobody for a roster that did not come', () => {
    const other = { ...place, id: id('19700202', '311'), name: '姚翠云', number: 'NC1002' }
    expect(probes([monitored, other])).toEqual([1, 0])
    expect(probes([monitored])).toEqual([0])
    expect(probes([monitored, allowance(before)])).toEqual([0])
  })

  it('nobody for a list of payments, which has others every month', () => {
    const aid = (row: Row): Row => ({ ...row, source: 'temporary-aid', system: 'temporary-aid' })
    const book = nameBook()
    const rows = [record(monitored), record(aid({ ...place, id: id('19700202', '311'), name: '姚翠云' }))]
    const { units } = settleExactly(rows, [past(aid(allowance(before)), 'pold')], [], book)
    expect([...probesAmong(units, book)]).toEqual([0, 0])
  })
})
