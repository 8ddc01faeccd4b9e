import { describe, expect, it } from 'vitest'
import { rowKey } from '../../../src/domain/row-key.js'
import { caseAnswerOf } from '../../../src/track/answers/case-row.js'
import { inspectionOf } from '../../../src/track/answers/inspection-row.js'
import { readReturned } from '../../../src/track/answers/returned-book.js'
import { bookOfTexts } from './sample-book.js'

const today = '2026-12-10'
const number = '202611-C01-0001'
const key = rowKey(`${number}/2`, '2026-11', [
  ['线索编号', number],
  ['姓名', '测试一'],
])
const info = ['填报单位：河湾镇（盖章）', '', '数据月份：2026年11月']
const headings = ['序号', '线索编号', '姓名', '核查结论', '情况说明', '停发\n月份', '经办人', '行标识(请勿改动)']
const row = ['1', number, '测试一', 'A7', '', '2026-12', '', key]
const numbered = (end: string) => ['', `202611-C01-${end}`, '测试二', '', '', '', '', '']
const read = async (sheets: Parameters<typeof bookOfTexts>[0]) => readReturned('回填.xls', bookOfTexts(sheets))
const answersOf = async (sheets: Parameters<typeof bookOfTexts>[0]) =>
  (await read(sheets)).rows.flatMap((one) => caseAnswerOf(one, today) ?? [])

