import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isExtraList } from '../src/domain/extra-lists.js'
import { renderGlossary } from '../src/domain/terms.js'
import { allSources } from '../src/ingest/sources/all.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('has the glossary of terms.ts', () => {
  expect(readme).toContain(renderGlossary())
})

it('lists every roster', () => {
  const rosters = allSources.filter(({ id }) => !isExtraList(id))
  const rows = rosters.map(({ id, department, title }) => `| ${id} | ${department} | ${title} |`)
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})

it('begins with the two commands', () => {
  const lines = readme.split('\n').filter((line) => line.startsWith('    npm'))
  expect(lines.slice(0, 2).map((line) => line.trim().split(/\s{2,}/)[0])).toEqual([
    'npm ci && npx doudi demo',
    'npm ci && npm test',
  ])
})
