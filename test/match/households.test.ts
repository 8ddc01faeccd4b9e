import { describe, expect, it } from 'vitest'
import { id, match, personWith, record } from './people.js'

const head = id('19500101')
const wife = id('19520202', '002')
const son = id('19800303', '003')

describe('households', () => {
  it('groups members by number inside one system', () => {
    const a = record({ id: head, number: '001', relation: '户主' })
    const b = record({ id: wife, name: '李秀英', number: '001', relation: '配偶' })
    const matched = match([a, b])
    expect(matched.households.map(({ key }) => key)).toEqual(['rural-allowance:001'])
    const household = matched.households[0]
    expect(household?.head).toBe(personWith(matched, a))
    expect(household?.members).toEqual([personWith(matched, a), personWith(matched, b)])
    expect(personWith(matched, b).households).toEqual([household])
  })

  it('takes the head for a member of its own household when its own row names no head', () => {
    const a = record({ id: head })
    const b = record({ id: wife, name: '李秀英', headId: head })
    const matched = match([a, b])
    expect(matched.households.map(({ key, members }) => [key, members.length])).toEqual([
      [`rural-allowance:${head}`, 2],
    ])
    expect(matched.households[0]?.head).toBe(personWith(matched, a))
  })

  it('brings the family sheet (number and head) and the member sheet (head only) together', () => {
    const sheet = record({ id: head, number: '001', headId: head, source: 'rural-allowance-households' })
    const member = record({ id: son, name: '王小军', headId: head })
    const matched = match([sheet, member])
    expect(matched.households.map(({ key, members }) => [key, members.length])).toEqual([['rural-allowance:001', 2]])
  })

  it('calls a household untold where members of the village name none: they may be of any head who stands alone', () => {
    const here = { system: 'registered-poor', source: 'registered-poor', township: '甲镇', village: '东村' } as const
    const rows = [
      record({ ...here, id: head, name: '王大山', relation: '户主' }),
      record({ ...here, id: wife, name: '李秀英', relation: '配偶' }),
      record({ ...here, id: id('19600606', '006'), name: '张有户', relation: '户主', number: '7' }),
      record({ ...here, id: id('19550505', '005'), name: '赵西村', relation: '户主', village: '西村' }),
    ]
    const untold = match(rows).households.map(({ members, untold }) => [members.map(({ name }) => name).join(), untold])
    expect(untold.sort()).toEqual([
      ['张有户', false],
      ['李秀英', true],
      ['王大山', true],
      ['赵西村', false],
    ])
  })

  it('knows the head by name from the row of his own, and not where two heads of a village have that name', () => {
    const a = record({ id: head, name: '王大山', headName: '王大山', relation: '户主', village: '东村' })
    const b = record({ id: wife, name: '李秀英', headName: '王大山', relation: '配偶', village: '东村' })
    expect(match([a, b]).households.map(({ key, members }) => [key, members.length])).toEqual([
      [`rural-allowance:${head}`, 2],
    ])
    const namesake = record({ id: son, name: '王大山', headName: '王大山', relation: '户主', village: '东村' })
    expect(match([a, b, namesake]).households.map(({ members }) => members.length)).toEqual([1, 1, 1])
  })

  it('uses the head by name and village when there is nothing better', () => {
    const a = record({ id: head, name: '王大山', headName: '王大山', village: '东村' })
    const b = record({ id: wife, name: '李秀英', headName: '王大山', village: '东村' })
    const elsewhere = record({ id: son, name: '王小军', headName: '王大山', village: '西村' })
    const matched = match([a, b, elsewhere])
    expect(matched.households.map(({ members }) => members.length).sort()).toEqual([1, 2])
    expect(matched.households.find(({ members }) => members.length === 2)?.head?.name).toBe('王大山')
  })

  it('keeps heads of one name apart whose villages of one name are in different townships, or who have a township only', () => {
    const family = (township: string, ids: readonly string[], village?: string) =>
      ids.map((id) => record({ id, name: id, headName: '王大山', township, ...(village ? { village } : {}) }))
    for (const village of ['中心村', undefined]) {
      const { households } = match([...family('东镇', [head, wife], village), ...family('西镇', [son], village)])
      expect(households.map(({ members }) => members.length).sort()).toEqual([1, 2])
    }
  })

  const lost = (number: string) => `${number.slice(0, 15)}000`

  it('keeps a family together where the head number lost its last digits, in his own row too', () => {
    const place = { township: '东镇', village: '东村' }
    for (const own of [lost(head), head]) {
      const a = record({ ...place, id: own, name: '王大山', relation: '户主' })
      const b = record({ ...place, id: wife, name: '李秀英', headId: lost(head), relation: '配偶' })
      const c = record({ ...place, id: son, name: '王小军', headId: lost(head), relation: '子' })
      const matched = match([a, b, c])
      expect(matched.households.map(({ members }) => members.length)).toEqual([3])
      expect(matched.households[0]?.head).toBe(personWith(matched, a))
    }
  })

  it('leaves rows alone whose damaged head number two heads of the village begin like, or none', () => {
    const place = { township: '东镇', village: '东村' }
    const a = record({ ...place, id: head, name: '王大山', relation: '户主' })
    const b = record({ ...place, id: wife, name: '李秀英', headId: lost(head), relation: '配偶' })
    const twin = record({ ...place, id: id('19500101', '002'), name: '王大海', relation: '户主' })
    expect(match([a, b, twin]).households.map(({ members }) => members.length)).toEqual([1, 1, 1])
    const elsewhere = record({ ...place, village: '西村', id: head, name: '王大山', relation: '户主' })
    expect(match([elsewhere, b]).households.map(({ members }) => members.length)).toEqual([1, 1])
  })

  it('takes one sheet row of a wide table for one household', () => {
    const row = { row: 7, source: 'rural-allowance-register' }
    const a = record({ ...row, id: head, name: '王大山', column: '户主姓名' })
    const b = record({ ...row, id: wife, name: '李秀英', column: '成员1' })
    const other = record({ ...row, row: 8, id: son, name: '王小军', column: '户主姓名' })
    const matched = match([a, b, other])
    expect(matched.households.map(({ members }) => members.length).sort()).toEqual([1, 2])
  })

  it('never merges systems, nor closes over them', () => {
    const rows = [
      record({ id: head, number: '001' }),
      record({ id: son, name: '王小军', number: '001' }),
      record({ id: son, name: '王小军', number: '001', system: 'registered-poor', source: 'registered-poor' }),
      record({ id: wife, name: '李秀英', number: '001', system: 'registered-poor', source: 'registered-poor' }),
    ]
    const matched = match(rows)
    expect(matched.households.map(({ key, members }) => [key, members.length])).toEqual([
      ['registered-poor:001', 2],
      ['rural-allowance:001', 2],
    ])
  })

  it('makes no household of rosters that keep none', () => {
    const matched = match([record({ id: head, source: 'deaths', system: 'death' })])
    expect(matched.households).toEqual([])
  })
})
