import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages } from '../../docs/pages.js'
import { parseOwnRule } from '../../src/cli/own-rules.js'
import type { Standard } from '../../src/domain/standards.js'
import { runExamples } from '../../src/screen/own/examples.js'
import type { OwnRule } from '../../src/screen/own/own-rule.js'

it.each(Object.entries(pages))('docs/%s is what the code says (npm run docs)', (name, page) => {
  expect(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).toBe(page())
})

describe('the own rules in the manual', () => {
  const rules = [...(pages['自定规则.md']?.() ?? '').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, text]) => parseOwnRule(text as string, '自定规则.md') as OwnRule,
  )
  const standards = [
    { key: 'subsistence.rural', from: '2026-07', value: 700, unit: '元/月', document: '示例1号' },
  ] satisfies Standard[]

  it('can be read', () => {
    expect(rules.map(({ id }) => id)).toEqual(['X01', 'X02'])
  })

  it.each(rules)('$id has examples of its own, a finding and a clear case, that come out as expected', (rule) => {
    const outcomes = runExamples(rule, standards)
    expect(outcomes.map(({ expected }) => expected)).toEqual(expect.arrayContaining(['finding', 'clear']))
    for (const { got, expected, title } of outcomes) expect([title, got]).toEqual([title, expected])
  })
})
