import { describe, expect, it } from 'vitest'
import { findPerson } from '../../src/cli/find-person.js'
import { id, match, record } from '../match/people.js'

const whole = id('19800101')
const old = id('19620305', '123')
const { persons } = match([
  record({ id: whole, name: '王小明', source: 'destitute-persons' }),
  record({ id: old, name: '李四', source: 'urban-allowance-members', number: '9' }),
  record({ id: '340199****0101111X', name: '赵六', source: 'deaths' }),
])
const names = (text: string) => findPerson(persons, text).found.map(({ name }) => name)

describe('findPerson', () => {
  it.each([
    ['a whole number', whole],
    ['full-width digits and blanks', ` ${whole.slice(0, 6)} ${whole.slice(6)}`],
    ['a disability certificate', `${whole}44`],
    ['a masked number', `${whole.slice(0, 6)}********${whole.slice(14)}`],
    ['the key', persons.find(({ idNumber }) => idNumber === whole)?.key ?? ''],
  ])('finds a person by %s', (_, text) => expect(names(text)).toEqual(['王小明']))

  it('finds a person by the 15 digits of old', () => {
    expect(names(old.slice(0, 6) + old.slice(8, 17))).toEqual(['李四'])
  })

  it('finds a person whose only number is damaged', () => {
    expect(names('340199****0101111X')).toEqual(['赵六'])
  })

  it('names everybody whom a pattern fits', () => {
    expect(names('340199************').sort()).toEqual([])
    expect(names('340199198?????00??').length).toBe(1)
  })

  it('says what is nearest when there is nobody, and nothing for what is no number', () => {
    const wrong = `${whole.slice(0, 12)}${(Number(whole[12]) + 1) % 10}${whole.slice(13)}`
    const { found, nearest } = findPerson(persons, wrong)
    expect(found).toEqual([])
    expect(nearest.map(({ person, distance }) => [person.name, distance])).toEqual([['王小明', 1]])
    expect(findPerson(persons, 'abc')).toEqual({ found: [], nearest: [] })
  })
})
