import { describe, expect, it } from 'vitest'
import { peopleByName } from '../../src/screen/people-by-name.js'
import { idFor, person } from './county.js'

const place = (township: string | null) => ({ township, village: '东村' })

describe('inTownship', () => {
  it('finds persons by name inside their township only', () => {
    const here = person({}, { name: '张三', place: place('水湖镇') })
    const there = person({}, { name: '张三', place: place('庄墓镇') })
    const other = person({}, { name: '李四', place: place('水湖镇') })
    const nowhere = person({}, { name: '张三', place: place(null) })
    const { inTownship } = peopleByName([here, there, other, nowhere])
    expect(inTownship('张三', '水湖镇')).toEqual([here])
    expect(inTownship('王五', '水湖镇')).toEqual([])
    expect(inTownship('张三', null)).toEqual([])
    expect(inTownship(null, '水湖镇')).toEqual([])
  })
})

describe('namesakes', () => {
  const born = (name: string, birthDate: string, sequence: number, township: string | null = '水湖镇') =>
    person({}, { name, idNumber: idFor(birthDate, sequence), place: place(township) })

  it('finds the others of one name and birth date in the whole county, by key', () => {
    const first = born('王兰', '1970-05-01', 811)
    const second = born('王兰', '1970-05-01', 813, '庄墓镇')
    const third = born('王兰', '1970-05-01', 815, null)
    const otherDay = born('王兰', '1970-05-02', 817)
    const otherName = born('李兰', '1970-05-01', 819)
    const { namesakes } = peopleByName([third, otherDay, second, otherName, first])
    expect(namesakes(second)).toEqual([first, third])
    expect(namesakes(otherDay)).toEqual([])
  })

  it('finds nobody for who has no name or no birth date', () => {
    const nameless = { ...born('王兰', '1970-05-01', 821), name: null }
    const undated = { ...born('王兰', '1970-05-01', 823), birthDate: null }
    const { namesakes } = peopleByName([nameless, { ...nameless }, undated, { ...undated }])
    expect([...namesakes(nameless), ...namesakes(undated)]).toEqual([])
  })
})
