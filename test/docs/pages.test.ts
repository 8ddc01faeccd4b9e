import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pages } from '../../docs/pages.js'

it.each(Object.entries(pages))('docs/%s is what the code says (npm run docs)', (name, page) => {
  expect(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).toBe(page())
})
