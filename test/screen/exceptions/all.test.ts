import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/match/person.js'
import { contextOf } from '../../../src/screen/context.js'
import { allExceptions } from '../../../src/screen/exceptions/all.js'
import { allDeadOrMoved } from '../../../src/screen/exceptions/all-dead-or-moved.js'
import { alreadyInMarginal } from '../../../src/screen/exceptions/already-in-marginal.js'
import * as beyondRosters from '../../../src/screen/exceptions/beyond-rosters.js'
import { deceased } from '../../../src/screen/exceptions/deceased.js'
import { movedAway } from '../../../src/screen/exceptions/moved-away.js'
import { recentlyStopped } from '../../../src/screen/exceptions/recently-stopped.js'
import { waived } from '../../../src/screen/exceptions/waived.js'
import type { Exception } from '../../../src/screen/rule.js'
import { allRules } from '../../../src/screen/rules/all.js'
import { household, month2026, person, type Rosters, standards } from '../county.js'

const folder = new URL('../../../src/screen/exceptions/', import.meta.url)
const files = readdirSync(folder).filter((name) => name !== 'all.ts')
const used = new Set(allRules.flatMap((rule) => rule.exceptions.map((exception) => exception.id)))

const savingsLimit = { key: 'savings.limit', from: '2020-01', value: 1000, unit: '元', document: '测试' } as const

describe('the list of exceptions', () => {
  it('is what the rules use', () => {
    expect(new Set(allExceptions.map((exception) => exception.id))).toEqual(used)
    expect(allExceptions).toHaveLength(used.size)
  })

  it('has nothing of its folder left out', () => {
    const declared = files.flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(/(?:\bid: |beyondRosters\(\s*)'([a-z-]+)'/g),
    ])
    expect(new Set(declared.map((match) => match[1]))).toEqual(used)
  })

  it('gives one title to one id', () => {
    const titles = new Map(allExceptions.map((exception) => [exception.id, exception.title]))
    for (const rule of allRules)
      for (const exception of rule.exceptions) expect(titles.get(exception.id)).toBe(exception.title)
  })

  it.each(Object.values(beyondRosters))('$id is open where no list is declared, and says what to ask', (exception) => {
    expect(exception.unanswerable).toBe(true)
    const answer = exception.test(person({}), contextOf(month2026([])))
    expect(answer.state).toBe('unchecked')
    expect(answer.reason).toMatch(/^没有/)
  })

  // Who cannot support the person is asked of others than the person: the tables of C09 and C17 have them.
  const ofOthers = ['parent-unable', 'supporter-unable']
  const answered = allExceptions.filter(({ id, lists = [] }) => lists.length > 0 && !ofOthers.includes(id))

  it.each(answered)('$id is answered by each list that it names', ({ id, lists = [] }) => {
    const exception = allRules
      .flatMap((rule) => rule.exceptions as readonly Exception<Person>[])
      .find((each) => each.id === id)
    for (const kind of lists) {
      const context = contextOf(month2026([], { lists: [kind], standards: [...standards, savingsLimit] }))
      const row = { count: 2, amountFen: 10_000_000 }
      const ask = (rosters: Rosters) =>
        exception?.test(Object.assign(person(rosters), { members: [person(rosters)], records: [] }), context).state
      expect(ask({ [kind]: row }), kind).toBe('applies')
      expect(ask({}), kind).toBe('does-not-apply')
    }
  })
})

// A row of a list that may be the person's: nobody can say that there is none.

const context = contextOf(month2026([]))
const perhaps = (rosters: Rosters) => person({}, { candidates: [person(rosters, { idNumber: null })] })
const probably = (rosters: Rosters) => person(rosters, { linked: 'probable' })
const home = (...members: Person[]) => household('registered-poor', members, 'H')[0]?.households[0] as never

const [moved, stopped] = [
  (stopMonth: string | null = null): Rosters => ({ departures: { reason: '户籍迁移', stopMonth } }),
  (stopMonth: string | null): Rosters => ({ departures: { reason: '收入超标', stopMonth } }),
]
const [died, marginal, aid]: Rosters[] = [{ deaths: {} }, { 'marginal-members': {} }, { 'temporary-aid': {} }]

describe.each<[string, Exception<Person>, Rosters, Rosters]>([
  ['deceased, by the list of deaths', deceased, died as Rosters, moved()],
  ['deceased, by the departures', deceased, { departures: { reason: '死亡' } }, moved()],
  ['moved-away', movedAway, moved(), stopped(null)],
])('%s', (_, exception, row, other) => {
  it.each([
    ['applies', person(row)],
    ['unchecked', perhaps(row)],
    ['unchecked', probably(row)],
    ['does-not-apply', perhaps(other)],
    ['does-not-apply', person({})],
  ])('%s', (state, one) => {
    expect(exception.test(one, context).state).toBe(state)
  })
})

describe('exceptions of households', () => {
  it.each<[string, string, Person[]]>([
    ['applies', '2 人均有', [person(died as Rosters), person(moved())]],
    ['unchecked', '其中 1 人', [person(died as Rosters), perhaps(died as Rosters)]],
    ['unchecked', '其中 2 人', [perhaps(moved()), probably(died as Rosters)]],
    ['does-not-apply', '1 人没有', [person({}), perhaps(died as Rosters)]],
    ['does-not-apply', '2 人没有', [person({}), person({})]],
  ])('all-dead-or-moved: %s, %s', (state, words, members) => {
    const answer = allDeadOrMoved.test(home(...members), context)
    expect(answer).toEqual({ state, reason: expect.stringContaining(words) })
  })

  it.each<[string, Person[]]>([
    ['applies', [perhaps(marginal as Rosters), person(marginal as Rosters)]],
    ['unchecked', [person({}), perhaps(marginal as Rosters)]],
    ['does-not-apply', [person({}), perhaps(aid as Rosters)]],
  ])('already-in-marginal: %s', (state, members) => {
    expect(alreadyInMarginal.test(home(...members), context).state).toBe(state)
  })

  // Without a declared list of promises it is a question in any case; what the departure list may say comes first.
  it.each<[string, string, Person[]]>([
    ['applies', '主动退出', [person({}), person({ departures: { reason: '主动退出' } })]],
    ['unchecked', '疑似户内人员', [person({}), perhaps({ departures: { reason: '主动退出' } })]],
    ['unchecked', '没有承诺书名单', [person({}), perhaps(moved())]],
  ])('waived: %s, %s', (state, words, members) => {
    const answer = waived.test(home(...members), context)
    expect(answer).toEqual({ state, reason: expect.stringContaining(words) })
  })

  // The county's lag is one month.
  it.each<[string, Person[]]>([
    ['applies', [perhaps(stopped('2026-11')), person(stopped('2026-10'))]],
    ['unchecked', [person({}), perhaps(stopped('2026-10'))]],
    ['unchecked', [person(stopped('2026-05')), probably(stopped(null))]],
    ['unchecked', [person(stopped(null))]],
    ['unchecked', [person(stopped('2036-11'))]],
    ['does-not-apply', [person({}), perhaps(stopped('2026-05'))]],
    ['does-not-apply', [person({}), perhaps({ departures: { reason: '死亡', stopMonth: '2026-11' } })]],
  ])('recently-stopped: %s', (state, members) => {
    expect(recentlyStopped.test(home(...members), context).state).toBe(state)
  })
})
