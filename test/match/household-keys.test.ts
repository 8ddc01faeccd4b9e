import { describe, expect, it } from 'vitest'
import { id, match, past, type Row, record } from './people.js'

interface Seat {
  readonly who: string
  readonly number?: string
  readonly headId?: string
}
const [ann, ben, cat, dan] = ['19500101', '19520202', '19800303', '19820404'].map((birth) => id(birth)) as [
  string,
  string,
  string,
  string,
]
const rowOf = ({ who, ...seat }: Seat): Row => ({ id: who, name: `人${who.slice(6, 14)}`, ...seat })
const poor = (number: string, ...people: string[]): Seat[] => people.map((who) => ({ who, number }))

/** Member ids by household key, where last month's rows and this month's are given. */
function households(before: readonly Seat[], now: readonly Seat[], pastHouseholdKeys = new Map<string, string>()) {
  const matched = match(
    now.map((seat) => record(rowOf(seat))),
    {
      past: before.map((seat) => past(rowOf(seat), `p${seat.who}`)),
      pastHouseholdKeys,
    },
  )
  const found = matched.households.map(({ key, members }) => [key, members.map(({ idNumber }) => idNumber)] as const)
  return { ...Object.fromEntries(found), keys: Object.fromEntries(matched.householdKeys) }
}
const key = (number: string) => `rural-allowance:${number}`

describe('households over months', () => {
  it('keep their key under a new number', () => {
    expect(households(poor('001', ann, ben), poor('A77', ann, ben))).toEqual({
      [key('001')]: [ann, ben],
      keys: { [key('A77')]: key('001') },
    })
  })

  it('keep it a third month, by what the history remembers', () => {
    const keys = new Map([[key('A77'), key('001')]])
    expect(households(poor('A77', ann, ben), poor('A77', ann, ben), keys)).toMatchObject({ [key('001')]: [ann, ben] })
    expect(households(poor('A77', ann, ben), poor('B88', ann, ben), keys)).toMatchObject({ [key('001')]: [ann, ben] })
  })

  it('do not inherit from those whose number they got', () => {
    const shifted = households([...poor('001', ann), ...poor('002', ben)], [...poor('002', ann), ...poor('003', ben)])
    expect(shifted).toMatchObject({ [key('001')]: [ann], [key('002')]: [ben] })
    const swapped = households([...poor('001', ann), ...poor('002', ben)], [...poor('002', ann), ...poor('001', ben)])
    expect(swapped).toMatchObject({ [key('001')]: [ann], [key('002')]: [ben] })
    const reused = households(poor('001', ann), poor('001', dan))
    expect(Object.keys(reused)[0]).toMatch(/^rural-allowance:001~p/)
  })

  it('keep it with the old number when they split, and the rest begins anew', () => {
    expect(households(poor('001', ann, ben, cat), [...poor('001', ann), ...poor('009', ben, cat)])).toMatchObject({
      [key('001')]: [ann],
      [key('009')]: [ben, cat],
      keys: {},
    })
  })

  it('are no longer the same when fewer than half of them and not the head are left under another number', () => {
    const before = poor('001', ann, ben, cat)
    expect(households(before, poor('009', cat))).toMatchObject({ [key('009')]: [cat], keys: {} })
    const headed = before.map((seat) => ({ ...seat, headId: ann }))
    expect(households(headed, [{ who: ann, number: '009', headId: ann }])).toMatchObject({ [key('001')]: [ann] })
  })

  it('keep it when the head changes and heads are all that names them', () => {
    const under = (headId: string, ...people: string[]) => people.map((who) => ({ who, headId }))
    expect(households(under(ann, ann, ben), under(ben, ben))).toMatchObject({ [key(ann)]: [ben] })
  })

  it('never go from one system to another', () => {
    const matched = match([record({ ...rowOf({ who: ann, number: '5' }), system: 'registered-poor' })], {
      past: [past(rowOf({ who: ann, number: '001' }), 'pann')],
    })
    expect(matched.households.map((household) => household.key)).toEqual(['registered-poor:5'])
  })
})
