import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doudi } from '../cli/small-county.js'
import { answerCounty, bookOf, fillBook } from '../track/answers/answer-county.js'
import { readBook, rowTexts, sheetOf } from './read-book.js'

let folder = ''
beforeAll(() => {
  folder = answerCounty()
})
afterAll(() => rmSync(folder, { recursive: true }))

const books = () => readdirSync(join(folder, 'out', '退回补核'))
const namesOn = async (file: string, sheet: string) => {
  const table = sheetOf(await readBook(readFileSync(file)), sheet)
  const texts = Array.from({ length: table.rowCount }, (_, at) => rowTexts(table, at + 1))
  return texts.flat().filter((text) => /^亡者.$/.test(text))
}

describe('the books that go back', () => {
  it('stand until the next check sheets ask the same, and never beside them', async () => {
    await doudi('run', '-m', '2026-10', '-w', folder)
    const unusable = { 核查: 'A7', 经办人: '张某' }
    const file = await fillBook(bookOf(folder, '2026-10', '青禾镇'), join(folder, '青禾.xlsx'), '错保', {
      亡者甲: unusable,
    })
    await doudi('import', file, '-w', folder)
    expect(books()).toEqual(['01-青禾镇-退回补核.xlsx'])

    const again = await doudi('run', '-m', '2026-10', '-w', folder)
    expect(again.said).toContain('out/退回补核/ 已更新：')
    expect(again.said).toContain('还有 1 本，请发给乡镇')
    expect(books()).toEqual(['01-青禾镇-退回补核.xlsx'])

    const next = await doudi('run', '-m', '2026-11', '-w', folder)
    expect(next.said).toContain('已清空')
    expect(books()).toEqual([])
    expect(await namesOn(bookOf(folder, '2026-11', '青禾镇'), '错保')).toContain('亡者甲')
    expect((await doudi('run', '-m', '2026-11', '-w', folder)).said).not.toContain('退回补核/')
  }, 60_000)

  it('leave out what this month asks already, when other answers go back', async () => {
    const file = await fillBook(bookOf(folder, '2026-11', '青禾镇'), join(folder, '青禾二.xlsx'), '错保', {
      亡者乙: { 核查: 'A7', 经办人: '张某' },
    })
    await doudi('import', file, '-w', folder)
    const returned = join(folder, 'out', '退回补核', '01-青禾镇-退回补核.xlsx')
    expect([...new Set(await namesOn(returned, '退回补核'))]).toEqual(['亡者乙'])
  }, 30_000)
})
