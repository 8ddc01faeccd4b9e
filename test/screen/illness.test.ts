import { describe, expect, it } from 'vitest'
import { rowsOfGraveIllness } from '../../src/screen/illness.js'
import { person } from './county.js'

describe('rowsOfGraveIllness', () => {
  it.each([
    ['患有大病', true],
    ['重病', true],
    ['长期慢性病', false],
    ['健康', false],
    [null, false],
  ])('%s: %s', (health, grave) => {
    expect(rowsOfGraveIllness(person({ 'registered-poor': { health } }))).toHaveLength(grave ? 1 : 0)
  })

  it('looks at 低保, the poverty rosters and 低保边缘, at certain rows and at who is supported', () => {
    const health = '大病'
    const ill = person({
      'urban-allowance-members': { health },
      'marginal-members': { health },
      'monitored-households': { health: '健康' },
    })
    expect(rowsOfGraveIllness(ill).map(({ source }) => source)).toEqual(['urban-allowance-members', 'marginal-members'])
    expect(rowsOfGraveIllness(person({ 'registered-poor': { health } }, { linked: 'probable' }))).toEqual([])
  })
})
