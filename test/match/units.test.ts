import { describe, expect, it } from 'vitest'
import { settleExactly } from '../../src/match/exact.js'
import { nameBook } from '../../src/match/names/name-form.js'
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
    expect(units.formOf(1)?.text).toBe('李强')
  })

  it('remember what is entered with a kept one, and with no other', () => {
    units.at(1).kin = [cat]
    expect(units.look(1).kin).toEqual([])
    units.keep(1).kin = [ann]
    expect(units.at(1).kin).toEqual([ann])
    expect(units.look(1)).toBe(units.keep(1))
  })
})
