import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/match/person.js'
import { kinOf, supportersOf } from '../../src/screen/relations.js'
import { household, idFor, person } from './county.js'

let sequence = 700
function member(name: string, relation: string | null, sex: '男' | '女' = '男'): Person {
  sequence += 2
  const idNumber = idFor('1970-01-01', sequence + (sex === '男' ? 1 : 0))
  return person({ 'registered-poor': { relation: relation as never } }, { name, idNumber })
}

/** The kin of `name` in a household of these members, by name. */
function kin(members: readonly Person[], name: string): Record<string, string[]> {
  household('registered-poor', members, 'H')
  const self = members.find((each) => each.name === name) as Person
  const home = self.households[0]
  if (!home) throw new Error('no household')
  const names = (list: readonly Person[]) => list.map((each) => each.name ?? '')
  const { spouses, parents, children } = kinOf(self, home)
  return {
    spouses: names(spouses),
    parents: names(parents),
    children: names(children),
    supporters: names(supportersOf(self, home)),
  }
}

const family = () => [
  member('户主', '户主'),
  member('妻', '配偶', '女'),
  member('儿', '子'),
  member('媳', '儿媳', '女'),
  member('孙', '孙辈'),
  member('父', '父母'),
  member('母', '父母', '女'),
  member('岳母', '配偶父母', '女'),
  member('弟', '兄弟姐妹'),
]

describe('kin seen from the right person', () => {
  it.each([
    ['户主', ['妻'], ['父', '母'], ['儿']],
    ['妻', ['户主'], ['岳母'], ['儿']],
    ['儿', ['媳'], ['户主', '妻'], []],
    ['媳', ['儿'], [], []],
    ['父', ['母'], [], ['户主']],
    ['岳母', [], [], ['妻']],
    ['孙', [], [], []],
    ['弟', [], [], []],
  ])('of %s', (name, spouses, parents, children) => {
    expect(kin(family(), name)).toMatchObject({ spouses, parents, children })
  })

  it('takes 子女 for a son or a daughter by the sex, and for a child where the sex is unknown', () => {
    const said = () => [
      member('户主', '户主'),
      member('儿', '子女'),
      member('女', '子女', '女'),
      member('媳', '儿媳', '女'),
    ]
    const unsaid = () => [...said(), { ...member('小', '子女'), sex: null } as Person]
    expect(kin(said(), '户主').children).toEqual(['儿', '女'])
    expect(kin(said(), '媳').spouses).toEqual(['儿'])
    expect(kin(unsaid(), '小')).toMatchObject({ spouses: [], parents: ['户主'] })
    expect(kin(unsaid(), '媳').spouses).toEqual([])
  })

  it('does not guess whose wife a daughter-in-law of two sons is', () => {
    const members = [member('户主', '户主'), member('长子', '子'), member('次子', '子'), member('媳', '儿媳', '女')]
    expect(kin(members, '长子')).toMatchObject({ spouses: [], parents: ['户主'] })
    expect(kin([...members], '媳').spouses).toEqual([])
  })

  it('does not pair two parents of one sex', () => {
    expect(kin([member('户主', '户主'), member('父', '父母'), member('叔', '父母')], '父').spouses).toEqual([])
  })

  it('takes the household head where no row says 户主', () => {
    expect(kin([member('户主', null), member('儿', '子')], '儿').parents).toEqual(['户主'])
  })

  it('knows nobody for who is alone, and for who is not of the household', () => {
    expect(kin([member('户主', '户主')], '户主').supporters).toEqual([])
    const [head] = household('registered-poor', [member('户主', '户主'), member('妻', '配偶', '女')], 'H')
    const [home] = head?.households ?? []
    expect(home && supportersOf(member('邻居', '子'), home)).toEqual([])
  })

  it('says nothing of a member whose rows give two relations', () => {
    const rows = { 'registered-poor': { relation: '子' }, 'monitored-households': { relation: '女婿' } } as const
    const twice = person(rows, { name: '儿' })
    const records = twice.links.map(({ record }) => ({ ...record, system: 'registered-poor' as const }))
    const links = twice.links.map((link, position) => ({ ...link, record: records[position] ?? link.record }))
    const child = { ...twice, links, households: [] }
    expect(kin([member('户主', '户主'), child], '户主').children).toEqual([])
    expect(kin([member('户主', '户主'), { ...child, links: links.slice(0, 1) }], '户主').children).toEqual(['儿'])
  })

  it('says nothing with two heads or without a relation', () => {
    expect(kin([member('甲', '户主'), member('乙', '户主'), member('儿', '子')], '儿').supporters).toEqual([])
    expect(kin([member('户主', '户主'), member('客', null)], '客').supporters).toEqual([])
  })

  it('rests on certain links only', () => {
    const child = person({ 'registered-poor': { relation: '子' } }, { name: '儿', linked: 'probable' })
    expect(kin([member('户主', '户主'), child], '户主').children).toEqual([])
  })

  it('counts spouse, parents and children as legal supporters, not siblings', () => {
    expect(kin(family(), '户主').supporters).toEqual(['妻', '父', '母', '儿'])
  })
})
