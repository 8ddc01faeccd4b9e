import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pages } from '../../docs/pages.js'
import { parseOwnRule } from '../../src/cli/own-rules.js'

it.each(Object.entries(pages))('docs/%s is what the code says (npm run docs)', (name, page) => {
  expect(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).toBe(page())
})

it('has own rules that can be read in the manual', () => {
  const examples = [...(pages['自定规则.md']?.() ?? '').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    (match) => match[1] as string,
  )
  expect(examples.map((text) => parseOwnRule(text, '自定规则.md')?.id)).toEqual(['X01', 'X02'])
})
