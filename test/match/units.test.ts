import { describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import { settleExactly } from '../../src/match/exact.js'
import { nameBook } from '../../src/match/names/name-form.js'
import type { PastRecord } from '../../src/match/person.js'
import { id, past, record } from './people.js'

const [ann, ben, cat] = [id('19800101'), id('19750202'), id('19900303')] as const

describe('units of a run', () => {
  const rows = [
    record({ id: ann, name: '王芳', row: 9 }),
    record({ id: ben, name: '李强', row: 4 }),
    record({ id: ann, name: '王芳', source: 'disabled' }),
    record({ id: ann, name: '王芳', row: 2 }),
  ]
  const earlier = [past({ id: ben, name: '李强' }, 'pben'), past({ id: cat, name: '赵敏' }, 'pcat')]
  const { units, unitOf } = settleExactly(rows, earlier, [], nameBook())

  it('hold each number once, with its rows in the order of the deliveries', () => {
    expect([...unitOf]).toEqual([0, 1, 0, 0])
    expect(units.length).toBe(3)
    expect(units.at(0)).toMatchObject({ idNumber: ann, at: 0, records: [rows[2], rows[3], rows[0]], past: [] })
    expect(units.at(1)).toMatchObject({ idNumber: ben, at: 1, records: [rows[1]], past: [earlier[0]] })
    expect(units.at(2)).toMatchObject({ idNumber: cat, records: [], past: [earlier[1]], form: { text: '赵敏' } })
  })

  it('show the same when looked at, however many were looked at before', () => {
    for (const i of [2, 0, 1, 0]) expect(units.look(i)).toEqual(units.at(i))
    expect(units.idNumberOf(2)).toBe(cat)
    expect(units.nameOf(1)).toBe(units.at(1).form?.at)
    expect(units.keptAt(1)).toBeNull()
  })

  it('know who has rows of earlier months, and who has no others, whether they are kept or not', () => {
    const { units: some } = settleExactly(rows, earlier, [], nameBook())
    const told = () => [0, 1, 2].map((i) => [some.hasPast(i), some.isGone(i)])
    const right = [
      [false, false],
      [true, false],
      [true, true],
    ]
    expect(told()).toEqual(right)
    for (const i of [0, 1, 2]) some.keep(i)
    expect(told()).toEqual(right)
  })

  it('tell the rosters of rows also after their other keys are forgotten', () => {
    const { units: some } = settleExactly(rows, earlier, [], nameBook())
    const rostersOf = (i: number) => {
      const { keys, items, from, to } = some.rowsAt(i)
      return [...items.subarray(from, to)].map((position) => keys.rosters[position])
    }
    const before = [0, 1, 2].map(rostersOf)
    expect(before.map((list) => list.length)).toEqual([3, 2, 1])
    some.forgetKeys()
    expect([0, 1, 2].map(rostersOf)).toEqual(before)
    expect(some.rowsAt(0).keys.names).toHaveLength(0)
  })

  it('remember what is entered with a kept one, and with no other', () => {
    const again = record({ id: ben, name: '李强' })
    units.at(1).duplicates = [again]
    expect(units.look(1).duplicates).toEqual([])
    units.keep(1).duplicates = [again]
    expect(units.at(1).duplicates).toEqual([again])
    expect(units.look(1)).toBe(units.keep(1))
  })

  it('have their kin whether they are kept or not', () => {
    for (const i of [0, 1]) units.enterKin(i, [cat])
    expect([units.at(0).kin, units.look(1).kin, units.keep(1).kin]).toEqual([[cat], [cat], [cat]])
    units.enterKin(1, [ann])
    expect([units.kinOf(1), units.keep(1).kin, units.kinOf(2)]).toEqual([[ann], [ann], []])
  })
})

describe('units of rows without a usable number', () => {
  const units = (rows: readonly PersonRecord[], earlier: readonly PastRecord[] = []) => {
    const settled = settleExactly(rows, earlier, [], nameBook())
    return Array.from({ length: settled.units.length }, (_, i) => settled.units.at(i))
  }

  it('are one where number and name are letter for letter the same, whatever the roster', () => {
    const cut = `${ann.slice(0, 15)}***`
    const row = (name: string, source: string, village = '东村') => record({ id: cut, name, source, village })
    const rosters = [row('王芳', 'registered-poor'), row('王芳', 'disabled'), row('王芳', 'registered-poor')]
    expect(units(rosters)).toMatchObject([{ idNumber: null, records: [rosters[1], rosters[0], rosters[2]] }])
    expect(units([row('王芳', 'disabled'), row('王方', 'disabled')])).toHaveLength(2)
  })

  it('are one of two villages only where hardly a character of the number is lost', () => {
    const rows = (number: string, villages: readonly (string | null)[]) =>
      villages.map((village, i) =>
        record({ id: number, name: '王芳', ...(village && { village }), source: `list-${i}` }),
      )
    const cut = `${ann.slice(0, 15)}***`
    expect(units(rows(cut, ['东村', '东村']))).toHaveLength(1)
    expect(units(rows(cut, ['东村', '西村']))).toHaveLength(2)
    expect(units(rows(cut, ['东村', null]))).toHaveLength(2)
    expect(units(rows(cut, [null, null]))).toHaveLength(2)
    const mistyped = `${ann.slice(0, 17)}${ann.endsWith('1') ? '2' : '1'}`
    for (const number of [mistyped, ann.slice(0, 17)])
      expect(units(rows(number, ['东村', '西村', null]))).toHaveLength(1)
  })

  it('are as many as there are rows that nothing tells apart, each with one of the month before', () => {
    const row = { id: null, name: '王芳', village: '东村' }
    const [rows, earlier] = [
      [record(row), record(row)],
      [past(row, 'pa'), past(row, 'pb'), past(row, 'pc')],
    ]
    expect(units(rows, earlier)).toMatchObject([
      { records: [rows[0]], past: [earlier[0]] },
      { records: [rows[1]], past: [earlier[1]] },
      { records: [], past: [earlier[2]] },
    ])
  })
})

describe('rows that the reader shows as duplicates', () => {
  const settled = (rows: readonly PersonRecord[], duplicates: readonly PersonRecord[]) => {
    const { units } = settleExactly(rows, [], duplicates, nameBook())
    return Array.from({ length: units.length }, (_, i) => units.at(i))
  }
  const cut = `${ann.slice(0, 15)}***`
  const twice = (source: string, number: string) => record({ id: number, name: '王芳', village: '东村', source })

  it.each([ann, cut])('go with their twin, in whichever roster it is one of several (%#)', (number) => {
    const rows = [twice('disabled', number), twice('registered-poor', number)]
    const again = twice('registered-poor', number)
    expect(settled(rows, [again])).toMatchObject([{ records: rows, duplicates: [again] }])
  })

  it.each([ann, cut])('are rows like any other where their roster has no twin (%#)', (number) => {
    const [row, other] = [twice('disabled', number), twice('registered-poor', number)]
    expect(settled([row], [other])).toMatchObject([{ records: [row, other], duplicates: [] }])
    expect(settled([], [other])).toMatchObject([{ records: [other], duplicates: [] }])
  })
})

describe('the uses of a name', () => {
  it('count a unit once, also one whose rows write it in two ways', () => {
    const rows = [
      record({ id: ann, name: '王小明' }),
      record({ id: ann, name: '王晓明', source: 'registered-poor' }),
      ...Array.from({ length: 7 }, (_, i) => record({ id: id('19600101', `0${10 + i}`), name: '王小明' })),
    ]
    const { nameUses } = settleExactly(rows, [], [], nameBook())
    expect(nameUses.frequencies().share('王小明')).toBe(7 / 8)
  })
})
