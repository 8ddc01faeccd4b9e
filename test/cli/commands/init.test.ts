import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../../src/cli/main.js'
import type { Output } from '../../../src/cli/output.js'

test.each([
  'init',
  'demo',
])('doudi %s refuses a folder that cannot be made, in words and without a bug report', async (command) => {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-init-'))
  writeFileSync(join(folder, '名单.xlsx'), '')
  const said: string[] = []
  const output: Output = { data: () => {}, say: (text) => said.push(text), progress: () => {} }
  expect(await run(['node', 'doudi', command, join(folder, '名单.xlsx', '工作目录')], output)).toBe(2)
  expect(said.join()).toContain('路径中有一段是文件，不是文件夹')
  expect(readdirSync(folder)).toEqual(['名单.xlsx'])
})

// In a process of its own: what never ends would hold up the test too.
test.runIf(process.platform === 'linux')(
  'doudi init below a folder where nothing can be made ends with an error',
  () => {
    const code = "import('./src/cli/main.ts').then((it) => it.main(['node', 'doudi', 'init', '/proc/doudi']))"
    const options = { timeout: 20_000, encoding: 'utf8' } as const
    const { signal, status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], options)
    expect([signal, status]).toEqual([null, 2])
    expect(stderr).toContain('目录 /proc/doudi 建不起来')
  },
  30_000,
)

test('doudi init writes tables that Excel opens as they are: it takes UTF-8 without a mark for GBK', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'doudi-init-')), '工作目录')
  expect(await run(['node', 'doudi', 'init', folder], { data: () => {}, say: () => {}, progress: () => {} })).toBe(0)
  const starts = (name: string) => readFileSync(join(folder, name)).toString('hex', 0, 3)
  expect(['towns.csv', 'standards.csv', 'doudi.yaml'].map(starts)).toEqual(['efbbbf', 'efbbbf', '232064'])
})
