import { describe, expect, it } from 'vitest'
import { changesOf, keepKeys } from '../../src/match/person-key.js'
import { addPast, emptyUnit, type Unit } from '../../src/match/unit.js'
import { id, past } from './people.js'

const wang = id('19800101')

let count = 0

// A unit whose earlier rows carry these keys.
function carrying(idNumber: string | null, ...keys: readonly string[]): Unit {
  const unit = emptyUnit(idNumber)
  unit.at = count++
  for (const key of keys) addPast(unit, past({ id: idNumber }, key))
  return unit
}

describe('a person with several earlier keys', () => {
  it.each([
    ['of the unit that stands for it', [carrying(wang, 'pb'), carrying(null, 'pa', 'pa')], 'pb'],
    ['of that unit, whoever else carries it', [carrying(wang, 'pb'), carrying(null, 'pb', 'pa', 'pa')], 'pb'],
    ['the most rows carry', [carrying(wang, 'pa', 'pb', 'pb')], 'pb'],
    ['that comes first, where all else is even', [carrying(wang, 'pb', 'pa')], 'pa'],
  ])('keeps the one %s', (_, person, kept) => {
    expect(keepKeys([person]).keyOf(person)).toBe(kept)
  })

  it('tells which of the others ended with it, and which somebody else keeps', () => {
    const person = [carrying(wang, 'pa', 'pa', 'pb', 'pc')]
    const kept = keepKeys([person, [carrying(null, 'pc')]])
    expect(changesOf(person, 'pa', kept)).toEqual([
      { kind: 'merged', from: 'pb', to: 'pa' },
      { kind: 'split', from: 'pc', to: 'pa' },
    ])
  })
})

describe('several people with one earlier key', () => {
  it.each([
    ['the one with a usable number', [carrying(wang, 'pa')], [carrying(null, 'pa', 'pa')]],
    ['one with a number in any of its units', [carrying(null, 'pa'), carrying(wang)], [carrying(null, 'pa', 'pa')]],
    ['the one with the most rows', [carrying(null, 'pa', 'pa')], [carrying(null, 'pa')]],
  ])('leave it to %s, whoever is listed first', (_, owner, other) => {
    for (const persons of [
      [owner, other],
      [other, owner],
    ]) {
      const kept = keepKeys(persons)
      expect([kept.keyOf(owner), kept.keyOf(other)]).toEqual(['pa', null])
    }
  })
})
