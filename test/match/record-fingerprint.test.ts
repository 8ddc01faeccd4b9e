import { describe, expect, it } from 'vitest'
import { recordFingerprint } from '../../src/match/record-fingerprint.js'
import { id, match, past, personWith, type Row, record } from './people.js'

describe('the fingerprint of a row', () => {
  const alike = (row: Parameters<typeof record>[0]) =>
    recordFingerprint(record({ ...row, number: 'A1' })) === recordFingerprint(record({ ...row, number: 'B7' }))
  const number = id('19800101')

  it('leaves the household out where name and number tell who it is, and takes it in where they do not', () => {
    expect(alike({ id: number })).toBe(true)
    expect(alike({ id: `${number.slice(0, 14)}****` })).toBe(true)
    expect(alike({ id: `${number.slice(0, 6)}********${number.slice(14)}` })).toBe(true)
    // Born in one year are several of a name.
    expect(alike({ id: `${number.slice(0, 10)}********` })).toBe(false)
    expect(alike({ id: null })).toBe(false)
    expect(alike({ id: id('19800101'), name: null })).toBe(false)
  })
})

describe('somebody without a usable number who was judged to be one who has it', () => {
  const number = id('19520317', '237')
  const home = { name: '汪守田', township: '青禾镇', village: '枣畈村' }
  const destitute: Row = { ...home, id: number, number: 'TK1', source: 'destitute-persons', system: 'destitute' }
  const listed = (idNumber: string | null, household: string): Row => ({ ...home, id: idNumber, number: household })
  const yearOnly = (whole: string) => `${whole.slice(0, 10)}********`

  // Judged in the first month, and named in the second by the row that was judged or by a namesake of the village.
  function secondMonth(judged: Row, now: readonly Row[]) {
    const first = [judged, destitute].map(record)
    const matched = match(first)
    const [left, right] = first.map((row) => personWith(matched, row).key) as [string, string]
    const judgements = [{ left, right, verdict: 'same', who: '甲', when: '2026-10-20', why: '' } as const]
    const rows = [...now, destitute].map(record)
    const kept = [past(judged, right), past(destitute, right)]
    const second = match(rows, { judgements, past: kept })
    const person = personWith(second, rows.at(-1) as (typeof rows)[number])
    return {
      first: match(first, { judgements }).persons.length,
      rows: person.links.map(({ record: row }) => row.householdNumber),
    }
  }

  it('is that person as long as the row is there', () => {
    for (const idNumber of [null, yearOnly(number)])
      expect(secondMonth(listed(idNumber, 'NC1'), [listed(idNumber, 'NC1')])).toEqual({
        first: 1,
        rows: ['TK1', 'NC1'],
      })
  })

  it('makes no other one of the name that person, whether beside him or in his place', () => {
    for (const idNumber of [null, yearOnly(id('19520611', '019'))])
      for (const more of [[], [listed(idNumber, 'NC1')]])
        expect(secondMonth(listed(idNumber, 'NC1'), [...more, listed(idNumber, 'NC2')]).rows).not.toContain('NC2')
  })
})
