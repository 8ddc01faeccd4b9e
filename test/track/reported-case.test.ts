import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openHistory } from '../../src/track/history.js'
import { doudi, ids, smallCounty } from '../cli/small-county.js'
import { columnOf, readBook, rowTexts, sheetOf } from '../write/read-book.js'
import { bookOf, fillBook } from './answers/answer-county.js'

const headings = '来源,乡镇,村,姓名,身份证号,情况说明,反映时间,登记人'

async function names(file: string): Promise<string[]> {
  const sheet = sheetOf(await readBook(readFileSync(file)), '漏保')
  const texts: string[] = []
  for (let row = 4; row <= sheet.rowCount; row++) texts.push(rowTexts(sheet, row)[columnOf(sheet, '姓名') - 1] ?? '')
  return texts.filter((text) => text !== '' && !text.includes('：'))
}

it('the empty form in a township’s book is read like any other list of reports, and the township is the book’s', async () => {
  const folder = smallCounty()
  await doudi('run', '-m', '2026-10', '-w', folder)
  const filled = join(folder, '回填.xlsx')
  await fillBook(bookOf(folder, '2026-10', '青禾镇'), filled, '来源登记', {}, (sheet) => {
    const visit = {
      来源: '走访',
      村: '枣畈村',
      姓名: '周玉梅',
      公民: ids.alive,
      情况: '独居，无人照料',
      反映: '2026.11.3',
    }
    for (const [heading, text] of Object.entries(visit)) sheet.getRow(6).getCell(columnOf(sheet, heading)).value = text
  })
  const told = await doudi('import', filled, '-w', folder, '--json')
  expect(JSON.parse(told.data)).toMatchObject({ reported: { opened: 1, known: 0 } })
  const history = await openHistory(join(folder, 'state'), { readOnly: true })
  try {
    const [opened] = (await history.ledger()).filter(({ finding }) => finding.rule === 'V01')
    expect(opened?.finding).toMatchObject({ township: '青禾镇', village: '枣畈村', personKey: expect.any(String) })
  } finally {
    history.close()
    rmSync(folder, { recursive: true })
  }
}, 60_000)

it('a reported case is opened once, carried into the next books, answered, and closed when the rosters say nothing against it', async () => {
  const folder = smallCounty()
  const back = (name: string) => join(folder, name)
  const take = async (file: string) => {
    const told = await doudi('import', back(file), '-w', folder, '--json')
    return { ...told, json: JSON.parse(told.data || '{}') }
  }
  const state = async () => {
    const history = await openHistory(back('state'), { readOnly: true })
    try {
      return [await history.ledger(), await history.check()] as const
    } finally {
      history.close()
    }
  }
  await doudi('run', '-m', '2026-10', '-w', folder)
  const rows = [
    `走访,青禾镇,枣畈村,周玉梅,${ids.alive},丈夫病故后无人照料，收入低,2026-11-03,张某`,
    '12345热线,青禾,枣畈,测试未知,,来电反映生活困难,2026-11-04,李某',
    '猜测,青禾镇,枣畈村,甲,,说不清,2026-11-04,李某',
    '走访,青禾镇,枣畈村,乙,,明天的事,2099-01-01,李某',
    '信息共享,青禾镇,枣畈村,丙,,,2026-11-04,李某',
    `走访,青禾镇,枣畈村,,${ids.same},,2026-11-05,李某`,
  ]
  writeFileSync(back('来源登记.csv'), `\uFEFF${headings}\n${rows.join('\n')}\n`)
  const first = await take('来源登记.csv')
  expect([first.code, first.json.reported]).toEqual([1, { opened: 2, known: 0 }])
  expect(first.said.match(/姓名或情况说明没有填/g)).toHaveLength(2)
  for (const words of ['不是走访、信息共享、热线之一', '反映时间没有填', '姓名或情况说明没有填'])
    expect(first.said).toContain(words)
  expect((await take('来源登记.csv')).json.reported).toEqual({ opened: 0, known: 2 })
  const [opened] = await state()
  const [visit, call] = opened.filter(({ finding }) => finding.rule.startsWith('V'))
  expect([visit?.number, call?.number]).toEqual(['202610-V01-0001', '202610-V03-0001'])
  expect([visit?.finding.personKey, call?.finding.personKey]).toEqual([expect.any(String), null])
  expect(call?.finding).toMatchObject({ township: '青禾镇', village: '枣畈村', kind: '漏保' })

  // The month run again says what it said; the next one asks.
  await doudi('run', '-m', '2026-10', '-w', folder)
  expect(await names(bookOf(folder, '2026-10', '青禾镇'))).toEqual([])
  await doudi('run', '-m', '2026-11', '-w', folder)
  expect((await names(bookOf(folder, '2026-11', '青禾镇'))).sort()).toEqual(['周玉梅', '测试未知'])
  await fillBook(bookOf(folder, '2026-11', '青禾镇'), back('回填.xlsx'), '漏保', {
    周玉梅: { 核查结论: 'C1', 情况: '入户核实收入高于低保标准' },
    测试未知: { 核查结论: 'A4', 先行: '500', 办结: '2026-11-10' },
  })
  expect((await take('回填.xlsx')).json.cases).toMatchObject({ taken: 2, lockedCellsChanged: 0 })
  const [ledger, problems] = await state()
  const reported = ledger.filter(({ finding }) => finding.rule.startsWith('V'))
  expect(reported.map(({ life }) => life.state)).toEqual(['已闭环', '已核'])
  expect(problems).toEqual([])
  rmSync(folder, { recursive: true })
}, 60_000)
