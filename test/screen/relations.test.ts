import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/match/person.js'
import { kinOf, supportersOf } from '../../src/screen/relations.js'
import { household, idFor, person } from './county.js'

let sequence = 700
function member(name: string, relation: string | null, sex: '男' | '女' = '男', birth = '1970-01-01'): Person {
  sequence += 2
  const idNumber = idFor(birth, sequence + (sex === '男' ? 1 : 0))
  return person({ 'registered-poor': { relation: relation as never } }, { name, idNumber })
}

/** The kin of `name` in a household of these members, by name. */
function kin(members: readonly Person[], name: string): Record<string, string[]> {
  household('registered-poor', members, 'H')
  const self = members.find((each) => each.name === name) as Person
  const home = self.households[0]
  if (!home) throw new Error('no household')
  const names = (list: readonly Person[]) => list.map((each) => each.name ?? '')
  const { spouses, parents, children, likelyParents } = kinOf(self, home)
  return {
    likelyParents: names(likelyParents),
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
  member('孙', '孙子女'),
  member('父', '父母'),
  member('母', '父母', '女'),
  member('岳母', '配偶父母', '女'),
  member('弟', '兄弟姐妹'),
]

describe('the likely parents of a grandchild of the head', () => {
  const child = (relation = '孙子女', birth = '2015-01-01') => member('孙', relation, '男', birth)
  const son = (name = '儿', birth = '1990-01-01') => member(name, '子', '男', birth)
  const daughter = (name = '女') => member(name, '女', '女', '1990-01-01')
  const wife = () => member('媳', '儿媳', '女', '1991-01-01')
  const husband = () => member('婿', '女婿', '男', '1991-01-01')
  const likely = (...members: Person[]) => kin([member('户主', '户主'), ...members], '孙').likelyParents

  it.each([
    ['the only son and his wife', [son(), wife(), child()], ['儿', '媳']],
    ['the only son alone', [son(), child()], ['儿']],
    ["a son's wife alone", [wife(), child()], ['媳']],
    ['not the daughter beside the son', [son(), daughter(), child()], ['儿']],
    ["the only daughter of a daughter's child", [son(), daughter(), child('外孙子女')], ['女']],
    ['her and her husband', [daughter(), husband(), child('外孙子女')], ['女', '婿']],
    ['the one son who is old enough', [son(), son('叔', '2002-01-01'), child()], ['儿']],
    ['a son 16 years older', [son('儿', '1999-12-31'), child()], ['儿']],
  ])('are %s', (_, members, expected) => {
    expect(likely(...members)).toEqual(expected)
  })

  it.each([
    ['two sons', [son(), son('次子'), child()]],
    ['two sons and a wife of one', [son(), son('次子'), wife(), child()]],
    ['a daughter whose husband lives with her', [son(), daughter(), husband(), child()]],
    ['two daughters', [daughter(), daughter('次女'), child('外孙子女')]],
    ['a child whose sex nobody gives', [son(), { ...member('小', '子女'), sex: null }, child()]],
    ['no child of the head', [member('兄', '兄弟姐妹'), child()]],
    ['a son 15 years older', [son('儿', '2000-01-01'), child()]],
    ["a code that tells neither a son's nor a daughter's child", [son(), wife(), child('孙辈')]],
  ])('are nobody with %s', (_, members) => {
    expect(likely(...(members as Person[]))).toEqual([])
  })

  it('are neither parents nor supporters, and the grandchild is not their child', () => {
    const members = () => [member('户主', '户主'), son(), wife(), child()]
    expect(kin(members(), '孙')).toMatchObject({ parents: [], supporters: [] })
    expect(kin(members(), '儿').children).toEqual([])
  })
})

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

  // Several rows of one system, each with a relation.
  const rowsOf = (name: string, ...relations: readonly (string | null)[]) =>
    person({ 'registered-poor': relations.map((relation) => ({ relation: relation as never })) }, { name })
  const children = (...members: readonly Person[]) => kin([member('户主', '户主'), ...members], '户主').children

  it('says nothing of a member whose rows give two relations', () => {
    expect(children(rowsOf('儿', '子', '女婿'))).toEqual([])
    expect(children(rowsOf('儿', '子', '女婿', '子'))).toEqual([])
  })

  it('takes what the rows of a member agree on, blank ones aside', () => {
    expect(children(rowsOf('儿', '子', '子'))).toEqual(['儿'])
    expect(children(rowsOf('儿', null, '子', null))).toEqual(['儿'])
  })

  it('asks the rows of the household alone, not those of another household or system', () => {
    const other = { ...rowsOf('儿', '子', '女婿') }
    household('registered-poor', [other], 'elsewhere')
    const elsewhere = other.households[0]?.records[1]
    const child = { ...other, households: [] }
    const members = household('registered-poor', [member('户主', '户主'), child], 'H')
    const [home] = members[0]?.households ?? []
    if (!home) throw new Error('no household')
    const own = { ...home, records: home.records.filter((record) => record !== elsewhere) }
    expect(kinOf(members[0] as Person, own).children.map(({ name }) => name)).toEqual(['儿'])
    const listed = person({ 'registered-poor': { relation: '子' }, 'rural-allowance-members': { relation: '女婿' } })
    expect(children({ ...listed, name: '儿' })).toEqual(['儿'])
  })

  it('leaves a head whose own row says otherwise with what it says', () => {
    const wife = member('妻', '配偶', '女')
    expect(kin([wife, member('儿', '子')], '妻')).toMatchObject({ spouses: [], children: ['儿'] })
  })

  it('takes for a likely parent whose birth date, or whose child’s, nobody knows', () => {
    const undated = (name: string, relation: string) => ({ ...member(name, relation), birthDate: null }) as Person
    const young = () => member('儿', '子', '男', '2002-01-01')
    const head = () => member('户主', '户主')
    const grandchild = () => member('孙', '孙子女', '男', '2015-01-01')
    expect(kin([head(), undated('儿', '子'), grandchild()], '孙').likelyParents).toEqual(['儿'])
    expect(kin([head(), young(), undated('孙', '孙子女')], '孙').likelyParents).toEqual(['儿'])
    expect(kin([head(), young(), grandchild()], '孙').likelyParents).toEqual([])
  })

  it('says nothing with two heads or without a relation', () => {
    expect(kin([member('甲', '户主'), member('乙', '户主'), member('儿', '子')], '儿').supporters).toEqual([])
    expect(kin([member('户主', '户主'), member('客', null)], '客').supporters).toEqual([])
  })

  it('names a member of whom only a doubtful row tells to the others, and tells nobody who that member’s own kin is', () => {
    const child = () => person({ 'registered-poor': { relation: '子' } }, { name: '儿', linked: 'probable' })
    expect(kin([member('户主', '户主'), child()], '户主').children).toEqual(['儿'])
    expect(kin([member('户主', '户主'), child()], '儿').parents).toEqual([])
  })

  it('takes the head’s row once more with a damaged number for no second head', () => {
    const again = (name: string) => person({ 'registered-poor': { relation: '户主' } }, { name, linked: 'possible' })
    const family = () => [member('户主', '户主'), again('户主又'), member('儿', '子')]
    expect(kin(family(), '儿').parents).toEqual(['户主'])
    expect(kin(family(), '户主').children).toEqual(['儿'])
    expect(kin([again('甲'), member('儿', '子')], '儿').parents).toEqual(['甲'])
    expect(kin([again('甲'), again('乙'), member('儿', '子')], '儿').parents).toEqual([])
  })

  it('takes a certain row for the member, and no doubtful one beside it', () => {
    const two = person({ 'registered-poor': [{ relation: '子' }, { relation: '配偶' }] }, { name: '儿' })
    const [, doubtful] = two.links
    Object.assign(doubtful as object, { grade: 'probable' })
    expect(kin([member('户主', '户主'), two], '户主')).toMatchObject({ children: ['儿'], spouses: [] })
  })

  it('counts spouse, parents and children as legal supporters, not siblings', () => {
    expect(kin(family(), '户主').supporters).toEqual(['妻', '父', '母', '儿'])
  })
})
