import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { doudi, smallCounty } from '../small-county.js'

it('never calls a history whole that is not there, and creates none', async () => {
  const folder = smallCounty()
  const backup = join(folder, 'backup.duckdb')
  for (const argv of [['check'], ['backup', backup], ['purge', '--before', '2026-01']]) {
    const { code, said } = await doudi('history', ...argv, '-w', folder)
    expect([argv[0], code, said]).toEqual([argv[0], 2, expect.stringContaining('还没有历史库')])
  }
  expect(existsSync(join(folder, 'state')) || existsSync(backup)).toBe(false)
  rmSync(folder, { recursive: true })
})

function threeMonths(): string {
  const folder = smallCounty()
  cpSync(join(folder, 'inbox', '2026-10'), join(folder, 'inbox', '2026-09'), { recursive: true })
  return folder
}

it('lets nobody run a month again that a purge took, nor says that it waits to be run', async () => {
  const folder = threeMonths()
  for (const month of ['2026-09', '2026-10', '2026-11']) await doudi('run', '-m', month, '-w', folder)
  const book = () => statSync(join(folder, 'out', '2026-09', 'manifest.json')).mtimeMs
  const written = book()
  const purged = await doudi('history', 'purge', '--before', '2026-10', '-w', folder)
  expect(purged).toMatchObject({ code: 0, said: expect.stringContaining('1 个月的名册记录（2026-09），') })
  for (const more of [[], ['--dry-run']]) {
    const { code, said } = await doudi('run', '-m', '2026-09', '-w', folder, ...more)
    expect([code, said]).toEqual([2, expect.stringContaining('2026-10 以前的名册记录已经清理')])
  }
  expect(book()).toBe(written)
  expect((await doudi('status', '-w', folder)).data).not.toContain('还没有比对的月份')
  expect((await doudi('run', '-m', '2026-11', '-w', folder)).code).toBeLessThan(2)
  rmSync(folder, { recursive: true })
}, 60_000)

it('does not run the first month left by a purge again: it has no month to be compared with', async () => {
  const folder = threeMonths()
  for (const month of ['2026-09', '2026-10', '2026-11']) await doudi('run', '-m', month, '-w', folder)
  await doudi('history', 'purge', '--before', '2026-10', '-w', folder)
  const { code, said } = await doudi('run', '-m', '2026-10', '-w', folder)
  expect([code, said]).toEqual([2, expect.stringContaining('2026-10 不能再重新比对')])
  rmSync(folder, { recursive: true })
}, 60_000)

it('says the same of the newest month when it is run again after a purge, whose month before it a purge leaves alone', async () => {
  const folder = threeMonths()
  appendFileSync(
    join(folder, 'doudi.yaml'),
    'notHeld: [urban-allowance, destitute, departure, orphan, unattended-child, marginal]\n',
  )
  const cases = () => readFileSync(join(folder, 'out', '2026-11', 'data', 'findings.csv'), 'utf8')
  // Somebody who vanishes is found by comparing the newest month with the one before.
  const roster = join(folder, 'inbox', '2026-11', '农村低保人员查询_20261102.csv')
  writeFileSync(roster, readFileSync(roster, 'utf8').replace(/^.*周玉梅.*$/m, ''))
  for (const month of ['2026-09', '2026-10', '2026-11']) await doudi('run', '-m', month, '-w', folder)
  const first = cases()
  expect(first).toContain(',T01,')
  const refused = await doudi('history', 'purge', '--before', '2026-11', '-w', folder)
  expect([refused.code, refused.said]).toEqual([2, expect.stringContaining('不晚于 2026-10')])
  expect((await doudi('history', 'purge', '--before', '2026-10', '-w', folder)).code).toBe(0)
  await doudi('run', '-m', '2026-11', '-w', folder)
  expect(cases()).toBe(first)
  rmSync(folder, { recursive: true })
}, 60_000)

it('lets a month be run that is earlier than those of a history from which nothing was purged', async () => {
  const folder = smallCounty()
  for (const month of ['2026-11', '2026-10'])
    expect((await doudi('run', '-m', month, '-w', folder)).code).toBeLessThan(2)
  rmSync(folder, { recursive: true })
}, 60_000)
