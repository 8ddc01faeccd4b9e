import { describe, expect, test } from 'vitest'
import type { AnsweredCase, AnswerValues } from '../../src/domain/answer.js'
import type { Person } from '../../src/match/person.js'
import { type RecheckInput, recheck } from '../../src/screen/recheck.js'
import { allRechecks } from '../../src/screen/rechecks/all.js'
import { allDeliveries, asCandidates, month, person } from './county.js'

const basic = { deliveries: allDeliveries(), stops: [], month, lagMonths: 1 }

/** What the rosters of 2026-11 say against an answer about `someone`, given on the book of `bookMonth`. */
function against(
  code: string,
  someone: Person,
  values: AnswerValues = {},
  { bookMonth = '2026-09', ...more }: Partial<RecheckInput> & { readonly bookMonth?: string } = {},
): string | null {
  const answer = { code, values, who: '王五', file: 'a.xlsx', sheet: '错保', row: 4, bookMonth, readOn: '2026-10-08' }
  const programmes = ['rural-allowance', 'death'] as const
  const answered: AnsweredCase = { number: 'N', kind: '错保', answer, personKeys: [someone.key], programmes }
  return recheck([answered], { ...basic, persons: [someone], ...more }).get('N') ?? null
}

const onRoll = () => person({ 'rural-allowance-members': {} })

describe('A7 已停发', () => {
  test.each<[string, AnswerValues, string, boolean]>([
    ['from September, still there in November', { stopMonth: '2026-09' }, '2026-09', true],
    ['from October: November lies within the lag', { stopMonth: '2026-10' }, '2026-09', false],
    ['from December: not due', { stopMonth: '2026-12' }, '2026-09', false],
    ['without a month, answered on the book of September', {}, '2026-09', true],
  ])('%s', (_, values, bookMonth, contradicted) => {
    expect(against('A7', onRoll(), values, { bookMonth }) !== null).toBe(contradicted)
  })

  test('says where the person still stands, without an id', () => {
    expect(against('A7', onRoll(), { stopMonth: '2026-08' })).toMatch(
      /^答复称已停发（2026-08 起），2026-11 仍在册：农村低保（rural-allowance-members\.xlsx › Sheet1 第 \d+ 行）$/,
    )
  })

  test('another roster than the case is about does not count, nor one the person is not certainly in', () => {
    expect(against('A7', person({ 'care-subsidies': {} }), { stopMonth: '2026-08' })).toBe(null)
    expect(
      against('A7', person({ 'rural-allowance-members': {} }, { linked: 'probable' }), { stopMonth: '2026-08' }),
    ).toBe(null)
  })
})

describe('D1 死亡', () => {
  test.each<[string, Person, string, boolean]>([
    ['died in August and still enrolled', onRoll(), '2026-08-20', true],
    ['died in October: November lies within the lag', onRoll(), '2026-10-01', false],
    ['died, and in no roster that pays', person({ deaths: {}, 'disability-certificates': {} }), '2026-08-20', false],
  ])('%s', (_, someone, deathDay, contradicted) => {
    expect(against('D1', someone, { deathDay }) !== null).toBe(contradicted)
  })
})

test('D2 迁出: enrolled in the county after all', () => {
  expect(against('D2', onRoll())).toContain('仍在本县享受：农村低保')
  expect(against('D2', person({ 'registered-poor': {} }))).toBe(null)
})

describe('A1 已纳入低保', () => {
  const absent = () => person({ 'registered-poor': {} })

  test.each<[string, Person, AnswerValues, boolean]>([
    ['and enrolled', onRoll(), { doneDay: '2026-09-20' }, false],
    ['and in no roster', absent(), { doneDay: '2026-09-20' }, true],
    ['in October: November lies within the lag', absent(), { doneDay: '2026-10-20' }, false],
  ])('%s', (_, someone, values, contradicted) => {
    expect(against('A1', someone, values) !== null).toBe(contradicted)
  })

  test('names the rosters of which one was promised', () => {
    expect(against('A1', absent())).toBe('答复称已纳入农村低保或城市低保，2026-11 名册里没有')
  })

  test('says nothing while the roster is missing, short for the township, or may hold the person under another number', () => {
    expect(against('A1', absent(), {}, { deliveries: allDeliveries(['urban-allowance']) })).toBe(null)
    const stop = { programme: 'rural-allowance', township: '水湖镇', rowsBefore: 60, rowsNow: 3 } as const
    expect(against('A1', absent(), {}, { stops: [stop] })).toBe(null)
    const seeker = absent()
    asCandidates(seeker, onRoll())
    expect(against('A1', seeker)).toBe(null)
  })

  test('somebody whom no roster of this month knows any more is no contradiction', () => {
    expect(against('A1', absent(), {}, { persons: [] })).toBe(null)
  })
})

test('every outcome code is tested by one recheck at most', () => {
  const codes = allRechecks.flatMap((one) => one.codes)
  expect(new Set(codes).size).toBe(codes.length)
})
