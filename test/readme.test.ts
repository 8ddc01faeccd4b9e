import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isExtraList } from '../src/domain/extra-lists.js'
import { settingsSchema } from '../src/domain/settings.js'
import { renderGlossary } from '../src/domain/terms.js'
import { allSources } from '../src/ingest/sources/all.js'

const textOf = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const readme = textOf('README.md')
const manual = textOf('README.zh-CN.md')

it('has the glossary of terms.ts', () => {
  expect(readme).toContain(renderGlossary())
})

const rosters = allSources.filter(({ id }) => !isExtraList(id))

it('lists every roster', () => {
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

describe('the manual', () => {
  it('lists every roster', () => {
    const rows = rosters.map(({ id, department, title }) => `| ${department} | ${title} | \`${id}\` |`)
    expect(rows.filter((row) => !manual.includes(row))).toEqual([])
  })

  it('lists every setting of doudi.yaml with its default', () => {
    const { county: _, areaCode: __, ...settings } = settingsSchema.parse({ county: '某县', areaCode: '340199' })
    const rows = Object.entries(settings).flatMap(([name, value]) =>
      name === 'tracking' || name === 'rules'
        ? Object.entries(value as object).map(([inner, own]) => row(`${name}.${inner}`, own))
        : [row(name, value)],
    )
    for (const name of ['county', 'areaCode']) expect(manual).toContain(`| \`${name}\` | 必填 |`)
    expect(rows.filter((text) => !manual.includes(text))).toEqual([])
  })

  it('has a table of contents that leads to every chapter', () => {
    const chapters = [...manual.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title)
    expect(
      chapters.map((title) => `[${title}](#${title.replace(/[、：]/g, '')})`).filter((link) => !manual.includes(link)),
    ).toEqual([])
  })
})

function row(name: string, value: unknown): string {
  return `| \`${name}\` | ${value !== null && typeof value === 'object' ? JSON.stringify(value) : value} |`
}
