import { describe, expect, it } from 'vitest'
import { indexesOf } from '../../src/screen/indexes.js'
import { person } from './county.js'

describe('indexesOf', () => {
  it('makes each index once, and not before it is asked for', () => {
    let walks = 0
    const someone = person({ 'registered-poor': {} })
    const persons = [someone]
    const counted = new Proxy(persons, {
      get(list, key, self) {
        if (key === Symbol.iterator) walks++
        return Reflect.get(list, key, self)
      },
    })
    const indexes = indexesOf(counted)
    expect(walks).toBe(0)
    expect(indexes.byName()(someone.name, someone.place.township)).toEqual([someone])
    expect(walks).toBe(1)
    expect(indexes.byName()).toBe(indexes.byName())
    expect(indexes.namesakes()).toBe(indexes.namesakes())
    expect(indexes.payees()).toBe(indexes.payees())
    expect(indexes.pastHouseholds()).toBe(indexes.pastHouseholds())
    expect(walks).toBe(4)
  })
})
