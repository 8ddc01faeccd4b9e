import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/screen/context.js'
import { kinIn, parentsIn, statesWork, workplaceIn, workplaceOf, workplaceWords } from '../../src/screen/work-away.js'
import { household, month2026, person } from './county.js'

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

describe('workplaceOf', () => {
  const context = contextOf(month2026([]))
  const at = (...rows: readonly object[]) => workplaceOf(person({ 'registered-poor': rows }), context)

  it('is home in the own county and township, and for less than half a year', () => {
    expect(at({ workplace: '浙江省' })).toBe('away')
    expect(at({ workplace: '安徽省示例县' })).toBe('home')
    expect(at({ workplace: '省内水湖镇' })).toBe('home')
    expect(at({ workplace: '浙江省', monthsWorked: 5 })).toBe('home')
    expect(at({ workplace: '浙江省', monthsWorked: 6 })).toBe('away')
    expect(at({ workplace: '灵活就业', monthsWorked: 5 })).toBe('unknown')
  })

  it('is what the first row says that says anything', () => {
    expect(at({}, { workplace: '务工' }, { workplace: '浙江省' }, { workplace: '在家' })).toBe('away')
    expect(at({})).toBe('unknown')
    expect(workplaceWords(person({ 'registered-poor': [{}, { workplace: '上海' }] }))).toBe('上海')
    expect(workplaceWords(person({ 'registered-poor': {} }))).toBe('未写务工所在地')
  })
})

describe('statesWork', () => {
  it.each([
    ['务工', true],
    ['公益性岗位', true],
    ['无锡', true],
    [null, false],
    ['无', false],
    ['未务工', false],
    ['暂未就业', false],
    ['失业', false],
    ['待业在家', false],
    ['返乡', false],
    ['务农', true],
    ['扶贫车间务工', true],
    ['丧失劳动能力', false],
    ['完全丧失劳动力', false],
    ['无法就业', false],
    ['在校学生', false],
    ['学龄前儿童', false],
    ['退休', false],
    ['待业', false],
    ['老年人', false],
    ['其他', false],
  ])('%s: %s', (text, works) => expect(statesWork(text)).toBe(works))
})

describe('kinIn', () => {
  it('has the kin of all households of the systems, each once', () => {
    const roster = (relation: '户主' | '配偶' | '子') => ({
      'registered-poor': { relation },
      'monitored-households': { relation },
    })
    const [head, wife] = [person(roster('户主'), { name: '甲' }), person(roster('配偶'), { name: '乙' })]
    const [son, other] = [person(roster('子'), { name: '丙' }), person(roster('子'), { name: '丁' })]
    household('registered-poor', [head, wife, son])
    household('monitored', [head, wife, son, other])
    expect(kinIn(head, ['registered-poor', 'monitored'])).toMatchObject({ spouses: [wife], children: [son, other] })
    expect(kinIn(head, ['registered-poor']).children).toEqual([son])
    expect(kinIn(head, ['marginal'])).toEqual({ spouses: [], parents: [], likelyParents: [], children: [] })
    expect(kinIn(son, ['registered-poor', 'monitored']).parents).toEqual([head, wife])
  })
})
