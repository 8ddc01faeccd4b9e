import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type ExcelJS from 'exceljs'
import officeCrypto from 'officecrypto-tool'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnOf, readBook, sheetOf } from '../../write/read-book.js'
import { doudi, ids, smallCounty } from '../small-county.js'

let folder = ''
beforeAll(async () => {
  folder = smallCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
}, 20_000)
afterAll(() => rmSync(folder, { recursive: true }))

const rows = (month: string, name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, 'out', month, 'data', name)), { bom: true, columns: true })
const keysOf = (month: string, id: string) =>
  new Set(rows(month, 'persons.csv').flatMap((row) => (row.id_number === id ? [row.person_key] : []))).size
const asked = (month: string) => rows(month, 'identity.csv').map((row) => row.left_id_number)
const back = (name: string) => join(folder, name)
const take = (...argv: string[]) => doudi('import', ...argv, '-w', folder, '--json')

async function fill(name: string, answers: Readonly<Record<string, string>>): Promise<void> {
  const books = join(folder, 'out', '2026-10', '县级')
  const book = await readBook(
    readFileSync(join(books, readdirSync(books).find((one) => one.includes('县级总表')) as string)),
  )
  const sheet = sheetOf(book, '号码待核')
  const numbers = new Map(rows('2026-10', 'identity.csv').map((row) => [row.question, row.left_id_number]))
  sheet.eachRow((row) => {
    const id = numbers.get(row.getCell(columnOf(sheet, '核对编号')).text)
    if (id !== undefined && answers[id]) answer(row, sheet, answers[id])
  })
  writeFileSync(back(name), Buffer.from(await book.xlsx.writeBuffer()))
}

function answer(row: ExcelJS.Row, sheet: ExcelJS.Worksheet, text: string): void {
  row.getCell(columnOf(sheet, '是否')).value = text
  row.getCell(columnOf(sheet, '核对人')).value = '张某'
}

describe('doudi import of answers about identities', () => {
  it('keeps answers once, holds the next months to them, and does not ask again', async () => {
    expect(asked('2026-10').sort()).toEqual([ids.same, ids.different, ids.unsure].sort())
    await fill('一.xlsx', { [ids.same]: '同一人', [ids.different]: '非同一人', [ids.unsure]: '不确定' })
    expect(JSON.parse((await take(back('一.xlsx'), '--dry-run')).data)).toMatchObject({ identity: { added: 3 } })
    const first = await take(back('一.xlsx'))
    expect([first.code, JSON.parse(first.data)]).toMatchObject([0, { identity: { added: 3, changed: 0 }, unusable: 0 }])
    expect(first.said).toContain('已记入台账')
    const again = await take(back('一.xlsx'))
    expect(JSON.parse(again.data)).toMatchObject({ identity: { added: 0, known: 3 } })
    expect(again.said).toContain('没有新的答复要记')
    expect(again.said).not.toContain('已记入台账')
    for (const month of ['2026-10', '2026-11']) {
      await doudi('run', '-m', month, '-w', folder)
      expect(asked(month)).toEqual([])
      expect([ids.same, ids.different, ids.unsure].map((id) => keysOf(month, id))).toEqual([1, 2, 2])
    }
    expect(JSON.parse((await take(back('一.xlsx'))).data)).toMatchObject({
      identity: { added: 0, changed: 0, known: 3 },
    })
  }, 40_000)

  it('says that a book is still open elsewhere, and that a folder holds nothing to import', async () => {
    const other = smallCounty()
    await doudi('run', '-m', '2026-10', '-w', other)
    const mine = folder
    folder = other
    await fill('五.xlsx', { [ids.same]: '同一人' })
    writeFileSync(back('~$五.xlsx'), '')
    const { code, said } = await take(back('五.xlsx'))
    expect([code, said]).toEqual([0, expect.stringContaining('五.xlsx：这个文件正被打开着')])
    mkdirSync(back('空'))
    expect(await take(back('空'))).toMatchObject({ code: 2, said: expect.stringContaining('空 里没有文件') })
    folder = mine
    rmSync(other, { recursive: true })
  }, 40_000)

  it('refuses two answers to one question and names both', async () => {
    const other = smallCounty()
    await doudi('run', '-m', '2026-10', '-w', other)
    const mine = folder
    folder = other
    await fill('甲.xlsx', { [ids.same]: '同一人' })
    await fill('乙.xlsx', { [ids.same]: '不确定' })
    const { code, data, said } = await take(back('甲.xlsx'), back('乙.xlsx'))
    expect([code, JSON.parse(data)]).toMatchObject([1, { identity: { added: 0, conflicting: 2 } }])
    expect(said).toContain('相互矛盾，都没有记')
    expect(said).toContain('乙.xlsx')
    folder = mine
    rmSync(other, { recursive: true })
  }, 20_000)

  it('names the file that holds no sheet among files that do', async () => {
    writeFileSync(back('别的.csv'), '姓名,身份证号\n')
    writeFileSync(back('登记.csv'), '来源,乡镇,村,姓名,身份证号,情况说明,反映时间,登记人\n')
    const { code, said } = await take(back('登记.csv'), back('别的.csv'))
    expect(code).toBe(1)
    expect(said).toContain('没有一张认得出的核查表、号码待核表、抽查表或来源登记表')
  })

  it('says of a lone book that has a password how to give it', async () => {
    const books = join(folder, 'out', '2026-10', '乡镇')
    const book = readFileSync(join(books, readdirSync(books).find((one) => one.includes('核查表')) as string))
    writeFileSync(back('加密.xlsx'), officeCrypto.encrypt(book, { password: 'secret' }))
    const { code, said } = await take(back('加密.xlsx'))
    expect([code, said]).toEqual([2, expect.stringContaining('加一行“导入,*,口令”，或设环境变量 DOUDI_PASSWORD')])
  })

  it('says so when no file holds the sheet', async () => {
    writeFileSync(back('空.csv'), '姓名,身份证号\n')
    expect(await take(back('空.csv'))).toMatchObject({ code: 2, data: '' })
  })
})

