import { describe, expect, it } from 'vitest'
import { workplaceIn } from '../../src/screen/work-away.js'

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
