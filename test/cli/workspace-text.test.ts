import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readText } from '../../src/cli/workspace-text.js'

const text = 'county: 示例县\r\n'

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['GB18030', Buffer.from('636f756e74793a20cabec0fdcfd80d0a', 'hex')],
  ['UTF-16, the “Unicode” of Notepad', Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('reads %s', async (_, bytes) => {
  const path = join(mkdtempSync(join(tmpdir(), 'doudi-text-')), 'doudi.yaml')
  writeFileSync(path, bytes)
  expect(await readText(path, 'doudi.yaml')).toBe(text)
})

it('says in words why a file cannot be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-text-'))
  await expect(readText(folder, 'doudi.yaml')).rejects.toThrow('读不到 doudi.yaml（那是一个文件夹）。')
  await expect(readText(join(folder, 'towns.csv'), 'towns.csv')).rejects.toThrow('（没有这个文件或文件夹）')
})
