import { describe, expect, it } from 'vitest'
import { certificateInForce, certificateOf, certificateWords, isSevere } from '../../src/screen/certificate.js'
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

  it('prefers one in force, then the gravest', () => {
    const rows = [{ level: '1', status: '注销' }, { level: '4', status: '有效' }, { level: '3' }]
    expect(certificateOf(holder(...rows), month)).toMatchObject({ level: 3, state: '有效' })
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
