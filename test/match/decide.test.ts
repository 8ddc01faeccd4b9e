import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Deciding, decide } from '../../src/match/decide.js'
import type { Found } from '../../src/match/evidence.js'

// A row without a number (0) between two people of a roster (1 and 2).
function task(weights: readonly [number, number], found: readonly [Found, Found]): Deciding {
  return {
    units: 3,
    pairs: 2,
    sidesOf: (pair) => [0, pair + 1],
    weightOf: (pair) => weights[pair] as number,
    foundIn: (pair) => found[pair] as Found,
    weightBetween: () => 0,
    hasId: (unit) => unit > 0,
    hasAnothersId: () => false,
    shareRoster: (a, b) => a > 0 && b > 0,
    staysAlone: () => false,
    verdict: () => null,
    same: [],
    mustAsk: () => false,
    order: (a, b) => b - a,
  }
}

const own = { 'person-name': 'equal', household: 'member', sex: 'same' }
const wife = { 'person-name': 'different', household: 'member', phone: 'same', place: 'village' }

describe('decide', () => {
  it('takes the rest of a family for no other choice, whatever they share', () => {
    const { clusterOf, questions } = decide(task([10, 14], [own, wife]))
    expect([0, 1, 2].map(clusterOf)).toEqual([1, 1, 2])
    expect(questions.map(({ pair }) => pair)).toEqual([])
  })

  it.each<[string, Found]>([
    ['has the name as well', own],
    ['has another name and the birth date', { ...wife, 'birth-date': 'same' }],
  ])('asks where somebody else %s', (_, rival) => {
    const { clusterOf, questions } = decide(task([10, 9], [own, rival]))
    expect([0, 1, 2].map(clusterOf)).toEqual([0, 1, 2])
    expect(questions.map(({ pair }) => pair)).toEqual([0, 1])
  })
})

type Pair = readonly [left: number, right: number, weight: number, found?: Found]

// Rows without a number by default, each in a roster of its own and as likely as not one person where nobody compared them.
function among(units: number, pairs: readonly Pair[], more: Partial<Deciding> = {}): Deciding {
  const pairAt = (pair: number) => pairs[pair] as Pair
  return {
    units,
    pairs: pairs.length,
    sidesOf: (pair) => [pairAt(pair)[0], pairAt(pair)[1]],
    weightOf: (pair) => pairAt(pair)[2],
    foundIn: (pair) => pairAt(pair)[3] ?? own,
    weightBetween: () => 0,
    hasId: () => false,
    hasAnothersId: () => false,
    shareRoster: () => false,
    staysAlone: () => false,
    verdict: () => null,
    same: [],
    mustAsk: () => false,
    order: (a, b) => a - b,
    ...more,
  }
}

// Which units are one person, and what is asked.
function decided(task: Deciding) {
  const { clusterOf, questions } = decide(task)
  return {
    people: Array.from({ length: task.units }, (_, unit) => clusterOf(unit)),
    asked: questions.map(({ pair, grade }) => [pair, grade]),
  }
}

const isEither =
  (...two: readonly number[]) =>
  (a: number, b: number) =>
    two.includes(a) && two.includes(b) && a !== b

