import { describe, expect, it } from 'vitest'
import { readIdentityAnswers } from '../../src/cli/identity-answers.js'
import { rowKey } from '../../src/domain/row-key.js'
import type { Workbook } from '../../src/ingest/formats/workbook.js'
import { questionKey, questionNumber, type Subjects } from '../../src/match/question-key.js'

const subjects: Subjects = ['p1', 'p2']
const number = questionNumber({ subjects })
const key = rowKey(questionKey({ subjects }), '2026-11', [])
const headings = ['序号', '核对编号', '是否\n同一人', '正确号码\n(按户口簿)', '情况说明', '核对人', '行标识(请勿改动)']
const top = [['示例县身份号码待核表'], ['填报单位：青禾镇（盖章）', '数据月份：2026年11月'], headings]

function book(rows: readonly (readonly string[])[], name = '号码待核'): Workbook {
  const sheet = {
    name,
    hidden: false,
    async *rows() {
      yield rows.map((texts, at) => ({ number: at + 1, texts, kinds: texts.map(() => 'text' as const), hidden: false }))
    },
    merges: async () => [],
    hiddenColumns: () => [],
  }
  return { format: 'xlsx', encoding: null, sheets: [sheet], close: async () => {} }
}
const read = (rows: readonly (readonly string[])[], find: Subjects | null = null) =>
  readIdentityAnswers('回填.xlsx', book([...top, ...rows]), async () => find)

describe('readIdentityAnswers', () => {
  it('takes the answer with who and why', async () => {
    const { answers, problems, sheets } = await read([['1', number, '同一人', '', '走访', '张某', key]])
    expect([problems, sheets]).toEqual([[], 1])
    expect(answers).toEqual([
      {
        ...{ number, subjects, verdict: 'same', who: '张某', why: '走访' },
        ...{ file: '回填.xlsx', sheet: '号码待核', row: 4 },
      },
    ])
  })

  it('signs with the unit where nobody signed, and reads blanks inside an answer', async () => {
    const { answers } = await read([['1', number, ' 非 同一人 ', '', '', '', key]])
    expect(answers[0]).toMatchObject({ verdict: 'different', who: '青禾镇' })
  })

  it('finds columns that were moved, and questions whose key was cut off, by number', async () => {
    const moved = [
      ['核对人', '是否同一人', '核对编号'],
      ['张某', '不确定', number],
    ]
    const { answers } = await readIdentityAnswers('回填.csv', book(moved), async () => subjects)
    expect(answers[0]).toMatchObject({ subjects, verdict: 'unsure', who: '张某' })
  })

  it.each([
    ['answer-unknown', ['1', number, '可能吧', '', '', '', key], null],
    ['answer-rows-mixed', ['1', 'H-00000000', '同一人', '', '', '', key], null],
    ['answer-question-unknown', ['1', number, '同一人', '', '', '', ''], null],
    ['answer-one-sided', ['1', number, '同一人', '', '', '', ''], ['p1', null]],
    ['answer-without-question', ['1', '', '同一人', '', '', '', ''], null],
  ] as const)('reports %s with its row and takes nothing', async (code, row, find) => {
    const { answers, problems } = await read([row], find)
    expect(answers).toEqual([])
    expect(problems.map((problem) => [problem.code, problem.origin.row])).toEqual([[code, 4]])
  })

  it('counts what nobody answered, and passes over the signature line', async () => {
    const { unanswered, problems, corrections } = await read([
      ['1', number, '', '340199198001010016', '', '', key],
      ['填表人：', '', '联系电话：', '', '', '', ''],
    ])
    expect([unanswered, problems, corrections]).toEqual([1, [], 1])
  })

  it('leaves sheets of cases alone and names them', async () => {
    const cases = book([['疑似漏保人员核查表'], ['填报单位：'], ['线索编号', '核查结论']], '漏保')
    expect(await readIdentityAnswers('回填.xlsx', cases, async () => null)).toMatchObject({
      sheets: 0,
      caseSheets: ['漏保'],
    })
  })
})
