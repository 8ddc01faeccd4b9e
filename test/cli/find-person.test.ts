import { describe, expect, it } from 'vitest'
import { findPerson } from '../../src/cli/find-person.js'
import type { Person } from '../../src/match/person.js'
import { id, match, past, record } from '../match/people.js'

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

  it.each([
    ['a name', '王小明', ['王小明']],
    ['a name with blanks', ' 李 四 ', ['李四']],
    ['a name in traditional characters', '趙六', ['赵六']],
    ['part of a name', '王小', []],
  ])('finds whoever bears %s', (_, text, found) => expect(names(text)).toEqual(found))

  it('finds a person by the name of an earlier row or of a row sent twice', () => {
    const [one] = persons as [Person]
    const both = { ...one, past: [past({ name: '王晓明' }, one.key)], duplicates: [record({ name: '汪小明' })] }
    for (const text of ['王晓明', '汪小明']) expect(findPerson([both], text).found).toEqual([both])
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
