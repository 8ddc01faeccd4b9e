import { expect, it } from 'vitest'
import { peopleByName } from '../../src/screen/people-by-name.js'
import { person } from './county.js'

const place = (township: string | null) => ({ township, village: '东村' })

it('finds persons by name inside their township only', () => {
  const here = person({}, { name: '张三', place: place('水湖镇') })
  const there = person({}, { name: '张三', place: place('庄墓镇') })
  const other = person({}, { name: '李四', place: place('水湖镇') })
  const nowhere = person({}, { name: '张三', place: place(null) })
  const named = peopleByName([here, there, other, nowhere])
  expect(named('张三', '水湖镇')).toEqual([here])
  expect(named('王五', '水湖镇')).toEqual([])
  expect(named('张三', null)).toEqual([])
  expect(named(null, '水湖镇')).toEqual([])
})
