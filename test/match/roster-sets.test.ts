import { describe, expect, it } from 'vitest'
import type { Programme } from '../../src/domain/programme.js'
import { rosterSets } from '../../src/match/roster-sets.js'

const rows = (...of: readonly (readonly Programme[])[]) => of.map((programmes) => ({ record: { programmes } }))

describe('rosterSets', () => {
  it('names every programme of every row', () => {
    const sets = rosterSets()
    expect(sets(rows(['destitute', 'marginal'], [], ['death']))).toEqual(new Set(['destitute', 'marginal', 'death']))
    expect(sets([])).toEqual(new Set())
    expect(sets(rows([]))).toEqual(new Set())
  })

  it('gives one set for one combination, whatever the order of the rows and however often one comes', () => {
    const sets = rosterSets()
    const set = sets(rows(['destitute'], ['monitored'], ['death']))
    expect(sets(rows(['death', 'destitute'], ['monitored']))).toBe(set)
    expect(sets(rows(['monitored'], ['death'], ['monitored'], ['destitute'], ['death']))).toBe(set)
    expect(sets(rows(['destitute'], ['monitored']))).not.toBe(set)
    expect(set.size).toBe(3)
  })
})
