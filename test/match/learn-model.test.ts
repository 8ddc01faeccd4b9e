import { describe, expect, it } from 'vitest'
import { allComparisons } from '../../src/match/comparisons/all.js'
import { chooseModel, drift } from '../../src/match/learn-model.js'
import { type LinkageModel, priorModel } from '../../src/match/linkage/model.js'

const known: LinkageModel = {
  ...priorModel(allComparisons, 1e-5),
  learnedIn: '2026-10',
  support: { pairs: 9, matches: 900 },
}

function changed(matches: number): LinkageModel {
  const comparisons = known.comparisons.map(({ id, levels }) =>
    id === 'sex' ? { id, levels: levels.map((level) => ({ ...level, u: level.u / 8 })) } : { id, levels },
  )
  return { ...known, learnedIn: '2026-11', lambda: 2e-5, support: { pairs: 9, matches }, comparisons }
}

describe('chooseModel', () => {
  it('keeps the known model with the new share of true pairs', () => {
    const learned = { ...known, learnedIn: '2026-11', lambda: 2e-5 }
    expect(drift(known, learned)).toBe(0)
    expect(chooseModel(known, learned)).toEqual({ ...known, lambda: 2e-5 })
  })

  it('takes the new one when the data drifted away and there is enough of it', () => {
    expect(drift(known, changed(900))).toBeCloseTo(3, 6)
    expect(chooseModel(known, changed(900)).learnedIn).toBe('2026-11')
    expect(chooseModel(known, changed(20)).learnedIn).toBe('2026-10')
  })

  it('takes the new one when the known one speaks of other comparisons', () => {
    expect(chooseModel({ ...known, comparisons: [] }, changed(0)).learnedIn).toBe('2026-11')
    expect(chooseModel(null, changed(0)).learnedIn).toBe('2026-11')
  })
})