describe('a pair by itself', () => {
  const linked = { people: [0, 0], asked: [] }
  const probable = { people: [0, 1], asked: [[0, 'probable']] }
  const possible = { people: [0, 1], asked: [[0, 'possible']] }
  const nothing = { people: [0, 1], asked: [] }
  const short = { ...own, 'person-name': 'short-other' }
  const slip = { ...own, 'person-name': 'same-sound', 'partial-number': 'tail' }
  const changed = { ...own, 'identity-number': 'birth-and-area' }
  const former = { ...own, 'identity-number': 'former' }
  const yes = () => true

  it.each<[string, typeof linked | typeof probable, number, Found, Partial<Deciding>]>([
    ['is linked from 99 in 100', linked, 6.7, own, {}],
    ['is a question below', possible, 6.6, own, {}],
    ['is a question from 1 in 10', possible, -3.1, own, {}],
    ['is nothing below', nothing, -3.2, own, {}],
    ['that must be asked is asked however unlikely', possible, -30, own, { mustAsk: yes }],
    ['whose evidence may not link is only asked', possible, 20, short, {}],
    ['with a row that stays alone is only asked', probable, 20, own, { staysAlone: (unit) => unit === 0 }],
    ['the same on the other side', probable, 20, own, { staysAlone: (unit) => unit === 1 }],
    ["of one name is linked over somebody else's number", linked, 20, own, { hasAnothersId: yes }],
    ["of two names is not, with somebody else's number", probable, 20, slip, { hasAnothersId: (unit) => unit === 0 }],
    ['the same on the other side ', probable, 20, slip, { hasAnothersId: (unit) => unit === 1 }],
    ['of a name and a slip of it is linked', linked, 20, slip, {}],
    ['of two names is not linked inside a roster', probable, 20, slip, { shareRoster: yes }],
    ['of one name is linked inside a roster', linked, 20, own, { shareRoster: yes }],
    ['of two usable numbers is only asked', probable, 20, changed, { hasId: yes }],
    ['of a number and its former one is linked', linked, 20, former, { hasId: yes }],
    ['of two usable numbers and sexes is nothing', nothing, 20, { ...own, sex: 'different' }, { hasId: yes }],
    [
      'of two sexes is asked where one has no number',
      possible,
      20,
      { ...own, sex: 'different' },
      { hasId: (u) => u > 0 },
    ],
    ['found to be two people is nothing', nothing, 20, own, { verdict: () => 'different', mustAsk: yes }],
    ['that somebody left open is asked', probable, 20, own, { verdict: () => 'unsure' }],
    ['found to be one person is that', linked, -30, own, { same: [[0, 1]], mustAsk: yes }],
  ])('%s', (_, expected, weight, found, more) => {
    expect(decided(among(2, [[0, 1, weight, found]], more))).toEqual(expected)
  })

  it('is told with the chance that it is right and how it came to be linked', () => {
    const { links, questions, judged } = decide(
      among(4, [
        [0, 1, 10],
        [2, 3, 0],
      ]),
    )
    expect(links.get(1)).toEqual({ pair: 0, score: 1 / (1 + 2 ** -10) })
    expect(links.get(0)).toEqual(links.get(1))
    expect(questions).toEqual([{ pair: 1, grade: 'possible', score: 0.5 }])
    expect(judged.size).toBe(0)
    const heavierFirst = decide(
      among(3, [
        [0, 1, 20],
        [1, 2, 10],
      ]),
    )
    expect([0, 1, 2].map((unit) => heavierFirst.links.get(unit)?.pair)).toEqual([0, 0, 1])
    expect([...decide(among(3, [], { same: [[0, 1]] })).judged]).toEqual([0, 1])
  })
})

describe('two choices of a row', () => {
  const rivals: readonly Pair[] = [
    [0, 1, 20],
    [0, 2, 19],
  ]
  const both = (a: number, b: number) => a > 0 && b > 0

  it.each<[string, Partial<Deciding>]>([
    ['have numbers', { hasId: (unit) => unit > 0 }],
    ['stand in one roster', { shareRoster: both }],
  ])('are a question where both %s', (_, more) => {
    expect(decided(among(3, rivals, more))).toMatchObject({ people: [0, 1, 2] })
    expect(decide(among(3, rivals, more)).questions.map(({ pair }) => pair)).toEqual([0, 1])
  })

  it('are no choice where only one has a number, so that all are one person', () => {
    expect(decided(among(3, rivals, { hasId: (unit) => unit === 1 }))).toEqual({ people: [0, 0, 0], asked: [] })
  })

  const verdictOn =
    (one: number, other: number, verdict: 'same' | 'different'): Deciding['verdict'] =>
    (a, b) =>
      isEither(one, other)(a, b) ? verdict : null

  it('are no choice any more when the one has been found to be somebody else, or both to be one', () => {
    const differ = among(3, rivals, { shareRoster: both, verdict: verdictOn(0, 2, 'different') })
    expect(decided(differ)).toEqual({ people: [0, 0, 2], asked: [] })
    const more = { shareRoster: both, verdict: verdictOn(1, 2, 'same'), weightBetween: () => 20 }
    expect(decided(among(3, rivals, { ...more, same: [[1, 2]] }))).toEqual({ people: [0, 0, 0], asked: [] })
  })
})

