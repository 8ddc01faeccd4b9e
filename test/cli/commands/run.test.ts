import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templates } from '../../../src/cli/templates.js'
import { openHistory } from '../../../src/track/history.js'
import { migrations } from '../../../src/track/migrations.js'
import { doudi, smallCounty } from '../small-county.js'

let folder = ''
beforeAll(async () => {
  folder = smallCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
}, 20_000)
afterAll(() => rmSync(folder, { recursive: true }))

const inbox = (month: string) => join(folder, 'inbox', month)
const published = (month: string) => existsSync(join(folder, 'out', month))

it('writes nothing at all when the results cannot be written', async () => {
  const fresh = smallCounty()
  writeFileSync(join(fresh, 'out'), '')
  const { code, said } = await doudi('run', '-w', fresh)
  expect([code, readdirSync(join(fresh, 'state')), readFileSync(join(fresh, 'out'), 'utf8')]).toEqual([2, [], ''])
  expect(said).toContain('写不进去')
  rmSync(fresh, { recursive: true })
}, 20_000)

it('says that the county has no name yet, of which every heading speaks, and not when it has one', async () => {
  const fresh = smallCounty()
  const named = await doudi('run', '-m', '2026-10', '--dry-run', '-w', fresh)
  writeFileSync(join(fresh, 'doudi.yaml'), templates['doudi.yaml'] as string)
  const { code, said } = await doudi('run', '-m', '2026-10', '--dry-run', '-w', fresh)
  expect(said).toContain('doudi.yaml 的 county 还是“某某县”')
  expect([code, named.said.includes('county')]).toEqual([named.code, false])
  rmSync(fresh, { recursive: true })
}, 20_000)

describe('doudi run without a month', () => {
  it('takes no folder for the newest month that is named years ahead of the history, unless told so', async () => {
    renameSync(inbox('2026-11'), inbox('2062-11'))
    const { code, said } = await doudi('run', '-w', folder)
    expect([code, published('2062-11')]).toEqual([2, false])
    expect(said).toContain('2062-11，比台账里最近的 2026-10 晚了一年以上')
    expect((await doudi('run', '-m', '2062-11', '--dry-run', '-w', folder)).code).not.toBe(2)
  }, 20_000)

  it('brings a history of an earlier doudi up to date instead of asking to be run', async () => {
    const upgraded = smallCounty()
    const old = await openHistory(join(upgraded, 'state'), { migrations: migrations.slice(0, -1) })
    await old.transaction(async () => undefined)
    old.close()
    const { code, said } = await doudi('run', '-w', upgraded)
    expect(said).not.toContain('旧版本')
    expect([code === 2, existsSync(join(upgraded, 'out', '2026-11'))]).toEqual([false, true])
    rmSync(upgraded, { recursive: true })
  }, 20_000)

  it('runs the newest month, also after some months without one', async () => {
    rmSync(inbox('2062-11'), { recursive: true })
    cpSync(inbox('2026-10'), inbox('2027-10'), { recursive: true })
    expect((await doudi('run', '-w', folder)).code).not.toBe(2)
    expect(published('2027-10')).toBe(true)
  }, 20_000)
})

it('names what lies in the inbox beside the folders of months and was not read', async () => {
  const fresh = smallCounty()
  const run = () => doudi('run', '-m', '2026-10', '--dry-run', '-w', fresh)
  const clean = await run()
  expect(clean.said).not.toContain('没有读')
  mkdirSync(join(fresh, 'inbox', '2026年12月'))
  writeFileSync(join(fresh, 'inbox', '低保.xlsx'), '')
  writeFileSync(join(fresh, 'inbox', '.DS_Store'), '')
  const { code, said } = await run()
  expect([code, said]).toEqual([clean.code, expect.stringContaining('收件目录里还有 2026年12月、低保.xlsx，没有读')])
  rmSync(fresh, { recursive: true })
}, 20_000)

it('begins no new history beside published results: theirs is lost, or was not moved along', async () => {
  const fresh = smallCounty()
  await doudi('run', '-m', '2026-10', '-w', fresh)
  renameSync(join(fresh, 'state'), join(fresh, 'elsewhere'))
  for (const more of [[], ['--dry-run']]) {
    const { code, said } = await doudi('run', '-m', '2026-11', '-w', fresh, ...more)
    expect([code, said]).toEqual([2, expect.stringContaining('有 2026-10 的结果')])
  }
  expect(existsSync(join(fresh, 'out', '2026-11')) || existsSync(join(fresh, 'state', 'history.duckdb'))).toBe(false)
  rmSync(join(fresh, 'state'), { recursive: true, force: true })
  renameSync(join(fresh, 'elsewhere'), join(fresh, 'state'))
  expect((await doudi('run', '-m', '2026-11', '-w', fresh)).code).toBeLessThan(2)
  rmSync(fresh, { recursive: true })
}, 30_000)

it.skipIf(process.platform === 'win32').each([['run'], ['rules']])(
  '%s says that the results cannot be read, and is no bug',
  async (command) => {
    const fresh = smallCounty()
    symlinkSync('out', join(fresh, 'out'))
    const { code, said } = await doudi(command, '-w', fresh)
    expect([code, said]).toEqual([2, expect.stringContaining('out 打不开（快捷方式指向自己）')])
    expect(existsSync(join(fresh, 'state', 'history.duckdb'))).toBe(false)
    rmSync(fresh, { recursive: true })
  },
  20_000,
)
