import { describe, expect, it } from 'vitest'
import { parentsIn, workplaceIn } from '../../src/screen/work-away.js'
import { household, person } from './county.js'

const homes = ['示例县', '水湖镇']

describe('务工所在地', () => {
  it.each([
    ['浙江省杭州市', 'away'],
    ['上海', 'away'],
    ['省外', 'away'],
    ['县外省内', 'away'],
    ['外出务工', 'away'],
    ['境外', 'away'],
    ['合肥市', 'away'],
    ['无锡市惠山区', 'away'],
    ['无为市', 'away'],
    ['无固定', 'home'],
    ['安徽省合肥市示例县', 'home'],
    ['水湖镇工业园', 'home'],
    ['本县', 'home'],
    ['县内', 'home'],
    ['未务工', 'home'],
    ['无', 'home'],
    ['在家务农', 'home'],
    ['返乡', 'home'],
    ['公益性岗位', 'home'],
    ['灵活就业', 'unknown'],
    ['已就业', 'unknown'],
    ['务工', 'unknown'],
  ] as const)('%s: %s', (text, place) => {
    expect(workplaceIn(text, homes)).toBe(place)
  })

  it('says nothing where the cell is blank', () => {
    expect(workplaceIn(null, homes)).toBe('unknown')
  })

  it('does not take an unknown township for home', () => {
    expect(workplaceIn('浙江省', [null])).toBe('away')
  })
})

describe('the parents of a child over several households', () => {
  const row = (relation: '户主' | '子' | '孙子女') => ({
    'registered-poor': { relation },
    'monitored-households': { relation },
  })
  const [grandfather, father, uncle] = ['1950-01-01', '1985-01-01', '1988-01-01'].map((birth, place) =>
    person(row(place === 0 ? '户主' : '子'), { birth, idNumber: `34019919850101${place}011` }),
  )

  it('are likely where all households leave one couple, and nobody where two name different men', () => {
    const child = person(row('孙子女'), { birth: '2015-01-01' })
    if (!grandfather || !father || !uncle) throw new Error('somebody is missing')
    household('registered-poor', [grandfather, father, child], 'H1')
    expect(parentsIn(child, ['registered-poor', 'monitored'])).toEqual({ parents: [father], stated: false })
    household('monitored', [grandfather, uncle, child], 'H2')
    expect(parentsIn(child, ['registered-poor', 'monitored'])).toEqual({ parents: [], stated: false })
  })

  it('are stated where the codes name them, whoever else is likely', () => {
    const child = person({ 'registered-poor': { relation: '孙子女' }, 'monitored-households': { relation: '子' } }, {})
    if (!grandfather || !father || !uncle) throw new Error('somebody is missing')
    household('registered-poor', [grandfather, uncle, child], 'H3')
    const mother = person(row('户主'), {})
    household('monitored', [mother, child], 'H4')
    expect(parentsIn(child, ['registered-poor', 'monitored'])).toEqual({ parents: [mother], stated: true })
  })
})