describe('a row that would bring two together', () => {
  // 0 and 1, and 2 and 3, are one; 1 and 2 are alike as well.
  const chain: readonly Pair[] = [
    [0, 1, 30],
    [2, 3, 30],
    [1, 2, 20],
  ]
  const joined = [0, 0, 0, 0]
  const apart = [0, 0, 2, 2]
  const ends = isEither(0, 3)

  it.each<[string, readonly number[], Partial<Deciding>]>([
    ['does where nothing speaks against it', joined, {}],
    ['does not where their ends are unlike', apart, { weightBetween: (a, b) => (ends(a, b) ? -1 : 1) }],
    ['does not where both ends have numbers', apart, { hasId: (unit) => unit === 0 || unit === 3 }],
    ['does where one of them has', joined, { hasId: (unit) => unit === 0 }],
    ['does not where one roster holds both ends', apart, { shareRoster: ends, weightBetween: () => 6 }],
    ['does where these are surely one person listed twice', joined, { shareRoster: ends, weightBetween: () => 7 }],
    ['does not where somebody told the ends apart', apart, { verdict: (a, b) => (ends(a, b) ? 'different' : null) }],
    ['does not where somebody left the ends open', apart, { verdict: (a, b) => (ends(a, b) ? 'unsure' : null) }],
  ])('%s', (_, people, more) => {
    expect(decided(among(4, chain, more)).people).toEqual(people)
  })

  it('does where its own number is the former one of the other, and not where a third number is among them', () => {
    const changed: readonly Pair[] = [...chain.slice(0, 2), [1, 2, 20, { ...own, 'identity-number': 'former' }]]
    const withNumbers = (...numbered: readonly number[]) =>
      decided(among(4, changed, { hasId: (unit) => numbered.includes(unit) })).people
    expect(withNumbers(1, 2)).toEqual(joined)
    expect(withNumbers(1, 3)).toEqual(apart)
  })

  it('must fit all whom a judgement has joined to them, and nobody else', () => {
    const unlike =
      (...two: readonly number[]) =>
      (a: number, b: number) =>
        isEither(...two)(a, b) ? -1 : 1
    const same = [
      [0, 1],
      [3, 4],
    ] as const
    const people = (pair: Pair, weightBetween: Deciding['weightBetween']) =>
      decided(among(5, [pair], { same, weightBetween })).people
    expect(people([1, 2, 20], unlike(0, 2))).toEqual([0, 0, 2, 3, 3])
    expect(people([0, 2, 20], unlike(1, 2))).toEqual([0, 0, 2, 3, 3])
    expect(people([0, 2, 20], unlike(2, 3, 4))).toEqual([0, 0, 0, 3, 3])
  })

  it('follows the heavier of two links that do not go together', () => {
    const unlike = { weightBetween: () => -1 }
    for (const [left, right] of [
      [30, 20],
      [20, 30],
    ] as const) {
      const { people } = decided(
        among(
          3,
          [
            [0, 1, left],
            [1, 2, right],
          ],
          unlike,
        ),
      )
      expect(people).toEqual(left > right ? [0, 0, 2] : [0, 1, 1])
    }
  })
})

describe('the order in which rows and pairs come', () => {
  const count = 6
  const allPairs = Array.from({ length: count * count }, (_, i) => [Math.floor(i / count), i % count] as const).filter(
    ([a, b]) => a < b,
  )
  // Few weights, so that many pairs are equally heavy.
  const weight = fc.constantFrom(-5, 3, 8, 8, 12)
  const county = fc.record({
    pairs: fc.shuffledSubarray(allPairs),
    weights: fc.array(weight, { minLength: allPairs.length, maxLength: allPairs.length }),
    numbered: fc.subarray([0, 1]),
    shuffled: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
  })

  it('changes nothing of who is one person', () => {
    fc.assert(
      fc.property(county, ({ pairs, weights, numbered, shuffled }) => {
        const between = (a: number, b: number) =>
          weights[allPairs.findIndex(([x, y]) => (x === a && y === b) || (x === b && y === a))] as number
        // The same rows under other numbers, and their pairs the other way round.
        const peopleOf = (named: readonly number[], list: readonly (readonly [number, number])[]) => {
          const at = (row: number) => named.indexOf(row)
          const row = (unit: number) => named[unit] as number
          const { clusterOf } = decide(
            among(
              count,
              list.map(([a, b]) => [at(a), at(b), between(a, b)]),
              {
                hasId: (unit) => numbered.includes(row(unit)),
                weightBetween: (a, b) => between(row(a), row(b)),
                order: (a, b) => row(a) - row(b),
              },
            ),
          )
          return [...Array(count).keys()].map((one) => row(clusterOf(at(one))))
        }
        const plain = peopleOf([...Array(count).keys()], pairs)
        expect(peopleOf(shuffled, pairs.map(([a, b]) => [b, a] as const).reverse())).toEqual(plain)
      }),
    )
  })
})
