import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyDurably } from '../../src/track/durable-file.js'
import { stateFolder } from './samples.js'

test('a copy is there whole, for its owner only, or leaves nothing', () => {
  const folder = stateFolder()
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'history.duckdb')
  writeFileSync(file, 'people', { mode: 0o644 })
  copyDurably(file, join(folder, 'copy'))
  expect(statSync(join(folder, 'copy')).mode & 0o777).toBe(0o600)
  mkdirSync(join(folder, 'taken'))
  expect(() => copyDurably(file, join(folder, 'taken'))).toThrow()
  expect(readdirSync(folder).sort()).toEqual(['copy', 'history.duckdb', 'taken'])
})
