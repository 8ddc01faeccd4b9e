import { describe, expect, it } from 'vitest'
import {
  certificateInForce,
  certificateOf,
  certificateWords,
  isSevere,
  isSeverelyDisabled,
} from '../../src/screen/certificate.js'
import { month, person } from './county.js'

const holder = (...rows: object[]) => person({ 'disability-certificates': rows })

describe('certificateOf', () => {
  it('is nothing for who is not on the list', () => {
    expect(certificateOf(person({}), month)).toBeNull()
  })

  it('takes the level and category columns before the certificate number', () => {
    const number = { idNumber: '', category: 6, level: 3, reissue: null }
    expect(certificateOf(holder({ level: '2', certificate: number }), month)).toMatchObject({
      level: 2,
      category: '精神',
    })
    expect(certificateOf(holder({ certificate: number, category: '肢体' }), month)).toMatchObject({
      level: 3,
      category: '肢体',
    })
  })

  it('takes 迁出 with a mark of being on the way for 迁移中', () => {
    expect(certificateOf(holder({ status: '迁出', migrating: true }), month)?.state).toBe('迁移中')
    expect(certificateOf(holder({ status: '迁出', migrating: null }), month)?.state).toBe('迁出')
    expect(certificateOf(holder({ status: '有效', migrating: true }), month)?.state).toBe('有效')
  })

  it('prefers one in force, then the gravest', () => {
    const rows = [{ level: '1', status: '注销' }, { level: '4', status: '有效' }, { level: '3' }]
    expect(certificateOf(holder(...rows), month)).toMatchObject({ level: 3, state: '有效' })
  })

  it('reads state, level and category from whichever says them', () => {
    const number = { idNumber: '', category: 7, level: 1, reissue: null }
    expect(certificateOf(holder({ certificate: number }), month)).toMatchObject({
      state: '有效',
      level: 1,
      category: '多重',
    })
    expect(certificateOf(holder({ status: '冻结' }), month)).toMatchObject({
      state: '冻结',
      level: null,
      category: null,
    })
    expect(certificateInForce(holder({ status: '过期' }), month)).toBeNull()
    expect(certificateWords({ level: 1, category: null } as never)).toBe('残疾一级')
  })

  it('takes a graded one before one without a level, and the first row of two alike', () => {
    const rows = [{ level: '未定级' }, { level: '4', category: '听力' }, { level: '4', category: '视力' }]
    expect(certificateOf(holder(...rows), month)).toMatchObject({ level: 4, category: '听力' })
    expect(certificateOf(holder({ level: '1', status: '注销' }, { level: '2', status: '过期' }), month)?.level).toBe(1)
  })

  it('rests on certain rows only', () => {
    const doubtful = person({ 'disability-certificates': { level: '1' } }, { linked: 'probable' })
    expect(certificateOf(doubtful, month)).toBeNull()
    expect(isSeverelyDisabled(doubtful, month)).toBe(false)
    expect(isSeverelyDisabled(holder({ level: '1' }), month)).toBe(true)
    expect(isSeverelyDisabled(holder({ level: '3', category: '肢体' }), month)).toBe(false)
    expect(isSeverelyDisabled(holder({ level: '1', status: '注销' }), month)).toBe(false)
  })

  it('is in force until the month it is cancelled in', () => {
    expect(certificateInForce(holder({ level: '1', cancelledOn: '2026-12-01' }), month)).not.toBeNull()
    expect(certificateInForce(holder({ level: '1', cancelledOn: '2026-11-30' }), month)).toBeNull()
  })

  it('has expired after the month its term ends in, unless the list gives a state', () => {
    const state = (row: object) => certificateOf(holder({ level: '1', ...row }), month)?.state
    expect(state({ validUntil: '2026-10-31' })).toBe('过期')
    expect(state({ validUntil: '2026-11-01' })).toBe('有效')
    expect(state({ validUntil: '2026-10-31', status: '有效' })).toBe('有效')
  })

  it('says 未定级 for a certificate without a level', () => {
    const certificate = certificateOf(holder({ level: '未定级', category: '听力' }), month)
    expect(certificate?.level).toBeNull()
    expect(certificate && certificateWords(certificate)).toBe('听力（未定级）')
  })
})

describe('isSevere', () => {
  it.each([
    ['肢体', '2', true],
    ['肢体', '3', false],
    ['智力', '3', true],
    ['精神', '3', true],
    ['精神', '4', false],
    ['多重', '3', false],
  ])('%s, level %s: %s', (category, level, severe) => {
    const certificate = certificateOf(holder({ category, level }), month)
    expect(certificate && isSevere(certificate)).toBe(severe)
  })
})
