import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { columnOf, readBook, rowTexts, sheetOf } from '../../write/read-book.js'
import { doudi, smallCounty } from '../small-county.js'

let folder = ''
beforeEach(async () => {
  folder = smallCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
}, 20_000)
afterEach(() => rmSync(folder, { recursive: true }))

/** Fills a sheet of a book below `out` in every row of a case and saves it; returns the file. */
async function fill(below: string, sheetName: string, values: Readonly<Record<string, string>>): Promise<string> {
  const books = join(folder, 'out', below)
  const name = readdirSync(books).find(
    (one) => one.startsWith('青禾镇') || one.includes('青禾镇-核查表') || one.includes('县民政局-抽查表'),
  ) as string
  const book = await readBook(readFileSync(join(books, name)))
  const sheet = sheetOf(book, sheetName)
  sheet.eachRow((row: ExcelJS.Row) => {
    if (!/^\d{6}-[A-Z]\d{2}-/.test(row.getCell(columnOf(sheet, '线索编号')).text)) return
    for (const [heading, value] of Object.entries(values)) row.getCell(columnOf(sheet, heading)).value = value
  })
  const file = join(folder, `回填-${sheetName}.xlsx`)
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()))
  return file
}

it('draws what was answered, and an inspection that differs sends the case back', async () => {
  expect(await doudi('sample', '-w', folder)).toMatchObject({ code: 2 })
  const answers = await fill('2026-10/乡镇', '错保', {
    核查结论: 'C7 不属实：数据滞后(源表错)',
    情况说明: '殡葬名册登记错误，本人健在，已经见面',
  })
  expect((await doudi('import', answers, '-w', folder)).code).toBe(0)
  const { code, data } = await doudi('sample', '--seed', '甲', '-w', folder, '--json')
  expect(code).toBe(0)
  const { cases } = JSON.parse(data) as { cases: { case: string; checker: string }[] }
  expect(cases.map((one) => one.checker)).toEqual(['县民政局'])
  const inspected = await fill('抽查/2026-10', '抽查表', {
    是否一致: '不一致',
    问题描述: '邻居反映本人已经去世',
    抽查人: '赵六',
  })
  const read = await doudi('import', inspected, '-w', folder, '--json')
  expect(JSON.parse(read.data)).toMatchObject({ inspections: { agreeing: 0, differing: 1, known: 0 } })
  expect(JSON.parse((await doudi('import', inspected, '-w', folder, '--json')).data)).toMatchObject({
    inspections: { differing: 0, known: 1 },
  })
  await doudi('report', '-w', folder)
  const ledger = await readBook(readFileSync(join(folder, 'out/报告/2026-10/示例县-工作台账-2026-10.xlsx')))
  const [row] = [4].map((at) => rowTexts(sheetOf(ledger, '抽查结果'), at))
  expect(row).toEqual(expect.arrayContaining(['不一致', '邻居反映本人已经去世', '退回补核']))
  expect(row?.join()).toContain('C7 不属实：数据滞后')
  const status = JSON.parse((await doudi('status', '-w', folder, '--json')).data)
  expect(status.townships).toEqual([expect.objectContaining({ township: '青禾镇', sentBack: 1 })])
}, 30_000)

it('refuses a share that is none', async () => {
  expect((await doudi('sample', '--percent', '0', '-w', folder)).said).toContain('--percent 应为')
})
