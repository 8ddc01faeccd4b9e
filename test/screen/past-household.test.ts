import { describe, expect, it } from 'vitest'
import { pastHouseholds } from '../../src/screen/past-household.js'
import { idFor, intact, person } from './county.js'

const past = (fields: object, idNumber?: string) =>
  person({}, { past: { 'rural-allowance-members': fields }, ...(idNumber ? { idNumber } : {}) })

describe('pastHouseholds', () => {
  it('gathers by household number', () => {
    const [a, b, c] = [
      past({ householdNumber: 'D1' }),
      past({ householdNumber: 'D1' }),
      past({ householdNumber: 'D2' }),
    ]
    const households = pastHouseholds([a, b, c])
    expect(households.get(a)).toMatchObject({ key: 'rural-allowance:D1', members: [a, b] })
    expect(households.get(c)?.members).toEqual([c])
  })

  it('gathers by head where there is no number; a row without a head is the head', () => {
    const id = idFor('1955-05-05', 7)
    const [head, wife] = [past({}, id), past({ headIdNumber: intact(id) })]
    const household = pastHouseholds([wife, head]).get(head)
    expect(household).toMatchObject({ headIdNumber: id, members: [wife, head] })
  })

  it('knows only who was supported last month', () => {
    const [aid, refused] = [person({}, { past: { 'temporary-aid': {} } }), past({ insured: false })]
    expect(pastHouseholds([aid, refused, person({})]).size).toBe(0)
  })
})
