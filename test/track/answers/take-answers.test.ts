import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gazetteer } from '../../../src/ingest/gazetteer.js'
import { takeAnswers } from '../../../src/track/answers/take-answers.js'
import { openHistory } from '../../../src/track/history.js'
import { doudi } from '../../cli/small-county.js'
import { allText, columnOf, readBook, rowTexts, sheetOf } from '../../write/read-book.js'
import { answerCounty, bookOf, fillBook } from './answer-county.js'

let folder = ''
beforeAll(async () => {
  folder = answerCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true }))

const back = (name: string) => join(folder, name)
const returned = (...names: string[]) => back(join('out', '退回补核', ...names))
async function take(...argv: string[]) {
  const told = await doudi('import', ...argv, '-w', folder, '--json')
  return { ...told, json: JSON.parse(told.data || '{}') }
}
async function states(): Promise<Record<string, string>> {
  const history = await openHistory(join(folder, 'state'), { readOnly: true })
  try {
    const ledger = await history.ledger()
    return Object.fromEntries(ledger.map(({ named, life }) => [named.name ?? '', `${life.state}/${life.round}`]))
  } finally {
    history.close()
  }
}
const stopped = { 核查: 'A7 属实·已处理：已停发', 停发: '2026-11', 经办人: '张某' }

