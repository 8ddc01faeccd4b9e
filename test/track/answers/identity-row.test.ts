import { describe, expect, it } from 'vitest'
import { rowKey } from '../../../src/domain/row-key.js'
import { elsewhere, questionKey, questionNumber, type Subjects } from '../../../src/match/question-key.js'
import { identityAnswerOf } from '../../../src/track/answers/identity-row.js'
import { readReturned } from '../../../src/track/answers/returned-book.js'
import { id } from '../../match/people.js'
import { bookOfTexts } from './sample-book.js'

const subjects: Subjects = ['p1', 'p2']
const number = questionNumber({ subjects })
const key = rowKey(questionKey({ subjects }), '2026-11', [['核对编号', number]])
const headings = ['序号', '核对编号', '是否\n同一人', '正确号码\n(按户口簿)', '情况说明', '核对人', '行标识(请勿改动)']
const top = [['示例县身份号码待核表'], ['填报单位：青禾镇（盖章）', '数据月份：2026年11月'], headings]
const right = id('19700114', '746')

async function read(row: readonly string[], find: Subjects | null = null, above: readonly (readonly string[])[] = top) {
  const { rows } = await readReturned('回填.xlsx', bookOfTexts({ 号码待核: [...above, row] }))
  const [first] = rows
  if (first === undefined) throw new Error('no row')
  return identityAnswerOf(first, async () => find)
}

describe('identityAnswerOf', () => {
  it('takes the answer with who and why', async () => {
    const { answer, problems } = await read(['1', number, '同一人', '', '走访', '张某', key])
    expect(problems).toEqual([])
    expect(answer).toMatchObject({ number, subjects, verdict: 'same', correctId: null, who: '张某', why: '走访' })
    expect(answer?.place).toMatchObject({ file: '回填.xlsx', sheet: '号码待核', row: 4 })
  })

  it('keeps what was written as it was written', async () => {
    const { answer } = await read(['1', number, '同一人', '', '走访（村委会），属实。', '张某、李某（会计）', key])
    expect(answer).toMatchObject({ who: '张某、李某（会计）', why: '走访（村委会），属实。' })
  })

  it('signs with the unit where nobody signed, and reads blanks inside an answer', async () => {
    const { answer } = await read(['1', number, ' 非 同一人 ', '', '', '', key])
    expect(answer).toMatchObject({ verdict: 'different', who: '青禾镇' })
  })

  it('finds columns that were moved, and questions whose key was cut off, by number', async () => {
    const { answer } = await read(['张某', '不确定', number], subjects, [['核对人', '是否同一人', '核对编号']])
    expect(answer).toMatchObject({ subjects, verdict: 'unsure', who: '张某' })
  })

  it.each([
    ['answer-unknown', ['1', number, '可能吧', '', '', '', key], null],
    ['answer-rows-mixed', ['1', 'H-00000000', '同一人', '', '', '', key], null],
    ['answer-question-unknown', ['1', number, '同一人', '', '', '', ''], null],
    ['answer-one-sided', ['1', number, '同一人', '', '', '', ''], ['p1', null]],
    ['answer-without-question', ['1', '', '同一人', '', '', '', ''], null],
    ['answer-bad-id', ['1', number, '', '340199197001147469', '', '', key], null],
    ['answer-id-as-number', ['1', number, '', '3.40199197001147E+017', '', '', key], null],
  ] as const)('reports %s with its row and takes nothing', async (code, row, find) => {
    const { answer, problems } = await read(row, find)
    expect(answer).toBeNull()
    expect(problems.map((problem) => [problem.code, problem.origin.row])).toEqual([[code, 4]])
  })

  it('shows no id that stands in the wrong column, not even the part that a cut leaves', async () => {
    const { problems } = await read(['1', number, `户口簿上应为号码${right}`, '', '', '', key])
    expect(problems[0]?.facts.text).not.toContain(right.slice(0, 12))
  })

  it('takes a correct number by itself, also where nobody stands on the other side', async () => {
    expect((await read(['1', number, '', right, '', '', key])).answer).toMatchObject({
      verdict: null,
      correctId: right,
    })
    const { answer, problems } = await read(['1', number, '同一人', right, '', '', ''], ['p1', null])
    expect([answer?.correctId, answer?.verdict, problems.map(({ code }) => code)]).toEqual([
      right,
      null,
      ['answer-one-sided'],
    ])
  })

  it('takes the answer of a row whose locked cells were changed, and says so', async () => {
    const shownTop = [...top.slice(0, 2), [...headings.slice(0, 2), '甲：号码', ...headings.slice(2)]]
    const shown = rowKey(questionKey({ subjects }), '2026-11', [
      ['核对编号', number],
      ['甲：号码', '340199********7469'],
    ])
    const row = (left: string) => ['1', number, left, '同一人', '', '', '', shown]
    expect((await read(row('340199********7469'), null, shownTop)).problems).toEqual([])
    const { answer, problems } = await read(row('340199********7460'), null, shownTop)
    expect([answer?.verdict, problems.map(({ code }) => code)]).toEqual(['same', ['locked-question-changed']])
  })

  it.each([
    ['the verdict on somebody it could not see', '甲某', elsewhere, '同一人', '', null, ['answer-unseen']],
    ['nor the correct number of one', elsewhere, '乙某', '', right, null, ['answer-unseen-number']],
    ['nor both', elsewhere, '乙某', '非同一人', right, null, ['answer-unseen', 'answer-unseen-number']],
    ['but the correct number of its own', '甲某', elsewhere, '', right, right, []],
  ] as const)('takes from a township not %s', async (_, left, other, verdict, correct, taken, codes) => {
    const names = ['甲：姓名\n村(社区)', '乙：姓名\n村(社区)']
    const shown = rowKey(questionKey({ subjects }), '2026-11', [
      ['核对编号', number],
      [names[0] as string, left],
      [names[1] as string, other],
    ])
    const row = ['1', number, left, other, verdict, correct, '', '', shown]
    const townshipTop = [...top.slice(0, 2), [...headings.slice(0, 2), ...names, ...headings.slice(2)]]
    const { answer, problems } = await read(row, null, townshipTop)
    expect([answer?.verdict ?? null, answer?.correctId ?? null]).toEqual([null, taken])
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })

  it('knows what nobody answered', async () => {
    expect(await read(['1', number, '', '', '', '', key])).toEqual({ answer: null, problems: [], isBlank: true })
    expect(await read(['合计', '', '', '', '', '', ''])).toEqual({ answer: null, problems: [], isBlank: false })
  })
})
