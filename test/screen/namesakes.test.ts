import { describe, expect, it } from 'vitest'
import { groupNamesakes } from '../../src/screen/namesakes.js'
import { idFor, person } from './county.js'

const born = (name: string, birthDate: string, sequence: number) =>
  person({ 'registered-poor': {} }, { name, idNumber: idFor(birthDate, sequence) })

describe('groupNamesakes', () => {
  it('groups those of one name and birth date in the order given, and remembers nobody else', () => {
    const first = born('王兰', '1970-05-01', 811)
    const second = born('王兰', '1970-05-01', 813)
    const third = born('王兰', '1970-05-01', 815)
    const otherDay = born('王兰', '1970-05-02', 817)
    const otherName = born('李兰', '1970-05-01', 819)
    const groups = groupNamesakes([first, otherDay, second, otherName, third])
    expect([...groups.keys()]).toHaveLength(3)
    for (const each of [first, second, third]) expect(groups.get(each)).toEqual([first, second, third])
  })

  it('leaves out who has no name or no birth date', () => {
    const nameless = { ...born('王兰', '1970-05-01', 821), name: null }
    const undated = { ...born('王兰', '1970-05-01', 823), birthDate: null }
    expect(groupNamesakes([nameless, { ...nameless }, undated, { ...undated }]).size).toBe(0)
  })
})
