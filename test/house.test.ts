import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { errorMessages, issueMessages } from '../src/domain/messages.js'

const root = fileURLToPath(new URL('..', import.meta.url))

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

const sources = filesIn('src').filter((file) => file.endsWith('.ts'))
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const imports = (file: string) =>
  [...text(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] as string)

describe('the house', () => {
  it('has the folders of the data flow and no others', () => {
    const folders = readdirSync(join(root, 'src')).filter((name) => statSync(join(root, 'src', name)).isDirectory())
    expect(folders).toEqual(['cli', 'domain', 'ingest', 'match', 'screen', 'track', 'write'])
  })

  it('has no utils, no types folder, no barrels', () => {
    const wrong = sources.filter((file) =>
      /\/(utils?|types|helpers?|common|misc|shared)(\/|\.ts$)|\/index\.ts$/.test(file),
    )
    expect(wrong).toEqual([])
  })

  it('keeps files small enough to read at once', () => {
    const data = /\/(messages|vocabulary|templates)\.ts$|\.data\.ts$/
    const long = sources.filter((file) => !data.test(file) && text(file).split('\n').length > 300)
    expect(long).toEqual([])
  })

  // Tests of a promise that no single file keeps.
  const spanning = [
    'domain/cells.ts',
    'ingest/formats/xlsx/agreement.ts',
    'ingest/source-contract.ts',
    'match/comparisons/comparisons.ts',
    'match/county.ts',
    'screen/properties.ts',
    'track/killed.ts',
  ]

  it('mirrors src/ in test/', () => {
    const tests = filesIn('test').filter((file) => file.endsWith('.test.ts') && file.split('/').length > 2)
    const orphans = tests.filter((file) => {
      const source = file.replace(/^test\//, '').replace(/\.test\.ts$/, '.ts')
      return (
        !sources.includes(`src/${source}`) && !/^(fixtures|bench|docs)\//.test(source) && !spanning.includes(source)
      )
    })
    expect(orphans).toEqual([])
  })
})

describe('walls between stages', () => {
  const stageOf = (file: string) => file.split('/')[1] as string
  const reach: Record<string, readonly string[]> = {
    domain: ['domain'],
    ingest: ['domain', 'ingest'],
    match: ['domain', 'ingest', 'match'],
    screen: ['domain', 'ingest', 'match', 'screen'],
    track: ['domain', 'ingest', 'match', 'track'],
    write: ['domain', 'ingest', 'match', 'screen', 'track', 'write'],
  }

  it.each(Object.keys(reach))('%s looks only upstream', (stage) => {
    const wrong = sources
      .filter((file) => stageOf(file) === stage)
      .flatMap((file) =>
        imports(file)
          .filter((path) => path.startsWith('.'))
          .map((path) =>
            relative(root, join(root, dirname(file), path))
              .split(sep)
              .join('/'),
          )
          .filter((target) => !(reach[stage] as readonly string[]).includes(stageOf(target)))
          .map((target) => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('keeps the middle pure: no clock, no chance, no file, no database', () => {
    const middle = sources.filter((file) => /^src\/(domain|match|screen)\//.test(file))
    const impure = middle.filter(
      (file) =>
        /Date\.now|new Date\(\)|Math\.random|process\.|console\./.test(text(file)) ||
        imports(file).some((path) => /^node:(fs|os|child_process|worker)/.test(path)),
    )
    expect(impure).toEqual([])
  })

  it('lets one folder know the database and one file the workbook writer', () => {
    const knowing = (name: string) => sources.filter((file) => imports(file).includes(name))
    expect(knowing('@duckdb/node-api').every((file) => file.startsWith('src/track/'))).toBe(true)
    expect(knowing('exceljs')).toEqual(['src/write/workbook.ts'])
  })
})

describe('hand-kept lists', () => {
  const lists = sources.filter((file) => file.endsWith('/all.ts'))

  it('exist for sources, comparisons, rules and sheets', () => {
    for (const folder of [
      'src/ingest/sources',
      'src/match/comparisons',
      'src/screen/rules',
      'src/write/sheets/county',
      'src/write/sheets/township',
    ]) {
      expect(lists, folder).toContain(`${folder}/all.ts`)
    }
  })

  it.each(lists)('%s names every file beside it', (list) => {
    const folder = dirname(list)
    const named = imports(list)
      .filter((path) => path.startsWith('./'))
      .map((path) => `${folder}/${path.slice(2).replace(/\.js$/, '.ts')}`)
    const there = sources.filter((file) => file.startsWith(`${folder}/`) && file !== list)
    expect(named.filter((file) => there.includes(file)).sort()).toEqual(there)
  })
})

describe('messages', () => {
  const all = { ...issueMessages, ...errorMessages }

  it.each(Object.entries(all))('%s says what is wrong and what to do, in Chinese', (code, message) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(message.text).toMatch(/[\u4E00-\u9FA5]/)
    expect(message.hint).toMatch(/[\u4E00-\u9FA5]/)
  })

  it.each([
    ['issues', issueMessages],
    ['errors', errorMessages],
  ] as const)('%s stand in alphabetical order', (_, table) => {
    expect(Object.keys(table)).toEqual(Object.keys(table).sort())
  })

  it('are all used', () => {
    const code = sources
      .filter((file) => !file.endsWith('domain/messages.ts'))
      .map(text)
      .join('\n')
    expect(Object.keys(all).filter((key) => !code.includes(`'${key}'`))).toEqual([])
  })
})
