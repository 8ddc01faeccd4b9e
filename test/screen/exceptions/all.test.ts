import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contextOf } from '../../../src/screen/context.js'
import { allExceptions } from '../../../src/screen/exceptions/all.js'
import * as beyondRosters from '../../../src/screen/exceptions/beyond-rosters.js'
import { allRules } from '../../../src/screen/rules/all.js'
import { month2026 } from '../county.js'

const folder = new URL('../../../src/screen/exceptions/', import.meta.url)
const files = readdirSync(folder).filter((name) => name !== 'all.ts')
const used = new Set(allRules.flatMap((rule) => rule.exceptions.map((exception) => exception.id)))

describe('the list of exceptions', () => {
  it('is what the rules use', () => {
    expect(new Set(allExceptions.map((exception) => exception.id))).toEqual(used)
    expect(allExceptions).toHaveLength(used.size)
  })

  it('has nothing of its folder left out', () => {
    const declared = files.flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(/(?:id: |beyondRosters\(\s*)'([a-z-]+)'/g),
    ])
    expect(new Set(declared.map((match) => match[1]))).toEqual(used)
  })

  it('gives one title to one id', () => {
    const titles = new Map(allExceptions.map((exception) => [exception.id, exception.title]))
    for (const rule of allRules)
      for (const exception of rule.exceptions) expect(titles.get(exception.id)).toBe(exception.title)
  })

  it.each(Object.values(beyondRosters))('$id can never be checked and says what to ask', (exception) => {
    expect(exception.unanswerable).toBe(true)
    const answer = exception.test(null, contextOf(month2026([])))
    expect(answer.state).toBe('unchecked')
    expect(answer.reason).toMatch(/^没有/)
  })
})
