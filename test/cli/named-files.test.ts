import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namedFiles } from '../../src/cli/named-files.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doudi-named-'))
  mkdirSync(join(folder, '青禾镇'))
  for (const name of ['甲.xlsx', '乙.XLSX', '丙.csv', '~$甲.xlsx', '青禾镇/丁.xlsx', '[1].xlsx'])
    writeFileSync(join(folder, name), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

const names = async (...named: string[]) =>
  (await namedFiles(named.map((name) => join(folder, name)))).map(({ name }) => name)

describe('files that a command is given', () => {
  it('are a folder’s with all below it, without what an open workbook leaves', async () => {
    expect(await names('')).toEqual(['[1].xlsx', '丙.csv', '乙.XLSX', '甲.xlsx', '青禾镇/丁.xlsx'])
  })

  it.each([
    ['*.xlsx', ['[1].xlsx', '乙.XLSX', '甲.xlsx']],
    ['?.csv', ['丙.csv']],
    ['青禾镇/*', ['丁.xlsx']],
    ['[1].xlsx', ['[1].xlsx']],
  ])('are those that the pattern %s means in its own folder', async (pattern, found) => {
    expect(await names(pattern)).toEqual(found)
  })

  it.each(['没有*.xlsx', '没有.xlsx', '没有/*.xlsx'])('keep %s, which names nothing, to be told', async (pattern) => {
    expect(await names(pattern)).toEqual([pattern.split('/').at(-1)])
  })

  it('come once, in the order given', async () => {
    expect(await names('甲.xlsx', '*.csv', '*')).toEqual(['甲.xlsx', '丙.csv', '[1].xlsx', '乙.XLSX'])
  })
})