it('says from when on what it took counts: a person reported from the next month, an answer about identities at once', async () => {
  const mine = folder
  folder = smallCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
  await fill('答.xlsx', { [ids.same]: '同一人' })
  expect((await take(back('答.xlsx'))).said).toContain('已记入台账，“号码待核”的答复重跑最新的一个月就用上。')
  writeFileSync(
    back('登记.csv'),
    '来源,乡镇,村,姓名,身份证号,情况说明,反映时间,登记人\n走访,青禾镇,枣畈村,钱多多,,独居无经济来源,2026-10-01,\n',
  )
  const { said } = await take(back('登记.csv'))
  expect(said).toContain('下一个月比对时列入乡镇核查表')
  expect(said).toContain('已记入台账，下一个月比对时生效。')
  const missed = async (month: string) => {
    await doudi('run', '-m', month, '-w', folder)
    const books = join(folder, 'out', month, '乡镇')
    const book = readdirSync(books).find((one) => one.includes('核查表')) as string
    return JSON.stringify(sheetOf(await readBook(readFileSync(join(books, book))), '漏保').getSheetValues())
  }
  expect(await missed('2026-10')).not.toContain('钱多多')
  expect(keysOf('2026-10', ids.same)).toBe(1)
  expect(await missed('2026-11')).toContain('钱多多')
  rmSync(folder, { recursive: true })
  folder = mine
}, 40_000)

it('leaves nothing behind before the first run', async () => {
  const fresh = smallCounty()
  const list = join(fresh, '登记.csv')
  writeFileSync(
    list,
    '来源,乡镇,村,姓名,身份证号,情况说明,反映时间,登记人\n走访,青禾镇,枣畈村,钱多多,,独居无经济来源,2026-10-01,\n',
  )
  const { code, said } = await doudi('import', list, '-w', fresh)
  expect([code, said]).toEqual([2, expect.stringContaining('台账里还没有任何月份')])
  expect(existsSync(join(fresh, 'state')) || existsSync(join(fresh, 'out'))).toBe(false)
  rmSync(fresh, { recursive: true })
})
