import { expect, it } from 'vitest'
import type { Case } from '../../src/track/case.js'
import { sendingOf } from '../../src/track/sending.js'
import { finding } from './samples.js'

function made(township: string | null, more: Partial<Case>, changes: Partial<Case['finding']> = {}): Case {
  const base = { asked: false, keptBack: false, found: true, recheck: false, status: '待核' } as const
  return { ...base, finding: finding('s', { kind: '漏保', rule: 'L01', township, ...changes }), ...more } as Case
}

it('tells what is kept back, of no township or not for townships from what is answered', () => {
  const cases = [
    made('青禾镇', { asked: true, recheck: true }),
    made('青禾镇', { asked: true, status: '退回补核' }),
    made('青禾镇', { keptBack: true }),
    made('青禾镇', { status: '已核' }),
    made(null, { asked: true }),
    made('外县镇', { asked: true }),
    made('青禾镇', {}, { kind: '数据', rule: 'D01' }),
    made('青禾镇', {}, { audience: 'county' }),
  ]
  const carried = [made('青禾镇', { asked: true, found: false })]
  expect(sendingOf(cases, carried, ['青禾镇'])).toEqual({
    sent: 3,
    rechecks: 1,
    carriedOver: 1,
    sentBack: 1,
    keptBack: 1,
    unplaced: 2,
    settled: 1,
  })
})
