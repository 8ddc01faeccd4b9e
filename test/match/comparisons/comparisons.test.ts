import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allComparisons } from '../../../src/match/comparisons/all.js'
import { nullLevel } from '../../../src/match/linkage/comparison.js'
import { id, type Row, unitProfile } from '../people.js'

function level(comparison: string, left: Row | readonly Row[], right: Row | readonly Row[]): string | null {
  const profile = (rows: Row | readonly Row[]) => unitProfile([rows].flat())
  const found = allComparisons.find(({ id: known }) => known === comparison)
  const at = found?.compare(profile(left), profile(right)) ?? nullLevel
  return at === nullLevel ? null : (found?.levels[at]?.id ?? null)
}

const wang = id('19800506', '123')

describe('comparisons', () => {
  it('are all listed, alphabetical', () => {
    const files = readdirSync('src/match/comparisons').filter((name) => name !== 'all.ts')
    expect(allComparisons.map(({ id: name }) => `${name}.ts`)).toEqual(files.sort())
  })

  it('say every level in words', () => {
    for (const { levels } of allComparisons) {
      expect(levels.every(({ words }) => /[\u4E00-\u9FFF]/.test(words))).toBe(true)
      expect(new Set(levels.map(({ id: name }) => name)).size).toBe(levels.length)
      const sum = (part: 'm' | 'u') => levels.reduce((total, { prior }) => total + prior[part], 0)
      expect(sum('m')).toBeCloseTo(1, 1)
      expect(sum('u')).toBeCloseTo(1, 1)
    }
  })

  it.each([
    ['one-digit', `${wang.slice(0, 9)}7${wang.slice(10)}`],
    ['swapped', `${wang.slice(0, 8)}${wang[9]}${wang[8]}${wang.slice(10)}`],
    ['missing-digit', wang.slice(0, 5) + wang.slice(6)],
    ['missing-digit', `${wang.slice(0, 5)}8${wang.slice(5)}`],
    ['shifted', `${wang.slice(0, 9)}${wang.slice(10)}0`],
    ['shifted', `${wang.slice(0, 3)}7${wang.slice(3, 17)}`],
    ['shifted-tail', `${wang.slice(0, 14)}${wang.slice(15)}0`],
    ['two-digits', `${wang.slice(0, 15)}77${wang[17]}`],
    ['area', `341235${wang.slice(6)}`],
    ['birth-and-area', `${wang.slice(0, 14)}7777`],
    ['birth-slip', '340199198006057777'],
    ['different', '340199195505057777'],
    ['different', '340191995505057777'],
    [null, null],
    [null, 'AB1234567'],
    [null, `${wang.slice(0, 15)}000`],
  ])('identity number: %s', (expected, text) => {
    expect(level('identity-number', { id: wang }, { id: text })).toBe(expected)
    expect(level('identity-number', { id: text }, { id: wang })).toBe(expected)
  })

  it.each(['340199198013057011', '340199198005131234'])('identity number: month and day exchanged in %s', (text) => {
    const exchanged = text.slice(0, 10) + text.slice(12, 14) + text.slice(10, 12) + text.slice(14)
    expect(level('identity-number', { id: text }, { id: exchanged })).toBe('month-day')
  })

  it.each([
    // Where the kinds of slip meet: the last digit of the area code, half of an exchange, one digit beyond it, four and five digits moved.
    ['two-digits', '340199198005061234', '340109298005061234'],
    ['two-digits', '340199198005121234', '340199198012121234'],
    ['birth-slip', '340199198005061234', '340199198006052234'],
    ['shifted', '340199198005061234', '340199198005012349'],
    ['shifted-tail', '340199198012341234', '340199198023471234'],
  ])('identity number: %s between %s and %s', (expected, left, right) => {
    expect(level('identity-number', { id: left }, { id: right })).toBe(expected)
    expect(level('identity-number', { id: right }, { id: left })).toBe(expected)
  })

  it.each<[string | null, Row]>([
    ['ends', { id: wang.slice(6) }],
    ['ends', { id: `${wang.slice(0, 6)}********${wang.slice(14)}`, birthDate: '1980-05-06' }],
    ['tail-lost', { id: `${wang.slice(0, 15)}000` }],
    ['birth-unlike', { id: `${wang.slice(0, 14)}7000` }],
    ['birth-unlike', { id: `${wang.slice(0, 6)}********7777`, birthDate: '1980-05-06' }],
    ['tail', { id: `${wang.slice(0, 6)}********${wang.slice(14)}` }],
    ['birth-and-area', { id: `${wang.slice(0, 14)}****` }],
    ['birth', { id: '3.40199E+17', birthDate: '1980-05-06' }],
    ['masked', { id: `${wang.slice(0, 10)}********` }],
    ['birth-slip', { id: `${wang.slice(0, 10)}********`, birthDate: '1980-06-05' }],
    ['different', { id: `${wang.slice(0, 6)}********7777` }],
    [null, { id: '3.40199E+17' }],
    [null, { id: null, birthDate: '1980-05-06' }],
    [null, { id: wang }],
  ])('partial number: %s', (expected, row) => {
    expect(level('partial-number', { id: wang }, row)).toBe(expected)
    expect(level('partial-number', row, { id: wang })).toBe(expected)
    if (expected !== null) expect(level('identity-number', { id: wang }, row)).toBe(null)
  })

  it('birth date: speaks where a side has no number', () => {
    expect(level('birth-date', { id: wang }, { id: null, birthDate: '1980-05-06' })).toBe('same')
    expect(level('birth-date', { id: wang }, { id: null, birthDate: '1981-05-06' })).toBe('slip')
    expect(level('birth-date', { id: wang }, { id: null, birthDate: '1955-12-31' })).toBe('different')
    expect(level('birth-date', { id: wang }, { id: null })).toBe(null)
    // A birth month without a day: read as its first day, it speaks neither for nor against.
    expect(level('birth-date', { id: wang }, { id: null, birthDate: '1980-05-01' })).toBe(null)
    expect(level('birth-date', { id: wang }, { id: null, birthDate: '1980-07-01' })).toBe('different')
    expect(level('birth-date', { id: wang }, { id: wang })).toBe(null)
  })

  it('identity number: a recorded former number', () => {
    expect(level('identity-number', { id: wang }, { id: id('19800102'), formerId: wang })).toBe('former')
  })

  it.each<[string, string | null, Row[], Row[]]>([
    ['phone', 'same', [{ phone: '13900000001' }, { phone: '13900000002' }], [{ phone: '13900000002' }]],
    [
      'bank-account',
      'same',
      [{ account: '6200000000000001' }, { account: '6200000000000002' }],
      [{ account: '6200000000000002' }, { account: '6200000000000003' }],
    ],
    ['place', 'township', [{ township: '乙镇' }, { township: '甲镇' }], [{ township: '甲镇' }, { township: '丙镇' }]],
    ['birth-date', 'same', [{ birthDate: '1980-05-06' }, { birthDate: '1990-01-02' }], [{ birthDate: '1980-05-06' }]],
    ['birth-date', 'slip', [{ birthDate: '1955-05-06' }, { birthDate: '1990-01-02' }], [{ birthDate: '1990-01-03' }]],
    ['birth-date', null, [{ birthDate: '1955-05-06' }, { birthDate: '1990-02-01' }], [{ birthDate: '1990-02-17' }]],
  ])('%s: %s of several rows', (comparison, expected, left, right) => {
    expect(level(comparison, left, right)).toBe(expected)
    expect(level(comparison, right, left)).toBe(expected)
  })

  it.each<[string, string | null, Row, Row]>([
    ['place', null, { village: '东村' }, { village: '东村' }],
    ['household', null, { headName: '王大山' }, {}],
    ['sex', 'same', { id: wang }, { id: null, sex: '男' }],
    ['sex', 'different', { id: wang }, { id: null, sex: '女' }],
    ['sex', null, { id: wang }, { id: null }],
    ['place', 'village', { township: '甲镇', village: '东村' }, { township: '甲镇', village: '东村' }],
    ['place', 'township', { township: '甲镇', village: '东村' }, { township: '甲镇', village: '西村' }],
    ['place', 'different', { township: '甲镇' }, { township: '乙镇' }],
    ['place', null, { township: '甲镇' }, {}],
    ['household', 'head-name', { headName: '王大山' }, { headName: '王大山', source: 'registered-poor' }],
    ['household', 'number', { number: '1' }, { number: '1' }],
    ['household', null, { number: '1' }, { number: '1', system: 'registered-poor' }],
    ['household', 'different', { headName: '王大山' }, { headName: '李二' }],
    ['household', 'member', { headId: wang }, { headId: wang }],
    ['phone', 'same', { phone: '139-0000-0001' }, { phone: '13900000001' }],
    ['phone', 'different', { phone: '13900000002' }, { phone: '13900000001' }],
    ['phone', null, { phone: '138****0001' }, { phone: '138****0001' }],
    ['phone', 'same', { phone: '05516543210、13900000001' }, { phone: '13900000001' }],
    ['bank-account', null, { account: '6200********0001' }, { account: '6200********0001' }],
    ['phone', null, { phone: '无电话' }, { phone: '13900000001' }],
    ['bank-account', 'same', { account: '6200 0000 0000 0001' }, { account: '6200000000000001' }],
    ['bank-account', null, {}, { account: '6200000000000001' }],
    ['person-name', 'equal', { name: '王小明' }, { name: '王小明' }],
    ['person-name', 'same-sound', { name: '王晓明' }, { name: '王小明' }],
    ['person-name', 'equal', { name: '李秀英', formerName: '王小明' }, { name: '王小明' }],
    ['person-name', 'one-other', { name: '王大明' }, { name: '王小明' }],
    ['person-name', 'short-other', { name: '王明' }, { name: '王林' }],
    ['person-name', 'different', { name: '王明' }, { name: '李明' }],
    ['person-name', null, { name: null }, { name: '王小明' }],
  ])('%s: %s', (comparison, expected, left, right) => {
    expect(level(comparison, left, right)).toBe(expected)
  })
})
