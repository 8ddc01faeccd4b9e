import { describe, expect, it } from 'vitest'
import { compareNames, isDoubtful, nameLikeness } from '../../../src/match/names/name-evidence.js'
import { nameBook, nameForm } from '../../../src/match/names/name-form.js'
import { madePairs } from './made-pairs.js'
import { namePairs } from './name-pairs.js'

const saysSame = (left: string, right: string) => {
  const [a, b] = [nameForm(left), nameForm(right)]
  return nameLikeness(a, b) !== 'different' && !isDoubtful(a, b)
}

describe('names', () => {
  it.each(
    namePairs.filter(([strength]) => strength === 'STRONG'),
  )('%s: %s and %s are the same: %s (%s)', (_, left, right, same) => {
    expect(saysSame(left, right)).toBe(same)
    expect(saysSame(right, left)).toBe(same)
  })

  // One test a kind, so that its report names what is wrong and not three thousand lines of what is right.
  it.each([...new Set(madePairs().map(({ kind }) => kind))])('judges every made pair rightly: %s', (kind) => {
    const pairs = madePairs().filter((pair) => pair.kind === kind)
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    const wrong = pairs.filter(
      ({ left, right, same }) => saysSame(left, right) !== same || saysSame(right, left) !== same,
    )
    expect(wrong.map(({ left, right }) => `${left} ${right}`)).toEqual([])
  })

  it('gets nine of ten MEDIUM pairs right', () => {
    const medium = namePairs.filter(([strength]) => strength === 'MEDIUM')
    const right = medium.filter(([, a, b, same]) => saysSame(a, b) === same)
    expect(right.length / medium.length).toBeGreaterThanOrEqual(0.9)
  })

  it.each([
    ['王小明', '王小明', 'equal'],
    ['王峯', '王峰', 'other-writing'],
    ['李莉', '李丽', 'same-sound'],
    ['刘未', '刘末', 'look-alike'],
    ['王?明', '王小明', 'missing-character'],
    // Father and son may both be written so.
    ['王**', '王**', 'missing-character'],
    ['王**', '王小明', 'missing-character'],
    ['王大明', '王小明', 'one-other'],
    ['赵俊梅', '赵军怡', 'different'],
    ['李四', '王五', 'different'],
  ])('calls %s and %s %s', (left, right, evidence) => {
    expect(compareNames(nameForm(left), nameForm(right))).toBe(evidence)
  })

  it('gives a name one number, by which it is found again', () => {
    const book = nameBook()
    for (const name of ['王小明', '王?明', '李國強', '王小明', 'Ａbdul·Rahman'])
      expect(book.at(book.numberOf(name))).toEqual(nameForm(name, book.of(name).at))
    expect(book.numberOf('李國強')).toBe(2)
    expect(book.at(2).standard).toBe('李国强')
  })
})
