import { describe, expect, it } from 'vitest'
import { indexesOf } from '../../src/screen/indexes.js'
import { person } from './county.js'

describe('indexesOf', () => {
  it('makes each index once, and not before it is asked for', () => {
    let asked = 0
    const someone = person({ 'registered-poor': {} })
    const counted = new Proxy([someone], {
      get(list, key, self) {
        asked++
        return Reflect.get(list, key, self)
      },
    })
    const indexes = indexesOf(counted)
    expect(asked).toBe(0)
    expect(indexes.byName()(someone.name, someone.place.township)).toEqual([someone])
    expect(indexes.persons()).toBe(indexes.persons())
    expect(indexes.byName()).toBe(indexes.byName())
    expect(indexes.namesakes()).toBe(indexes.namesakes())
    expect(indexes.sharedAccounts()).toBe(indexes.sharedAccounts())
    expect(indexes.pastHouseholds()).toBe(indexes.pastHouseholds())
  })
})
