import { describe, expect, it } from 'vitest'
import { inSchool, isUnclearSchooling, schoolingOf } from '../../src/screen/schooling.js'
import { person } from './county.js'

it('the roster of the children speaks where the poverty system does not', () => {
  expect(schoolingOf(person({ 'protected-children': { schooling: '本科' } }))).toBe('本科')
  const both = person({ 'registered-poor': { schooling: '高中毕业' }, 'protected-children': { schooling: '高中' } })
  expect(schoolingOf(both)).toBe('高中毕业')
})

describe('inSchool', () => {
  it.each([
    ['普通高中三年级', true],
    ['中职二年级', true],
    ['中专', true],
    ['技校', true],
    ['高职', true],
    ['高专', true],
    ['大专', true],
    ['本科一年级', true],
    ['大学', true],
    ['高三', true],
    ['大二', true],
    ['职高', true],
    ['普高', true],
    ['高级中学二年级', true],
    ['中等职业学校二年级', true],
    ['技工学校', true],
    ['高等职业教育', true],
    ['合肥职业技术学院', true],
    ['专科', true],
    ['未上大学', false],
    ['三年级', false],
    ['高龄', false],
    ['小学', false],
    ['七年级', false],
    ['硕士研究生', false],
    ['非在校生', false],
    ['高中毕业', false],
    ['中职辍学', false],
    ['是', true],
    ['在校', true],
    ['在校生', true],
    ['在读', true],
    ['否', false],
    [null, false],
  ])('%s: %s', (schooling, at) => expect(inSchool(person({ 'registered-poor': { schooling } }))).toBe(at))
})

describe('isUnclearSchooling', () => {
  it.each([
    ['三年级', true],
    ['合肥市第八中学', true],
    ['毕业', false],
    ['未上学', false],
    ['九年级', false],
    ['硕士研究生', false],
    ['高三', false],
  ])('%s: %s', (schooling, unclear) => expect(isUnclearSchooling(schooling)).toBe(unclear))
})

describe('schoolingOf', () => {
  it('is what the first poverty row that is not blank says', () => {
    const rows = { 'registered-poor': { schooling: null }, 'monitored-households': { schooling: '中职' } }
    expect(schoolingOf(person(rows))).toBe('中职')
    expect(schoolingOf(person(rows, { linked: 'probable' }))).toBeNull()
    expect(schoolingOf(person({ 'registered-poor': {} }))).toBeNull()
  })
})