describe('one township, from its book to the next month', () => {
  it('takes what can be used, sends back what cannot, and says so', async () => {
    const file = await fillBook(bookOf(folder, '2026-10', '青禾镇'), back('青禾.xlsx'), '错保', {
      亡者甲: stopped,
      亡者乙: { 核查: 'C3 不属实：财产超标(房/经营)', 情况: '有房' },
      亡者丙: { 核查: 'B1', 经办人: '张某' },
      亡者丁: { 核查: 'D1', 死亡: '2026-06-02' },
      亡者戊: { 经办人: '张某' },
    })
    const dry = await take(file, '--dry-run')
    expect(dry.json.cases).toMatchObject({ taken: 3, underWay: 1, sentBack: 1 })
    expect(dry.said).toContain('以下是试读：')
    expect(dry.said).not.toMatch(/已列入|已记|已按乡镇写/)
    expect(existsSync(returned())).toBe(false)
    const { code, json, said } = await take(file)
    expect(code).toBe(1)
    expect(json).toMatchObject({
      unanswered: 5,
      cases: { taken: 3, underWay: 1, sentBack: 1, conflicting: 0, lockedCellsChanged: 0 },
    })
    expect(said).toContain('情况说明不足 10 个字')
    expect(said).toContain(
      '核查结论“C3 不属实：财产超标(房/经营)”不能用于错保线索，可选 A7–A9、B1–B3、C0、C7–C9、D1–D4、E',
    )
    expect(await states()).toMatchObject({
      亡者甲: '已核/1',
      亡者乙: '退回补核/2',
      亡者丙: '办理中/1',
      亡者丁: '已核/1',
      亡者戊: '待核/1',
    })
  }, 30_000)

  it('changes nothing when the same file comes again', async () => {
    const before = await states()
    const { json } = await take(back('青禾.xlsx'))
    expect(json.cases).toMatchObject({ taken: 0, known: 4, sentBack: 0, conflicting: 0, outdated: 0 })
    expect(await states()).toEqual(before)
  }, 20_000)

  it('gives back a book of its own, private, with the reason and the new round', async () => {
    expect(readdirSync(returned())).toEqual(['01-青禾镇-退回补核.xlsx'])
    const file = returned('01-青禾镇-退回补核.xlsx')
    expect([statSync(file).mode & 0o777, statSync(returned()).mode & 0o777]).toEqual([0o600, 0o700])
    const book = await readBook(readFileSync(file))
    const sheet = sheetOf(book, '退回补核')
    const row = rowTexts(sheet, 4)
    expect(row[columnOf(sheet, '姓名') - 1]).toBe('亡者乙')
    expect(row[columnOf(sheet, '户主') - 1]).toBe('亡者乙\nND001')
    expect(row[columnOf(sheet, '轮次') - 1]).toBe('2')
    expect(row[columnOf(sheet, '退回原因') - 1]).toContain('情况说明不足 10 个字')
    const { dataValidation } = sheet.getCell(4, columnOf(sheet, '核查结论'))
    expect(dataValidation).toMatchObject({ formulae: ['outcomes_improper'] })
    expect(allText(book)).not.toContain('亡者己')
  })

  it('takes the filled-in book that went back, after which no book is left', async () => {
    const from = returned('01-青禾镇-退回补核.xlsx')
    const file = await fillBook(from, back('补核.xlsx'), '退回补核', {
      亡者乙: { 核查结论: 'C0', 情况: '本人健在，殡葬名册是同名的另一人' },
    })
    const { code, json } = await take(file)
    expect([code, json.cases]).toMatchObject([0, { taken: 1, lockedCellsChanged: 0 }])
    expect(await states()).toMatchObject({ 亡者乙: '已闭环/2' })
    expect(readdirSync(returned())).toEqual([])
  }, 20_000)

  it('lets a person settle two answers that contradict each other', async () => {
    const from = bookOf(folder, '2026-10', '柳河镇')
    const one = await fillBook(from, back('柳河一.xlsx'), '错保', { 亡者己: stopped })
    const two = await fillBook(from, back('柳河二.xlsx'), '错保', {
      亡者己: { 核查: 'C9', 情况: '与死者只是同名，本人健在' },
    })
    const { code, json } = await take(one, two)
    expect([code, json.cases]).toMatchObject([1, { taken: 0, conflicting: 2 }])
    expect((await take(two, one)).json.cases).toMatchObject({ known: 2, conflicting: 0 })
    const file = await fillBook(returned('02-柳河镇-退回补核.xlsx'), back('柳河补.xlsx'), '退回补核', {
      亡者己: { 核查结论: 'A7', 停发: '2026-11' },
    })
    expect((await take(file)).json.cases).toMatchObject({ taken: 1 })
    expect(await states()).toMatchObject({ 亡者己: '已核/2' })
    const later = await take(two)
    expect(later.json.cases).toMatchObject({ known: 1, conflicting: 0 })
  }, 40_000)

  it('asks next month only what is not answered, and rechecks what the rosters contradict', async () => {
    await doudi('run', '-m', '2026-11', '-w', folder)
    const book = await readBook(readFileSync(bookOf(folder, '2026-11', '青禾镇')))
    const names = (name: string) => {
      const sheet = sheetOf(book, name)
      const texts: string[] = []
      for (let row = 4; row <= sheet.rowCount; row++)
        texts.push(sheet.getRow(row).getCell(columnOf(sheet, '姓名')).text)
      return texts.filter((text) => text.startsWith('亡者'))
    }
    expect(names('错保')).toEqual(['亡者戊'])
    const history = await openHistory(join(folder, 'state'), { readOnly: true })
    expect(await history.check()).toEqual([])
    history.close()
  }, 30_000)
})

