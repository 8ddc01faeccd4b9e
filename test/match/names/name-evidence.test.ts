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
    ['王大明', '王小明', 'one-other'],
    ['赵俊梅', '赵军怡', 'different'],
    ['李四', '王五', 'different'],
  ])('calls %s and %s %s', (left, right, evidence) => {
    expect(compareNames(nameForm(left), nameForm(right))).toBe(evidence)
  })

  it('remembers a name it has taken apart', () => {
    const book = nameBook()
    expect(book.of('王小明')).toBe(book.of('王小明'))
    expect(book.at(book.numberOf('王小明'))).toBe(book.of('王小明'))
  })
})
