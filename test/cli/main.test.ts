import { expect, test } from 'vitest'
import { run } from '../../src/cli/main.js'
import type { Output } from '../../src/cli/output.js'

async function helpOf(...words: string[]): Promise<string> {
  const texts: string[] = []
  const output: Output = { data: (text) => texts.push(text), say: (text) => texts.push(text), progress: () => {} }
  expect(await run(['node', 'doudi', ...words, '--help'], output)).toBe(0)
  return texts.join('\n')
}

test.each([
  [],
  ['demo'],
  ['init'],
  ['inspect'],
  ['rules'],
  ['run'],
])('the help of doudi %s is Chinese', async (...words) => {
  const help = await helpOf(...words)
  expect(help).toMatch(/用法/)
  expect(help).not.toMatch(/\[options\]|\[command\]|default|Usage/)
})

test('a default is told in Chinese, and columns line up although characters are two wide', async () => {
  const lines = (await helpOf('run')).split('\n')
  expect(lines.join()).toContain('（不写则为 .）')
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)
  const starts = lines.filter((line) => /^ {2}-/.test(line)).map((line) => width(/^ {2}.*? {2,}/.exec(line)?.[0] ?? ''))
  expect(new Set(starts).size).toBe(1)
})

test.each([
  [['help', 'frobnicate']],
  [['history']],
  [[]],
])('doudi %j is refused without a wrong word', async (words) => {
  const said: string[] = []
  const output: Output = { data: () => {}, say: (text) => said.push(text), progress: () => {} }
  expect(await run(['node', 'doudi', ...words], output)).toBe(2)
  expect(said.join()).toBe('错误：没有写明命令，或没有这个命令。用 doudi help 查看用法。')
})
