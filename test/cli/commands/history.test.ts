import { existsSync, rmSync } from 'node:fs'
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
