import { expect, it } from 'vitest'
import { blockingViews } from '../../src/match/blocking-view.js'
import { settleExactly } from '../../src/match/exact.js'
import { nameBook } from '../../src/match/names/name-form.js'
import type { Units } from '../../src/match/units.js'
import { id, record } from './people.js'

it('takes the kin of a unit as they are: nearly all rules ask for other things, of units that have thousands', () => {
  const book = nameBook()
  const { units } = settleExactly([record({ id: id('19800101') })], [], [], book)
  let asked = 0
  const kin = new Proxy([id('19750202')], {
    get: (ids, key) => {
      asked++
      return Reflect.get(ids, key)
    },
  })
  const watched: Units = Object.assign(Object.create(units), { kinOf: () => kin })
  const view = blockingViews(watched, book)(0)
  expect(asked).toBe(0)
  expect([...view.kin]).toEqual([id('19750202')])
})
