import { describe, expect, it } from 'vitest'
import { buildCounty } from '../../bench/matching-county.js'
import { blockingRules } from '../../src/match/blocking-rules.js'
import { settledId } from '../../src/match/unit.js'
import { match } from './people.js'

const county = buildCounty({
  seed: 4711,
  large: 6000,
  small: 2000,
  damaged: 0.04,
  profile: { 'one-digit': 0.45, swapped: 0.2, 'missing-digit': 0.1, rounded: 0.1, masked: 0.1, blank: 0.05 },
  nameNoise: 0.02,
})
const truth = new Map(county.records.map((record, i) => [record, county.truth[i] as number]))
const matched = match(county.records)

describe('a generated county', () => {
  it('holds every row exactly once', () => {
    const held = matched.persons.flatMap(({ links }) => links.map(({ record }) => record))
    expect(held).toHaveLength(county.records.length)
    expect(new Set(held).size).toBe(held.length)
    expect(new Set(matched.persons.map(({ key }) => key)).size).toBe(matched.persons.length)
  })

  it('merges no two usable numbers', () => {
    for (const { links } of matched.persons) {
      const ids = new Set(links.flatMap(({ record }) => settledId(record) ?? []))
      expect(ids.size).toBeLessThanOrEqual(1)
    }
  })

  it('finds nine of ten pairs that damaged numbers hide, and links none wrongly', () => {
    const people = new Map<number, Set<string>>()
    let [wrong, hidden] = [0, 0]
    for (const { key, links } of matched.persons) {
      const entities = new Set(links.map(({ record }) => truth.get(record) as number))
      if (entities.size > 1) wrong++
      for (const entity of entities) people.set(entity, (people.get(entity) ?? new Set()).add(key))
    }
    const damaged = new Set(
      county.records.filter((record) => settledId(record) === null).map((record) => truth.get(record) as number),
    )
    const twice = [...damaged].filter((entity) => county.truth.filter((other) => other === entity).length === 2)
    for (const entity of twice) if ((people.get(entity)?.size ?? 0) === 1) hidden++
    expect(wrong).toBe(0)
    expect(hidden / twice.length).toBeGreaterThan(0.9)
  })

  it('shows candidates to both sides', () => {
    for (const person of matched.persons)
      for (const { person: other } of person.candidates)
        expect(other.candidates.some((candidate) => candidate.person === person)).toBe(true)
  })

  it('learns a model that the next month uses again', () => {
    const again = match(county.records, { model: JSON.parse(JSON.stringify(matched.model)) })
    expect(again.model).toEqual(matched.model)
    const other = { ...matched.model, version: 1 as const, comparisons: [] }
    const learned = match(county.records.slice(0, 50), { model: other }).model.comparisons
    expect(learned.map(({ id }) => id)).toEqual(matched.model.comparisons.map(({ id }) => id))
  })

  it('learns the same from files that are named otherwise and sorted anew', () => {
    const moved = county.records.map((record, i) => ({
      ...record,
      origin: { ...record.origin, file: `补发-${record.origin.file}`, row: county.records.length - i },
    }))
    expect(match(moved).model).toEqual(matched.model)
  })

  it('counts the pairs of every blocking rule', () => {
    expect(matched.blocking.map(({ rule }) => rule)).toEqual(blockingRules.map(({ id }) => id))
    const pairs = matched.blocking.reduce((sum, count) => sum + count.pairs, 0)
    expect(pairs).toBeLessThan(county.records.length)
  })
})
