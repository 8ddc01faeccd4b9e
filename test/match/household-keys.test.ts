import { describe, expect, it } from 'vitest'
import { id, match, past, type Row, record } from './people.js'

interface Seat {
  readonly who: string
  readonly number?: string
  readonly headId?: string
  readonly headName?: string
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

  it('go with the head rather than with the most members', () => {
    const headed = (number: string, headId: string, ...people: string[]) =>
      people.map((who) => ({ who, number, headId }))
    const before = headed('001', ann, ann, ben, cat, dan)
    expect(households(before, [...headed('008', ben, ben, cat, dan), ...headed('009', ann, ann)])).toMatchObject({
      [key('001')]: [ann],
      [key('008')]: [ben, cat, dan],
    })
    // Another head, and fewer than half of the members: a household of its own.
    expect(households(headed('001', ann, ann, ben, cat), headed('009', cat, cat))).toMatchObject({ keys: {} })
  })

  it('go to the household that is named as it was, when it has no number and both halves claim it', () => {
    const under = (headName: string, ...people: string[]) => people.map((who) => ({ who, headName }))
    const named = households(under('周某', ann, ben, cat, dan), [
      ...under('周某', ann, ben),
      ...under('丁某', cat, dan),
    ])
    expect(named).toMatchObject({ [key('周某@/')]: [ann, ben], [key('丁某@/')]: [cat, dan], keys: {} })
  })

  it('of two halves go to the lower number, and of two joined into one the larger is kept', () => {
    expect(households(poor('001', ann, ben, cat, dan), [...poor('009', ann, ben), ...poor('008', cat, dan)])).toEqual({
      [key('001')]: [cat, dan],
      [key('009')]: [ann, ben],
      keys: { [key('008')]: key('001') },
    })
    const joined = households([...poor('001', ann), ...poor('002', ben, cat)], poor('009', ann, ben, cat))
    expect(joined.keys).toEqual({ [key('009')]: key('002') })
    const even = households([...poor('001', ann), ...poor('002', ben)], poor('009', ben, ann))
    expect(even.keys).toEqual({ [key('009')]: key('001') })
  })

  it('stand in the order of the keys that they keep', () => {
    const before = [...poor('001', ann), ...poor('002', ben), ...poor('003', cat)]
    const now = [...poor('A1', cat), ...poor('A2', ann), ...poor('A3', ben)]
    const matched = match(
      now.map((seat) => record(rowOf(seat))),
      { past: before.map((seat) => past(rowOf(seat), `p${seat.who}`)) },
    )
    expect(matched.households.map((household) => household.key)).toEqual([key('001'), key('002'), key('003')])
  })

  it('keep a number only where their own system had it', () => {
    const matched = match([record(rowOf({ who: ann, number: '5' }))], {
      past: [
        past(rowOf({ who: ann, number: '001' }), 'pann'),
        past({ ...rowOf({ who: ann, number: '5' }), source: 'registered-poor', system: 'registered-poor' }, 'pann'),
      ],
    })
    expect(matched.households.map((household) => household.key)).toEqual([key('001')])
  })

  it('never go from one system to another', () => {
    const matched = match([record({ ...rowOf({ who: ann, number: '5' }), system: 'registered-poor' })], {
      past: [past(rowOf({ who: ann, number: '001' }), 'pann')],
    })
    expect(matched.households.map((household) => household.key)).toEqual(['registered-poor:5'])
  })

  it('do not inherit from those whose number they got after nobody had it, while these are known again', () => {
    const key001 = key('001')
    const asked = (who: string) => ({ askedHouseholds: new Map([[key001, new Set([`p${who}`])]]) })
    const keysOf = (...args: Parameters<typeof match>) => match(...args).households.map((household) => household.key)
    const row = record(rowOf({ who: ann, number: '001' }))
    const before = [past(rowOf({ who: cat, number: '007' }), 'pcat')]
    const own = match([row]).persons[0]?.key.slice(1) as string
    expect(keysOf([row], { past: before, ...asked(own) })).toEqual([key001])
    const [other] = keysOf([row], { past: before, ...asked(dan) })
    expect(other).toBe(`${key001}~p${own}`)
    const known = new Map([
      [key001, new Set<string>()],
      [other as string, new Set([`p${own}`])],
    ])
    expect(keysOf([row], { past: before, askedHouseholds: known })).toEqual([other])
  })
})