describe('a sheet saved alone, without its title and its row keys', () => {
  it('counts as what its townships sent back, tells one reason for one fault, and is quoted to nobody masked', async () => {
    const county = answerCounty()
    await doudi('run', '-m', '2026-10', '-w', county)
    const history = await openHistory(join(county, 'state'), { readOnly: true })
    const ledger = await history.ledger()
    const [one, two] = ['亡者己', '亡者甲'].map((name) => ledger.find(({ named }) => named.name === name))
    history.close()
    const file = join(county, '错保.csv')
    writeFileSync(
      file,
      `线索编号,姓名,核查结论,情况说明,停发月份\n${one?.number},亡者己,A7,,十三月\n${two?.number},亡者甲,C9,与死者只是同名，其女亡者乙可证,\n`,
    )
    const { said } = await doudi('import', file, '-w', county)
    const { data: account } = await doudi('explain', one?.number ?? '', '-m', '2026-11', '-w', county)
    expect(account).toContain('状态：退回补核（乡镇填的说明可能含姓名，加 --unmask 显示）')
    const { data: settled } = await doudi('explain', two?.number ?? '', '-m', '2026-11', '-w', county)
    expect(settled).toContain('上次答复：C9 不属实：同名异人（乡镇填的说明可能含姓名，加 --unmask 显示）')
    expect(settled).not.toContain('亡者乙')
    expect(said).toContain('停发月份“十三月”不是月份，请写成 2026-11 的样子。')
    const { data } = await doudi('status', '-w', county, '--json')
    expect(JSON.parse(data).townships).toMatchObject([{ files: 1 }, { township: '柳河镇', sentBack: 1, files: 1 }])
    rmSync(county, { recursive: true })
  }, 30_000)
})

describe('what cannot be used of the other sheets', () => {
  it('is counted among the rows with an answer', async () => {
    const list = back('登记.csv')
    const rows = [
      '邻居说,青禾镇,枣畈村,钱多多,,独居,2026-10-01,',
      '走访,青禾镇,枣畈村,孙有余,,独居无经济来源,2026-10-01,',
    ]
    writeFileSync(list, ['来源,乡镇,村,姓名,身份证号,情况说明,反映时间,登记人', ...rows].join('\n'))
    const { json, said } = await take(list)
    expect(json).toMatchObject({ answers: 2, unusableRows: 1, reported: { opened: 1 } })
    expect(said).toContain('有答复的 2 行（其中“号码待核”“来源登记”里 1 行不能用，见下）')
  }, 20_000)
})

describe('files that hold nothing to take', () => {
  it('are refused with exit code 2, and nothing is written', async () => {
    const fresh = back('空.csv')
    writeFileSync(fresh, '姓名,身份证号\n张三,1\n')
    expect(await take(fresh)).toMatchObject({ code: 2, data: '' })
  })
})

describe('a book whose column 核查结论 was deleted', () => {
  const without = (name: string, sheets: readonly string[]) =>
    fillBook(bookOf(folder, '2026-10', '青禾镇'), back(name), '错保', {}, (_, book) => {
      for (const sheet of sheets) sheetOf(book, sheet).spliceColumns(columnOf(sheetOf(book, sheet), '核查结论'), 1)
    })

  it('is told so and is not called unanswered', async () => {
    const { code, said } = await take(await without('缺列.xlsx', ['错保']), '--dry-run')
    expect(code).toBe(1)
    expect(said).toContain('缺列.xlsx › 错保 › 第 3 行：这张表的“核查结论”一列不见了')
    expect(said).not.toContain('一条也没有填')
  })

  it('is told so where no sheet is left', async () => {
    const file = await fillBook(
      bookOf(folder, '2026-10', '青禾镇'),
      back('只有一张.xlsx'),
      '错保',
      {},
      (sheet, book) => {
        sheet.spliceColumns(columnOf(sheet, '核查结论'), 1)
        for (const other of [...book.worksheets]) if (other !== sheet) book.removeWorksheet(other.id)
      },
    )
    const { code, said } = await take(file)
    expect(code).toBe(2)
    expect(said).toContain('只有一张.xlsx › 错保 › 第 3 行：这张表的“核查结论”一列不见了')
  })
})

it('refuses a clock that stands years back, by which every day in the answers would lie ahead', async () => {
  const history = await openHistory(join(folder, 'state'))
  try {
    const ground = { today: '2010-01-01', readAt: '', towns: gazetteer([]), findQuestion: async () => null }
    await expect(takeAnswers(history, [], ground, async () => null, { dryRun: false })).rejects.toMatchObject({
      code: 'clock-behind',
    })
  } finally {
    history.close()
  }
})
