import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { answerCounty, bookOf, fillBook } from '../../track/answers/answer-county.js'
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

it('tells a book that came back blank from one with answers, as the import does', async () => {
  const folder = answerCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
  const blank = await doudi('import', bookOf(folder, '2026-10', '青禾镇'), '-w', folder)
  expect([blank.code, blank.said]).toEqual([1, expect.stringContaining('一条也没有填，记为交回但未作答')])
  const status = async () => (await doudi('status', '-w', folder)).data
  expect(await status()).toContain('交回文件 1 个（其中 1 个什么都没有填）')
  const filled = await fillBook(bookOf(folder, '2026-10', '柳河镇'), join(folder, '柳河.xlsx'), '错保', {
    亡者己: { 核查: 'B1' },
  })
  const taken = await doudi('import', filled, '-w', folder)
  expect([taken.code, taken.said]).toEqual([0, expect.not.stringContaining('没有填，记为')])
  expect(await status()).toMatch(/柳河镇　下发 \d+　已核 1（其中办理中 1）　.*交回文件 1 个$/m)
  rmSync(folder, { recursive: true })
}, 30_000)

it.each([
  ['2026-11-15', '应于 2026-11-15 前交回。', /未答 1　/],
  ['2026-11-16', '应于 2026-11-15 前交回，已过期。', /未答 1（其中逾期 1）/],
])(
  'counts on %s as overdue what should have been answered by then',
  async (day, due, unanswered) => {
    const folder = smallCounty()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T04:00:00Z`) })
    try {
      await doudi('run', '-m', '2026-10', '-w', folder)
      const { data } = await doudi('status', '-w', folder)
      expect([data, data]).toEqual([expect.stringContaining(due), expect.stringMatching(unanswered)])
    } finally {
      vi.useRealTimers()
      rmSync(folder, { recursive: true })
    }
  },
  20_000,
)
