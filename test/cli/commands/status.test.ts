import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { doudi, smallCounty } from '../small-county.js'

it('tells what the history holds and what waits, before and after a run, and creates nothing', async () => {
  const folder = smallCounty()
  const before = await doudi('status', '-w', folder)
  expect(before).toMatchObject({ code: 0 })
  expect(before.data).toContain('还没有台账')
  expect(before.data).toContain('2026-10、2026-11')
  expect(existsSync(join(folder, 'state'))).toBe(false)
  await doudi('run', '-m', '2026-10', '-w', folder)
  const { data } = await doudi('status', '-w', folder, '--json')
  expect(JSON.parse(data)).toMatchObject({ months: [{ month: '2026-10', records: 10, runs: 1 }], waiting: ['2026-11'] })
  expect((await doudi('status', '-w', folder)).data).toContain('号码待核的答复 0 条')
  rmSync(folder, { recursive: true })
}, 20_000)