describe('readReturned', () => {
  it('reads a row with its key, unit and month', async () => {
    const [answer] = await answersOf({ 错保: [['核查表'], info, headings, row] })
    expect(answer).toMatchObject({
      ...{ keyed: number, number, round: 2, bookMonth: '2026-11', isChanged: false, who: '河湾镇', faults: [] },
      values: { stopMonth: '2026-12' },
    })
    expect(answer?.outcome?.code).toBe('A7')
  })

  const moved = (order: readonly number[], texts: readonly string[]) => order.map((at) => texts[at] ?? '')
  const order = [3, 4, 5, 6, 7, 2, 1, 0]
  it.each<[string, Parameters<typeof bookOfTexts>[0]]>([
    ['columns moved', { 错保: [info, moved(order, headings), moved(order, row)] }],
    ['headings on one line', { 错保: [info, headings.map((text) => text.replace('\n', '')), row] }],
    [
      'rows and columns put in',
      { 错保: [info, ['', '备注', ...headings], ['', '', ...row.map(() => '')], ['', '', ...row]] },
    ],
    ['the top cut off', { Sheet1: [headings, row] }],
    ['no 序号', { 错保: [info, headings.slice(1), row.slice(1)] }],
  ])('reads it all the same with %s', async (_, sheets) => {
    const [answer] = await answersOf(sheets)
    expect(answer).toMatchObject({ keyed: number, isChanged: false, values: { stopMonth: '2026-12' } })
  })

  it('reads several sheets copied under each other, each with its own unit', async () => {
    const other = ['填报单位：柳河镇（盖章）', '数据月份：2026年10月']
    const second = ['2', '202610-C01-0004', '测试二', 'B2', '', '', '', '']
    const rows = [info, headings, row, ['填表人：', '审核人：'], ['核查表'], other, headings, second]
    const found = await read({ 合并: rows })
    expect(found.rows.flatMap((one) => caseAnswerOf(one, today)?.who ?? [])).toEqual(['河湾镇', '柳河镇'])
    const [, last] = await answersOf({ 合并: rows })
    expect(last).toMatchObject({ keyed: null, number: '202610-C01-0004', round: null, bookMonth: '2026-10' })
    expect(found.units).toEqual(['河湾镇', '柳河镇'])
  })

  it('takes an answer that speaks of a 填报单位 for an answer', async () => {
    const speaking = row.map((text, at) => (at === 4 ? '已通知填报单位：县残联更正' : text))
    const answers = await answersOf({ 错保: [info, headings, speaking, row] })
    expect(answers.map(({ values, who }) => [values.note, who])).toEqual([
      ['已通知填报单位：县残联更正', '河湾镇'],
      [undefined, '河湾镇'],
    ])
  })

  it('tells of an inspection whose key and number name two cases', async () => {
    const sheet = [
      '序号',
      '线索编号',
      '姓名',
      '是否一致',
      '存在问题',
      '整改时限',
      '抽查人',
      '抽查日期',
      '行标识(请勿改动)',
    ]
    const inspected = (of: string) => ['1', of, '测试一', '一致', '', '', '赵六', '2026-12-01', key]
    const { rows, units } = await read({ 抽查表: [info, sheet, inspected(number), inspected('202611-C01-0002')] })
    // Its inspector has not handed in a book of his own by it.
    expect(units).toEqual([])
    const found = rows.map((one) => inspectionOf(one))
    expect(found.map((one) => [one?.on, one?.badDay])).toEqual([
      ['2026-12-01', null],
      ['2026-12-01', null],
    ])
    const days = await read({ 抽查表: [sheet, ...['2026-12', '上周', ''].map((on) => inspected(number).with(7, on))] })
    expect(days.rows.map((one) => inspectionOf(one)?.badDay)).toEqual(['2026-12', '上周', null])
    expect(found.map((one) => [one?.number, one?.mixedWith])).toEqual([
      [number, null],
      [number, '202611-C01-0002'],
    ])
  })

  it('tells a changed locked cell, and takes 轮次 where the key is lost', async () => {
    const changed = row.map((text) => (text === '测试一' ? '测试壹' : text))
    expect((await answersOf({ 错保: [headings, changed] }))[0]).toMatchObject({ isChanged: true })
    const returned = [...headings.slice(0, -1), '轮次']
    expect((await answersOf({ 退回补核: [returned, [...row.slice(0, -1), '3']] }))[0]).toMatchObject({
      round: 3,
      keyed: null,
    })
  })

  it('takes an answer merged down over several rows for all of them, and a shared signature for nothing to tell', async () => {
    const sheets = { 错保: [headings, row, ...['0002', '0003'].map((end) => numbered(end))] }
    const down = (column: number, bottom: number) => ({ top: 2, bottom, left: column, right: column })
    const book = await readReturned('回填.xls', bookOfTexts(sheets, [down(4, 3), down(6, 3), down(7, 4)]))
    const answers = book.rows.map((one) => caseAnswerOf(one, today))
    expect(answers.map((answer) => answer?.outcome?.code)).toEqual(['A7', 'A7', undefined])
    expect(answers[1]).toMatchObject({ number: '202611-C01-0002', values: { stopMonth: '2026-12' }, faults: [] })
    expect(book.rows.map(({ isMerged }) => isMerged)).toEqual([false, true, false])
  })

  it('passes over rows that only a signature fills, and sheets that are no check sheets', async () => {
    const signed = ['1', number, '测试一', '', '', '', '张某', key]
    expect(
      await answersOf({
        错保: [headings, signed],
        名单: [
          ['姓名', '身份证号'],
          ['甲', '1'],
        ],
      }),
    ).toEqual([])
    expect((await read({ 名单: [['姓名', '身份证号']] })).sheets).toEqual([])
  })
})

