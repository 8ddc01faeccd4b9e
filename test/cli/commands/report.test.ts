import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { allText, entryOf, readBook } from '../../write/read-book.js'
import { doudi, ids, smallCounty } from '../small-county.js'

let folder = ''
beforeEach(() => {
  folder = smallCounty()
})
afterEach(() => rmSync(folder, { recursive: true }))

it('writes the draft, the figures and the ledger, and says again what an old month said', async () => {
  await doudi('run', '-m', '2026-10', '-w', folder)
  const first = await doudi('report', '-w', folder, '--json')
  expect(first.code).toBe(0)
  expect(JSON.parse(first.data)).toMatchObject({
    from: '2026-10',
    month: '2026-10',
    figures: { asked: 1, answered: 0, overdue: 0 },
  })
  const out = join(folder, 'out', '报告', '2026-10')
  expect(readdirSync(out).sort()).toEqual(
    ['示例县-工作台账-2026-10.xlsx', '示例县-情况报告-2026-10.docx', '示例县-情况统计-2026-10.xlsx'].sort(),
  )
  const book = async (name: string) => allText(await readBook(readFileSync(join(out, `示例县-${name}-2026-10.xlsx`))))
  expect(await book('情况统计')).toContain('202610-C01-0001')
  expect(await book('工作台账')).toContain('孙德发')
  expect(await book('工作台账')).not.toContain(ids.dead)
  const draft = await entryOf(readFileSync(join(out, '示例县-情况报告-2026-10.docx')), 'word/document.xml')
  expect(draft).toContain('下发疑似线索 1 条')
  expect(draft).not.toContain('孙德发')
  await doudi('run', '-m', '2026-11', '-w', folder)
  expect((await doudi('report', '-m', '2026-10', '-w', folder, '--json')).data).toBe(first.data)
  expect(JSON.parse((await doudi('report', '-w', folder, '--json')).data)).toMatchObject({
    figures: { asked: 1, overdue: 1 },
  })
}, 30_000)

it.each([
  [['report'], '台账里还没有任何月份'],
  [['report', '--due', '7'], '台账里还没有任何月份'],
])('%o without a run says so', async (argv, words) => {
  const { code, said } = await doudi(...argv, '-w', folder)
  expect([code, said]).toEqual([2, expect.stringContaining(words)])
})

it('--due names the month before', async () => {
  await doudi('run', '-m', '2026-10', '-w', folder)
  const early = await doudi('report', '--due', '12', '-w', folder)
  expect([early.code, early.said]).toEqual([2, expect.stringContaining('没有 2026-11 的运行结果')])
  await doudi('run', '-m', '2026-11', '-w', folder)
  const due = async (...argv: string[]) =>
    JSON.parse((await doudi('report', '--due', '12', ...argv, '-w', folder, '--json')).data).month
  expect(await due()).toBe('2026-11')
  // Asked for in January, it is the last year's.
  cpSync(join(folder, 'inbox', '2026-11'), join(folder, 'inbox', '2027-01'), { recursive: true })
  await doudi('run', '-m', '2027-01', '-w', folder)
  expect(await due()).toBe('2026-11')
  const never = await doudi('report', '-m', '2030-05', '-w', folder)
  expect([never.code, never.said]).toEqual([2, expect.stringContaining('没有 2030-05 的运行结果')])
  expect((await doudi('report', '--due', '7', '-w', folder)).code).toBe(2)
}, 20_000)
