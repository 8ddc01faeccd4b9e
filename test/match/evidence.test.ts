import { describe, expect, it } from 'vitest'
import { areTwoPeople, type Found, mayLink, mayStandTwice, mustAsk, speaksForPerson } from '../../src/match/evidence.js'
import { id, type Row, unitProfile } from './people.js'

const village = { place: 'village', sex: 'same' }
const township = { place: 'township' }

describe('mayLink', () => {
  it.each<[boolean, Found]>([
    // A brother's name: only with a number that is all but equal, and two short names only in one village.
    [true, { ...village, 'person-name': 'one-other', 'identity-number': 'one-digit' }],
    [true, { ...village, 'person-name': 'one-other', 'identity-number': 'shifted' }],
    [true, { ...township, 'person-name': 'one-other', 'identity-number': 'one-digit' }],
    [true, { ...village, 'person-name': 'short-other', 'identity-number': 'area' }],
    [false, { ...township, 'person-name': 'short-other', 'identity-number': 'area' }],
    [false, { ...village, 'person-name': 'one-other', 'identity-number': 'shifted-tail' }],
    [false, { ...village, 'person-name': 'one-other', 'identity-number': 'two-digits' }],
    [false, { ...village, 'person-name': 'one-other', 'birth-date': 'same' }],
    [false, { ...village, 'person-name': 'one-other', phone: 'same' }],
    // A birth date: with the name itself, or a slip of it and one thing more.
    [true, { 'person-name': 'equal', 'birth-date': 'same' }],
    [true, { 'person-name': 'other-writing', 'identity-number': 'birth-and-area' }],
    [true, { ...village, 'person-name': 'equal', 'partial-number': 'birth-unlike' }],
    [true, { ...village, 'person-name': 'same-sound', 'birth-date': 'same' }],
    [true, { ...township, 'person-name': 'look-alike', 'birth-date': 'same', household: 'member' }],
    [false, { ...township, 'person-name': 'same-sound', 'birth-date': 'same' }],
    [false, { ...village, 'person-name': 'equal', 'identity-number': 'different' }],
    [false, { ...village, 'person-name': 'equal', 'birth-date': 'different', phone: 'same' }],
    // Neither number nor birth date: the name itself and one thing, a slip of it and two.
    [true, { ...village, 'person-name': 'equal' }],
    [true, { ...township, 'person-name': 'equal', household: 'number' }],
    [true, { ...township, 'person-name': 'other-writing', 'bank-account': 'same' }],
    [true, { ...village, 'person-name': 'same-sound', phone: 'same' }],
    [false, { ...township, 'person-name': 'equal' }],
    [
      false,
      { ...township, 'person-name': 'equal', household: 'head-name', phone: 'different', 'bank-account': 'different' },
    ],
    [false, { ...village, 'person-name': 'same-sound' }],
    [false, { ...township, 'person-name': 'same-sound', phone: 'same' }],
    [false, { ...village, 'person-name': 'different', 'identity-number': 'one-digit' }],
    [false, { 'person-name': 'equal', sex: 'different', 'identity-number': 'one-digit' }],
    [false, { ...village, 'person-name': null, 'identity-number': 'one-digit' }],
  ])('%s for %o', (expected, found) => {
    expect(mayLink(found)).toBe(expected)
  })
})

describe('speaksForPerson', () => {
  it.each<[boolean, Found]>([
    [true, { 'person-name': 'equal' }],
    [true, { 'person-name': 'same-sound', 'identity-number': 'different' }],
    [true, { 'person-name': null, phone: 'same' }],
    [true, { 'person-name': 'different', 'partial-number': 'tail-lost' }],
    [true, { 'person-name': 'one-other', 'birth-date': 'same' }],
    [false, { 'person-name': 'one-other', 'birth-date': 'different', household: 'member' }],
    [false, { 'person-name': 'different', phone: 'same', household: 'member', ...village }],
  ])('%s for %o', (expected, found) => {
    expect(speaksForPerson(found)).toBe(expected)
  })
})

describe('mayStandTwice', () => {
  it.each<[boolean, Found]>([
    [true, { 'person-name': 'other-writing', 'identity-number': 'different' }],
    [true, { 'person-name': 'same-sound', 'identity-number': 'swapped' }],
    [true, { 'person-name': 'same-sound', 'partial-number': 'ends' }],
    [false, { 'person-name': 'same-sound', 'identity-number': 'two-digits' }],
    [false, { 'person-name': 'same-sound' }],
  ])('%s for %o', (expected, found) => {
    expect(mayStandTwice(found)).toBe(expected)
  })
})

describe('areTwoPeople', () => {
  it.each<[boolean, Found]>([
    [true, { 'person-name': 'different' }],
    [true, { 'person-name': 'short-other' }],
    [true, { 'person-name': 'equal', sex: 'different' }],
    [false, { 'person-name': 'different', sex: 'different', 'identity-number': 'former' }],
    [false, { 'person-name': 'same-sound', sex: 'same' }],
    [false, { 'person-name': null }],
  ])('%s for %o', (expected, found) => {
    expect(areTwoPeople(found)).toBe(expected)
  })
})

describe('mustAsk', () => {
  const here = { township: '水湖镇', village: '东村' }
  const [may, june] = ['1980-05-06', '1980-06-07']
  const masked = '340199********0017'
  it.each<[string, boolean, Row[], Row[]]>([
    ['one birth date', true, [{ birthDate: may }], [{ birthDate: may }]],
    [
      'one of several birth dates',
      true,
      [{ birthDate: may }, { birthDate: june }],
      [{ birthDate: june }, { birthDate: may }],
    ],
    ['one of several against one', true, [{ birthDate: may }, { birthDate: june }], [{ id: id('19800607') }]],
    ['other birth dates', false, [{ birthDate: may, ...here }], [{ birthDate: june, ...here }]],
    [
      'village and head',
      true,
      [{ id: masked, ...here, headName: '王大山' }],
      [{ id: id('19800607'), ...here, headName: '王大山' }],
    ],
    ['head alone', false, [{ id: masked, headName: '王大山' }], [{ id: id('19800607'), headName: '王大山' }]],
    [
      'head and a village that neither names',
      false,
      [{ township: '水湖镇', headName: '王大山' }],
      [{ township: '水湖镇', headName: '王大山' }],
    ],
    [
      'head and a village of that name elsewhere',
      false,
      [{ ...here, headName: '王大山' }],
      [{ ...here, township: '庄墓镇', headName: '王大山' }],
    ],
    [
      'head and one of several villages',
      true,
      [{ ...here, village: '西村', headName: '王大山' }, { ...here }],
      [
        { ...here, headName: '王大山' },
        { ...here, village: '南村' },
      ],
    ],
    [
      'two numbers of one birth date and village',
      true,
      [{ id: id('19800506', '001'), ...here }],
      [{ id: id('19800506', '003'), ...here }],
    ],
    ['two numbers of one birth date alone', false, [{ id: id('19800506', '001') }], [{ id: id('19800506', '003') }]],
  ])('%s: %s', (_, expected, left, right) => {
    expect(mustAsk(unitProfile(left), unitProfile(right))).toBe(expected)
    expect(mustAsk(unitProfile(right), unitProfile(left))).toBe(expected)
  })
})
