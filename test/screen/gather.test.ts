import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/match/person.js'
import type { Hit, PersonRule } from '../../src/screen/rule.js'
import { screen } from '../../src/screen/screen.js'
import { anyRule } from './any-rule.js'
import { idFor, intact, month2026, person } from './county.js'

const head = idFor('1960-01-01', 700)
// Of one supported household of last month, whose head a row names by id.
const member = (key: string, idNumber: string | null) =>
  person(
    {},
    {
      key,
      idNumber,
      past: { 'rural-allowance-members': { householdNumber: 'H1', headIdNumber: intact(head), insured: true } },
    },
  )
const hitFor = (hits: Readonly<Record<string, Partial<Hit>>>) => ({
  check: ({ key }: Person) => ({ message: 'one', facts: { who: key }, evidence: [], ...hits[key] }),
})
const messages = { one: '{who} 不在册。', whole: '全户 {count} 人不在册，如 {who}。' }
const whole = { wholeHousehold: { message: 'whole', stays: ({ key }: Person) => key === 'stays' } }
const found = (changes: Partial<PersonRule>, ...people: readonly Person[]) =>
  screen(month2026(people), [anyRule({ messages, ...changes })]).findings.map(
    ({ unit, subject, personKey, memberKeys, ...told }) => ({
      about: [unit, subject, personKey, ...memberKeys],
      ...told,
    }),
  )

describe('hits of one household', () => {
  const family = () => [member('child', idFor('2015-01-01', 701)), member('head', head), member('wife', null)]

  it('stay one each where the rule does not join them', () => {
    expect(found(hitFor({}), ...family()).map(({ about }) => about[1])).toEqual(['child', 'head', 'wife'])
  })

  it('become one, told of the head', () => {
    expect(found({ ...hitFor({}), ...whole }, ...family())).toMatchObject([
      {
        about: ['household', 'rural-allowance:H1', 'head', 'child', 'head', 'wife'],
        householdNumber: 'H1',
        explanation: '全户 3 人不在册，如 head。',
      },
    ])
  })

  it('are told of the first where the head is not among them', () => {
    const others = family().filter(({ key }) => key !== 'head')
    expect(found({ ...hitFor({}), ...whole }, ...others)[0]?.about).toEqual([
      'household',
      'rural-allowance:H1',
      'child',
      'child',
      'wife',
    ])
  })

  it('are told of the first where nobody knows the head, not of one without a number', () => {
    const unheaded = (key: string, idNumber: string | null) =>
      person({}, { key, idNumber, past: { 'rural-allowance-members': { householdNumber: 'H2', insured: true } } })
    const two = [unheaded('a', idFor('1970-01-01', 702)), unheaded('b', null)]
    expect(found({ ...hitFor({}), ...whole }, ...two)[0]?.about[2]).toBe('a')
  })

  it('stay apart while somebody of it stays', () => {
    const all = [...family(), member('stays', idFor('1962-01-01', 703))]
    expect(found({ ...hitFor({}), ...whole }, ...all)).toHaveLength(4)
  })

  it('take the gravest severity with its reason, and the sum of the money', () => {
    const hits = {
      child: { severity: 'high', weighed: '有未成年人。', amountFen: 300 },
      head: { severity: 'low', weighed: '金额小。', amountFen: 450 },
    } as const
    const [one] = found({ ...hitFor(hits), ...whole }, ...family().slice(0, 2))
    expect(one).toMatchObject({ severity: 'high', amountFen: 750 })
    expect(one?.explanation).toBe('全户 2 人不在册，如 head。有未成年人。')
  })

  it('name no money where none of them does', () => {
    expect(found({ ...hitFor({}), ...whole }, ...family())[0]?.amountFen).toBeNull()
  })

  it('are as doubtful as the most doubtful of them', () => {
    const test = ({ key }: Person) =>
      key === 'child'
        ? ({ state: 'unchecked', reason: '没有月份' } as const)
        : ({ state: 'does-not-apply', reason: '不是' } as const)
    const exceptions = [{ id: 'x', title: '某情形', consults: [], test }]
    const [one] = found({ ...hitFor({}), ...whole, exceptions }, ...family())
    expect(one?.exceptions).toEqual([{ exception: 'x', title: '某情形', state: 'unchecked', reason: '没有月份' }])
    expect(one?.severity).toBe('low')
  })
})
