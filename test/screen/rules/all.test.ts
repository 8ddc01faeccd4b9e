import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accuses } from '../../../src/screen/judge.js'
import { allRules } from '../../../src/screen/rules/all.js'
import { isSwitchedOn } from '../../../src/screen/switches.js'

const folder = new URL('../../../src/screen/rules/', import.meta.url)
const kinds = {
  missed: '漏保',
  dropped: '脱保',
  improper: '错保',
  subsidy: '补贴',
  'left-behind': '留守',
  quality: '数据',
} as const
const files = Object.keys(kinds)
  .sort()
  .flatMap((kind) => readdirSync(new URL(kind, folder)).map((name) => `${kind}/${name}`))

async function ruleIn(file: string) {
  return (await import(new URL(file, folder).href)).default as (typeof allRules)[number]
}

describe('the list of rules', () => {
  it('is its folder, in order', async () => {
    expect(await Promise.all(files.map(ruleIn))).toEqual([...allRules])
  })

  it('has no id twice', () => {
    const ids = allRules.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('holds the rules that run by default (domain A.7) and the data rules', () => {
    const running = allRules.filter((rule) => isSwitchedOn(rule, { on: [], off: [] }))
    const ids = running.map((rule) => rule.id).sort()
    const wanted = 'C01 C02 C03 C04 L01 L02 L06 L11 P01 P02 P04 P06 T01 T02'.split(' ')
    const data = 'D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 D12 D13 D14 D15 D16'.split(' ')
    expect(ids).toEqual([...wanted, ...data].sort())
  })

  // Money may stop on their word: an identity must be certain, and nobody who could excuse it may hide.
  it('lets these 补贴 rules accuse, and none beside 错保 and 脱保', () => {
    const accusing = allRules.filter(accuses)
    const ids = accusing.filter(({ kind }) => kind === '补贴').map(({ id }) => id)
    expect(ids.sort()).toEqual(['P04', 'P05', 'P06', 'P07', 'P08', 'P09'])
    expect(new Set(accusing.map(({ kind }) => kind))).toEqual(new Set(['错保', '脱保', '补贴']))
  })

  it.each(files)('%s stands in the folder of its kind', async (file) => {
    const [kind] = file.split('/') as [keyof typeof kinds]
    expect((await ruleIn(file)).kind).toBe(kinds[kind])
  })
})

describe.each(files)('%s', (file) => {
  const source = readFileSync(new URL(file, folder), 'utf8')
  const testFile = new URL(file.replace('.ts', '.test.ts'), import.meta.url)
  const table = existsSync(testFile) ? readFileSync(testFile, 'utf8') : ''

  it('has a table with a finding and a clear case', () => {
    expect(table).toContain("expect: 'finding'")
    expect(table).toContain("expect: 'clear'")
  })

  it('shows in the table when it is not judged', async () => {
    const rule = await ruleIn(file)
    if (rule.needs.length + rule.consults.length + rule.standards.length > 0)
      expect(table).toContain("expect: 'not-judged'")
  })

  it('shows each exception that rosters can answer', async () => {
    const rule = await ruleIn(file)
    for (const exception of rule.exceptions)
      if (!exception.unanswerable) expect(table).toMatch(new RegExp(`(excusedBy|unchecked): '${exception.id}'`))
  })

  it('sees people only through what is certain, unless it judges data', async () => {
    if ((await ruleIn(file)).kind !== '数据') expect(source).not.toMatch(/\.links|\.duplicates/)
  })

  it('consults every roster that could excuse an accusation', async () => {
    const rule = await ruleIn(file)
    if (!accuses(rule)) return
    const awaited = [...rule.consults, ...rule.needs.filter((anyOf) => anyOf.length === 1).flat()]
    for (const exception of rule.exceptions) expect(awaited).toEqual(expect.arrayContaining([...exception.consults]))
  })

  it('names its clause of the 实施意见, unless it judges data', async () => {
    const rule = await ruleIn(file)
    const clauses = rule.basis.filter((basis) => basis.document === '实施意见').map((basis) => basis.clause)
    if (rule.kind !== '数据') expect(clauses.length).toBeGreaterThan(0)
    for (const clause of clauses) expect(clause).toMatch(/^[一二三四五]\([一二三四]\)$/)
    for (const basis of rule.basis) if (!basis.verified) expect(basis.clause).toBeNull()
  })

  it('has a sentence for each message it gives', async () => {
    const given = [...source.matchAll(/message: '([\w-]+)'/g)].map((match) => match[1] ?? '')
    for (const message of given) expect((await ruleIn(file)).messages).toHaveProperty(message)
  })
})
