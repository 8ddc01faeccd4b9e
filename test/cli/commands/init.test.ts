import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
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
