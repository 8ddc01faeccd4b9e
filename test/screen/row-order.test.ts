import { describe, expect, it } from 'vitest'
import { householdsInRowOrder, personsInRowOrder } from '../../src/screen/row-order.js'
import { household, person } from './county.js'

describe('personsInRowOrder', () => {
  it('goes by the first row, and puts who has none behind, by last month’s', () => {
    const gone = (index: number) => person({}, { past: { 'registered-poor': { index } } })
    const here = (...rows: number[]) => person({ 'registered-poor': rows.map((index) => ({ index })) })
    const [late, early, left, leftFirst] = [here(7), here(3, 9), gone(4), gone(1)]
    expect(personsInRowOrder([late, left, early, leftFirst])).toEqual([early, late, leftFirst, left])
  })

  it('loses nobody whose rows have the same place, and keeps their order', () => {
    const same = [1, 2, 3].map(() => person({ 'registered-poor': { index: 5 } }))
    expect(personsInRowOrder(same)).toEqual(same)
    expect(personsInRowOrder([])).toEqual([])
  })
})

describe('householdsInRowOrder', () => {
  it('goes by the first row', () => {
    const home = (index: number) =>
      household('registered-poor', [person({ 'registered-poor': { index } })])[0]?.households[0]
    const [late, early] = [home(8), home(2)]
    if (!late || !early) throw new Error('A household of one has a household')
    expect(householdsInRowOrder([late, early])).toEqual([early, late])
  })
})
