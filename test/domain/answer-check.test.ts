import { describe, expect, it } from 'vitest'
import type { AnswerValues } from '../../src/domain/answer.js'
import { checkedAnswer } from '../../src/domain/answer-check.js'
import { type Outcome, outcomes } from '../../src/domain/outcome.js'
import { id } from '../match/people.js'

const today = '2026-11-25'
const outcome = (code: string) => outcomes.find((one) => one.code === code) as Outcome
const check = (code: string, values: AnswerValues) => checkedAnswer(outcome(code), values, today)
const fullWidth = (digits: string) => digits.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
const long = '入户核实其家庭人均收入高于标准'

describe('an answer that can be taken', () => {
  it.each<[string, AnswerValues]>([
    ['A1', { doneDay: '2026-11-20' }],
    ['A1', { note: '2026年11月20日批准' }],
    ['A4', { doneDay: '2026-11-20', aidYuan: '800' }],
    ['A4', { note: '11月先行救助 1,200 元，2026-11-20 办结' }],
    ['A7', { stopMonth: '2026-12' }],
    ['A7', { stopMonth: '2027-11', graceStart: '2026-11', note: '进入渐退期' }],
    ['A7', { note: '2026年12月起停发' }],
    ['A8', { dueYuan: '1680', recoveredYuan: '0' }],
    ['A8', { note: '应追回 1680 元，已追回 840 元' }],
    ['A8', { note: '应追回1,680元，已追回840元' }],
    ['B1', {}],
    ['B3', { note: '已转县医保局' }],
    ['C1', { note: long }],
    ['C5', { note: '本人自愿放弃，承诺书附件3号' }],
    ['C7', { note: '低保名册七月已停，导出表没有更新' }],
    ['C8', { note: `户口簿上的号码是${id('19700114', '746')}` }],
    ['C8', { note: `户口簿上的号码是${fullWidth(id('19700114', '746'))}` }],
    ['C8', { note: '名册姓名写错一字，应为王晓明' }],
    ['C8', { note: '姓名写错，正确的姓名是：王晓明' }],
    ['C5', { note: '承诺书编号：３，本人自愿放弃低保待遇' }],
    ['D1', { deathDay: '2026-10-03' }],
    ['D1', { note: '2026年10月3日病故' }],
    ['D2', { note: '外嫁邻县' }],
    ['D2', { note: '户口已迁往合肥' }],
    ['D2', { note: '2024年嫁到外省，详见附件2' }],
    ['D3', { note: '电话三次无人接听' }],
    ['D3', { note: '长期外出，村干部问过其兄，也无音信' }],
    ['D4', {}],
    ['E', { note: '与村委会核对后仍需县里研究' }],
  ])('%s with %j', (code, values) => expect(check(code, values).faults).toEqual([]))

  it('does not call lacking what was filled in and cannot be read', () => {
    expect(checkedAnswer(outcome('A1'), {}, today, ['doneDay']).faults).toEqual([])
    expect(checkedAnswer(outcome('A8'), {}, today, ['dueYuan']).faults).toEqual(['没有填已追回金额（没有追回的填 0）'])
  })

  it('takes from the note what the sheet has no column for, never in place of what was filled in', () => {
    expect(check('A8', { note: '应追回 1680 元，已追回 840 元' }).values).toMatchObject({
      dueYuan: '1680',
      recoveredYuan: '840',
    })
    expect(check('A8', { note: '应追回 1,234,567.50 元,已追回 2，000 元' }).values).toMatchObject({
      dueYuan: '1234567.50',
      recoveredYuan: '2000',
    })
    const { values } = check('D1', { deathDay: '2026-10-04', note: '2026年10月3日病故，10月5日火化' })
    expect(values.deathDay).toBe('2026-10-04')
  })
})

describe('an answer that goes back', () => {
  it.each<[string, AnswerValues, string]>([
    ['A1', {}, '没有填办结日期'],
    ['A1', { note: '2026年11月3日受理，2026年11月20日批准' }, '没有填办结日期'],
    ['A4', { doneDay: '2026-11-20' }, '没有填救助金额'],
    ['A4', { doneDay: '2026-11-20', aidYuan: '0' }, '没有填救助金额'],
    ['A7', {}, '没有填停发月份'],
    ['A7', { stopMonth: '2026-12', note: '进入渐退期' }, '进入渐退期而没有填渐退起始月'],
    ['A8', { dueYuan: '100' }, '没有填已追回金额（没有追回的填 0）'],
    ['A8', { dueYuan: '100', recoveredYuan: '200' }, '已追回金额多于应追回金额'],
    ['B3', { note: '已转走' }, '情况说明没有写明转介部门'],
    ['C1', { note: '收入高，已核' }, '情况说明不足 10 个字'],
    ['C1', { note: '。。。。。。。。。。。。' }, '情况说明不足 10 个字'],
    ['C5', { note: '本人自愿放弃，已签了承诺' }, '情况说明没有写明承诺书的附件号'],
    ['C7', { note: '数据有误，请上级核对后再下发' }, '情况说明没有写明哪张表错'],
    [
      'C8',
      { note: '号码是 340199197001147469 写错了' },
      '情况说明没有写明正确的号码（18 位、校验码相符）或姓名（“应为某某”）',
    ],
    ['D1', { note: '已经去世多年' }, '没有填死亡日期'],
    ['D2', {}, '情况说明没有写明去向'],
    ['D2', { note: '详见附件' }, '情况说明没有写明去向'],
    ['D2', { note: '户口已迁出' }, '情况说明没有写明去向'],
    ['D2', { note: '外嫁，去向不明' }, '情况说明没有写明去向'],
    ['D3', { note: '失联' }, '情况说明没有写明联系过程'],
    ['D3', { note: '详见附件' }, '情况说明没有写明联系过程'],
    ['D3', { note: '情况属实，长期外出失联' }, '情况说明没有写明联系过程'],
    ['E', {}, '情况说明不足 10 个字'],
    ['D1', { deathDay: '2026-11-26' }, '死亡证明/注销日期 2026-11-26 晚于今天（2026-11-25）'],
    ['A7', { stopMonth: '2027-01' }, '停发月份 2027-01 还没有到'],
  ])('%s with %j: %s', (code, values, fault) => expect(check(code, values).faults).toContain(fault))
})

describe('demands', () => {
  it('are met by nothing less than what they ask: an empty answer fails each outcome that has one', () => {
    const open = outcomes.filter(({ demands }) => demands.length > 0)
    expect(open.filter(({ code }) => check(code, {}).faults.length === 0)).toEqual([])
    expect(outcomes.filter(({ demands }) => demands.length === 0).map(({ code }) => code)).toEqual(['B1', 'B2', 'D4'])
  })
})
