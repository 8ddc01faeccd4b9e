import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/match/judgements.js'
import { id, match, past, type Row, record } from './people.js'

const [first, second, wife] = [id('19800101'), id('19810101'), id('19820202', '002')]
const row = (idNumber: string, more: Row = {}): Row => ({
  id: idNumber,
  name: idNumber === wife ? '陈秀兰' : '汪守田',
  number: '001',
  township: '甲镇',
  village: '甲村',
  ...more,
})
const keyOf = (idNumber: string) => match([record(row(idNumber))]).persons[0]?.key as string
const [left, right] = [keyOf(first), keyOf(second)]
const same: Judgement = { left, right, verdict: 'same', who: '甲', when: '2026-10-20', why: '' }
const own = 'rural-allowance:001'
const anew = `${own}~${right}`

// The person of the first number had the household; last month he stood in it under the second, and only then was judged to be one.
function judgedLate(people: readonly string[], now: readonly Row[], before: readonly Row[] = [row(second)]) {
  const matched = match(
    now.map((one) => record(one)),
    {
      past: before.map((one) => past(one, keyOf(one.id as string))),
      pastHouseholdKeys: new Map([[own, anew]]),
      judgements: [same],
      askedHouseholds: new Map([[own, new Set(people.map(keyOf))]]),
    },
  )
  return matched.keyChanges.filter(({ from }) => from.includes(':'))
}

describe('a household of one', () => {
  it('goes with its person who was judged to be another one after last month, also under another number', () => {
    expect(judgedLate([first], [row(second)])).toEqual([{ kind: 'merged', from: own, to: anew }])
    const moved = judgedLate([first], [row(second, { number: '009' })])
    expect(moved).toEqual([{ kind: 'merged', from: own, to: anew }])
  })

  it('goes nowhere when it had others, when he lives with others now, or in another system', () => {
    expect(judgedLate([first, wife], [row(second)])).toEqual([])
    expect(judgedLate([first], [row(second), row(wife)])).toEqual([])
    expect(judgedLate([first], [row(second, { system: 'monitored', source: 'monitored-households' })])).toEqual([])
    expect(judgedLate([wife], [row(second)])).toEqual([])
  })

  it('goes nowhere while a household still goes by its key', () => {
    const still = row(wife, { number: '005' })
    const held = match([record(row(second)), record(still)], {
      past: [past(row(second), right), past(still, 'pwife')],
      pastHouseholdKeys: new Map([
        [own, anew],
        ['rural-allowance:005', own],
      ]),
      judgements: [same],
      askedHouseholds: new Map([[own, new Set([left])]]),
    })
    expect(held.households.map(({ key }) => key)).toEqual([own, anew])
    expect(held.keyChanges.filter(({ from }) => from.includes(':'))).toEqual([])
  })
})
