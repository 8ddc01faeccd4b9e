import { expect, it } from 'vitest'
import { livesAlone } from '../../src/screen/lives-alone.js'
import { household, person } from './county.js'

const poor = (...rows: readonly object[]) => person({ 'registered-poor': rows, 'rural-allowance-members': {} })
const alone = (...rows: readonly object[]) => household('registered-poor', [poor(...rows)])[0]

it('is true of who is the only one of every household that lists them', () => {
  const one = alone({})
  expect(one && livesAlone(one)).toBe(true)
  if (one) household('rural-allowance', [one])
  expect(one && livesAlone(one)).toBe(true)
  if (one) household('marginal', [one, poor({})])
  expect(one && livesAlone(one)).toBe(false)
})

it('does not believe a household that states more members than it lists, in any of its rows', () => {
  const stating = (...sizes: readonly (number | null)[]) => alone(...sizes.map((householdSize) => ({ householdSize })))
  for (const [sizes, is] of [
    [[1], true],
    [[null, 1], true],
    [[2], false],
    [[1, 2], false],
  ] as const) {
    const one = stating(...sizes)
    expect(one && livesAlone(one), `${sizes}`).toBe(is)
  }
})

it('is not known of who stands in no household', () => {
  expect(livesAlone(poor({}))).toBe(false)
})