describe('a book that readReturned cannot take as it was sent out', () => {
  it('is read wherever its headings stand, as on a web page that shows all sheets one below the other', async () => {
    const guide = Array.from({ length: 70 }, (_, at) => [`${at + 1}.`, '填表说明'])
    expect(await answersOf({ Sheet1: [...guide, info, headings, row] })).toMatchObject([{ keyed: number }])
  })

  it('is told which column is gone, and gives no row of that sheet', async () => {
    const without = (texts: readonly string[]) => texts.filter((_, at) => at !== 3)
    const book = await read({ 错保: [info, headings, row], 脱保: [info, without(headings), without(row)] })
    expect(book.rows.map(({ place }) => place.sheet)).toEqual(['错保'])
    expect(book.problems).toMatchObject([
      {
        code: 'answer-column-missing',
        facts: { column: '核查结论' },
        origin: { file: '回填.xls', sheet: '脱保', row: 2 },
      },
    ])
    const identity = ['核对编号', '正确号码', '情况说明', '行标识(请勿改动)']
    expect((await read({ 号码待核: [identity] })).problems).toMatchObject([{ facts: { column: '是否同一人' } }])
  })

  it('tells of rows that were cut from under their headings', async () => {
    const book = await read({ 错保: [info, headings, row], 摘出: [['请县里看一下'], row, row] })
    expect(book.rows.map(({ place }) => place.sheet)).toEqual(['错保'])
    expect(book.problems).toMatchObject([
      { code: 'answer-headings-missing', facts: { rows: 2 }, origin: { file: '回填.xls', sheet: '摘出', row: 2 } },
    ])
    const corrections = rowKey('低保.xlsx|成员|12', '2026-11', [])
    expect((await read({ 退改单: [['1', corrections]] })).problems).toEqual([])
  })

  it('is not looked for in ledgers that number cases but ask nothing', async () => {
    const ledger = ['线索编号', '姓名', '状态', '情况说明', '办结日期']
    expect((await read({ 工作台账: [ledger] })).problems).toEqual([])
  })
})

describe('cells of an answer', () => {
  const cells = async (outcome: string, note: string, stop: string) =>
    (await answersOf({ 错保: [headings, ['1', number, '测试一', outcome, note, stop, '', key]] }))[0]
  it.each([
    ['A7', '2026年12月', '2026-12', []],
    ['a7 已停发', '202612', '2026-12', []],
    ['已停发', '2026/12/1', '2026-12', []],
    ['A7', '下个月', undefined, ['停发月份“下个月”不是月份，请写成 2026-11 的样子']],
    ['F9', '2026-12', '2026-12', ['核查结论“F9”不在下拉表里']],
    ['', '2026-12', '2026-12', ['没有选核查结论']],
  ])('%s with %s', async (outcome, stop, value, faults) => {
    const answer = await cells(outcome, '', stop)
    expect([answer?.values.stopMonth, answer?.faults]).toEqual([value, faults])
  })

  it('asks which month a cell of numbers has cut short', async () => {
    const { rows } = await read({ 错保: [headings, row.with(5, '2026.1')] })
    const [stop] = rows.map((one) => ({
      ...one,
      cells: { ...one.cells, stopMonth: { text: '2026.1', kind: 'number' as const } },
    }))
    expect(caseAnswerOf(stop as (typeof rows)[number], today)?.faults).toEqual([
      '停发月份“2026.1”分不清是 1 月还是 10 月，请写成 2026-10 的样子',
    ])
  })

  it('keeps a note as it was written, and looks into it whatever its marks', async () => {
    const note = '\t已停发（２０２６年１２月起），\n请核；“老王”　等３人\u200B '
    const answer = await cells('A7', note, '')
    expect(answer?.values.note).toBe('已停发（２０２６年１２月起）， 请核；“老王”　等３人')
    expect([answer?.values.stopMonth, answer?.faults]).toEqual(['2026-12', []])
  })

  const money = ['线索编号', '核查结论', '应追回\n(元)', '已追回(元)', '死亡日期']
  it.each([
    [['A8', '1,680.50', '0', ''], { dueYuan: '1680.50', recoveredYuan: '0' }, []],
    [['A8', '-5', '0', ''], { recoveredYuan: '0' }, ['应追回“-5”是负数']],
    [['A8', '很多', '0', ''], { recoveredYuan: '0' }, ['应追回“很多”不是金额']],
    [['D1', '', '', '2026-10'], {}, ['死亡证明/注销日期“2026-10”只写到月，请写到日']],
  ])('%j', async (texts, values, faults) => {
    const [answer] = await answersOf({ 错保: [money, [number, ...texts]] })
    expect([answer?.values, answer?.faults]).toEqual([values, faults])
  })
})
