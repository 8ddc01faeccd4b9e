import { describe, expect, it } from 'vitest'
import type { Programme } from '../../src/domain/programme.js'
import { contextOf } from '../../src/screen/context.js'
import { excuseBy, uncheckedTitles } from '../../src/screen/excuse.js'
import type { Exception } from '../../src/screen/rule.js'
import { type Changes, month2026 } from './county.js'

type State = ReturnType<Exception<null>['test']>['state']
const exception = (state: State, more: Partial<Exception<null>> = {}): Exception<null> => ({
  id: 'x',
  title: '某情形',
  consults: [],
  test: () => ({ state, reason: '名册如此' }),
  ...more,
})
/** How the exceptions come out: each one's state and reason, whether one applies, whether the hit is lowered. */
function outcome(exceptions: readonly Exception<null>[], changes: Changes = {}) {
  const input = month2026([], changes)
  const { results, applies, lowers } = excuseBy(exceptions, contextOf(input), input.settings)(null)
  return [results.map(({ state, reason }) => `${state} ${reason}`), applies, lowers]
}
const onMarginal = { consults: ['marginal'] as readonly Programme[] }
const withoutMarginal: Changes = { missing: ['marginal'] }
const notHeld: Changes = { missing: ['marginal'], settings: { notHeld: ['marginal'] } }

describe('excuseBy', () => {
  it('says of each exception how it came out', () => {
    expect(outcome([])).toEqual([[], false, false])
    expect(outcome([exception('does-not-apply'), exception('applies')])).toEqual([
      ['does-not-apply 名册如此', 'applies 名册如此'],
      true,
      false,
    ])
  })

  it('keeps equal results of one exception as one object', () => {
    const input = month2026([])
    const died = {
      ...exception('applies'),
      test: (died: boolean) => ({ state: 'applies' as const, reason: String(died) }),
    }
    const excuse = excuseBy([died], contextOf(input), input.settings)
    const [first, second, other] = [true, true, false].map((each) => excuse(each).results[0])
    expect(second).toBe(first)
    expect(other).not.toEqual(first)
  })

  it('lowers a hit whose exception lacks a field, unless no roster could answer it', () => {
    expect(outcome([exception('unchecked')])).toEqual([['unchecked 名册如此'], false, true])
    expect(outcome([exception('unchecked', { unanswerable: true })])).toEqual([['unchecked 名册如此'], false, false])
  })

  it('leaves open, and lowers, what needs a roster that did not come, but for what applies without it', () => {
    const open = [['unchecked 本月没有收到低保边缘名册'], false, true]
    expect(outcome([exception('does-not-apply', onMarginal)], withoutMarginal)).toEqual(open)
    expect(outcome([exception('unchecked', onMarginal)], withoutMarginal)).toEqual(open)
    expect(outcome([exception('applies', onMarginal)], withoutMarginal)).toEqual([['applies 名册如此'], true, false])
    expect(outcome([exception('does-not-apply', onMarginal)])).toEqual([['does-not-apply 名册如此'], false, false])
  })

  it('leaves open, without lowering, what needs a roster that the county does not hold', () => {
    expect(outcome([exception('does-not-apply', onMarginal)], notHeld)).toEqual([
      ['unchecked 本县没有低保边缘名册'],
      false,
      false,
    ])
  })
})

describe('uncheckedTitles', () => {
  it('names what this month can answer for nobody', () => {
    const titles = (one: Exception<null>, changes: Changes = {}) => {
      const input = month2026([], changes)
      return uncheckedTitles([one as Exception<never>] as never, contextOf(input), input.settings)
    }
    expect(titles(exception('applies', { unanswerable: true }))).toEqual(['某情形'])
    expect(titles(exception('applies', onMarginal), withoutMarginal)).toEqual(['某情形'])
    expect(titles(exception('applies', onMarginal), notHeld)).toEqual(['某情形'])
    expect(titles(exception('applies', onMarginal))).toEqual([])
    expect(titles(exception('unchecked'))).toEqual([])
  })
})
