import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compare } from '../bench/county/compare.js'
import { readData, readFindings, readRunning, runMonth, type ToolRun } from '../bench/county/tool.js'
import type { MonthTruth } from '../fixtures/truth.js'
import { allText, readBook } from './write/read-book.js'

const county = fileURLToPath(new URL('../fixtures/county', import.meta.url))
const months = ['2026-09', '2026-10', '2026-11']
const runs = new Map<string, ToolRun>()
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doudi-county-'))
  cpSync(county, folder, { recursive: true })
  for (const month of months) runs.set(month, await runMonth(folder, month))
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(months)('the shipped county in %s', (month) => {
  const truth = () => JSON.parse(readFileSync(join(county, 'truth', `${month}.json`), 'utf8')) as MonthTruth
  const scores = () => compare(truth(), readFindings(folder, month), readRunning(folder, month))

  it('is run and says that some input had to be rejected or some rule not judged', () => {
    expect(runs.get(month)?.exitCode).toBe(1)
  })

  it('has every planted finding reported', () => {
    expect(truth().mustFind.length).toBeGreaterThan(50)
    expect(scores().flatMap(({ rule, missed }) => missed.map(({ because }) => `${rule} ${because}`))).toEqual([])
  })

  it('has nothing reported under a planted exception or trap', () => {
    expect(truth().mustNot.length).toBeGreaterThan(20)
    expect(scores().flatMap(({ rule, wrong }) => wrong.map(({ planted }) => `${rule} ${planted.because}`))).toEqual([])
  })

  it('has nothing reported beyond the truth', () => {
    expect(scores().flatMap(({ beyond }) => beyond.map((row) => `${row.rule} ${row.explanation}`))).toEqual([])
  })

  it('says nothing personal on the screen, in the report or in the manifest', () => {
    const ids = new Set(truth().mustFind.flatMap((one) => one.idNumbers))
    const names = new Set(
      truth()
        .mustFind.flatMap((one) => one.names)
        .filter((name) => [...name].length > 2),
    )
    const texts = [
      runs.get(month)?.stderr ?? '',
      ...['报告.html', 'manifest.json', 'data/rules.csv', 'data/issues.csv'].map((file) =>
        readFileSync(join(folder, 'out', month, file), 'utf8'),
      ),
    ]
    for (const text of texts) {
      expect([...ids].filter((id) => text.includes(id))).toEqual([])
      expect([...names].filter((name) => text.includes(name)).length).toBe(0)
    }
  })

  it('keeps what it wrote private', () => {
    if (process.platform === 'win32') return
    const out = join(folder, 'out', month)
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
      const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
      expect(mode, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600)
    }
  })
})

/** Every cell of every book of a month, sheet by sheet: the bytes of a workbook are not stable, its cells are. */
async function readBooks(month: string): Promise<ReadonlyMap<string, string>> {
  const out = join(folder, 'out', month)
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'))
  const books = new Map<string, string>()
  for (const name of names.sort()) books.set(name, allText(await readBook(readFileSync(join(out, name)))))
  return books
}

describe('a month run again', () => {
  // The first month has two later ones behind it, whose people, keys and cases must not leak into it; the last one has none.
  it.each([
    months[0],
    months.at(-1),
  ] as string[])('re-issues %s: the same data byte by byte, the same cells', async (month) => {
    const [data, books] = [readData(folder, month), await readBooks(month)]
    await runMonth(folder, month)
    const after = readData(folder, month)
    expect([...after.keys()]).toEqual([...data.keys()])
    for (const [name, bytes] of after) expect(bytes.equals(data.get(name) as Buffer), name).toBe(true)
    expect(books.size).toBeGreaterThan(20)
    for (const [name, text] of await readBooks(month)) expect(text === books.get(name), name).toBe(true)
  }, 120_000)
})

describe('the township missing from an export in 2026-11', () => {
  it('stops the lists that depend on it instead of accusing its people', () => {
    const truth = JSON.parse(readFileSync(join(county, 'truth', '2026-11.json'), 'utf8')) as MonthTruth
    const [stop] = truth.stops
    expect(stop).toBeDefined()
    const findings = readFindings(folder, '2026-11').filter(
      (row) => row.rule.startsWith('T') && row.township === stop?.township,
    )
    expect(findings).toEqual([])
    expect(runs.get('2026-11')?.stderr).toContain('安全停判')
  })
})
