import { describe, expect, it } from 'vitest'
import { type Found, mayLink, speaksForPerson } from '../../src/match/evidence.js'

const village = { place: 'village', sex: 'same' }

describe('evidence', () => {
  it.each<[boolean, Found]>([
    [true, { ...village, 'person-name': 'one-other', 'identity-number': 'one-digit' }],
    [true, { ...village, 'person-name': 'one-other', 'identity-number': 'shifted' }],
    [true, { ...village, 'person-name': 'short-other', 'identity-number': 'area' }],
    [false, { ...village, 'person-name': 'one-other', 'identity-number': 'shifted-tail' }],
    [false, { ...village, 'person-name': 'one-other', 'identity-number': 'two-digits' }],
    [false, { ...village, 'person-name': 'one-other', 'birth-date': 'same' }],
    [true, { ...village, 'person-name': 'equal', 'partial-number': 'birth-unlike' }],
    [false, { ...village, 'person-name': 'equal', 'identity-number': 'different' }],
  ])('may link: %s for %o', (expected, found) => {
    expect(mayLink(found)).toBe(expected)
  })

  it.each<[boolean, Found]>([
    [true, { 'person-name': 'equal' }],
    [true, { 'person-name': 'same-sound', 'identity-number': 'different' }],
    [true, { 'person-name': null, phone: 'same' }],
    [true, { 'person-name': 'different', 'partial-number': 'tail-lost' }],
    [true, { 'person-name': 'one-other', 'birth-date': 'same' }],
    [false, { 'person-name': 'one-other', 'birth-date': 'different', household: 'member' }],
    [false, { 'person-name': 'different', phone: 'same', household: 'member', ...village }],
  ])('speaks for the person: %s for %o', (expected, found) => {
    expect(speaksForPerson(found)).toBe(expected)
  })
})
