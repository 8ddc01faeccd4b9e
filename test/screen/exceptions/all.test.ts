import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../../src/match/person.js'
import { contextOf } from '../../../src/screen/context.js'
import { allExceptions } from '../../../src/screen/exceptions/all.js'
import * as beyondRosters from '../../../src/screen/exceptions/beyond-rosters.js'
import type { Exception } from '../../../src/screen/rule.js'
import { allRules } from '../../../src/screen/rules/all.js'
import { month2026, person, type Rosters, standards } from '../county.js'

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
