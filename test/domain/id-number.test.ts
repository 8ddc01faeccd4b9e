import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellKind } from '../../src/domain/cell.js'
import {
  ageIn,
  birthDateOf,
  checkDigit,
  idNumber,
  maskIdNumber,
  parseIdNumber,
  sexOf,
  upgrade15,
} from '../../src/domain/id-number.js'

const read = (text: string, kind: CellKind = 'text') => idNumber({ text, kind })
const base = '340199199003078512'.slice(0, 17)
const intact = base + checkDigit(base)
const withX = '34019919800101006X'

/** Invented ids of the unused area 340199, born 1930–2020. */
const ids = fc
  .record({
    year: fc.integer({ min: 1930, max: 2020 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, day, order }) => {
    const two = (number: number) => String(number).padStart(2, '0')
    const digits = `340199${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`
    return digits + checkDigit(digits)
  })

// The only numbers outside the unused area: printed as examples wherever the standard is explained, nobody's own.
describe('GB 11643 examples', () => {
  test.each(['34052419800101001X', '11010519491231002X'])('%s is valid', (text) => {
    expect(read(text).value).toEqual({ state: 'intact', value: text, pattern: text })
  })

  test('an impossible check digit, and the same person before and after the upgrade', () => {
    expect(read('340524198001010013').value).toMatchObject({ state: 'damaged', damage: '校验码' })
    expect(upgrade15('340524800101001')).toBe('34052419800101001X')
  })

  test('the parts of a number', () => {
    expect(birthDateOf(withX)).toBe('1980-01-01')
    expect(birthDateOf('340199199002307850')).toBeNull()
    expect([sexOf('34019919900101001?'), sexOf('34019919900101002?'), sexOf('340199199001017???')]).toEqual([
      '男',
      '女',
      null,
    ])
    expect([ageIn('2026-11', '1990-11-30'), ageIn('2026-11', '1990-12-01')]).toEqual([36, 35])
  })

  test('messages show the ends of a number, and nothing of a name typed in its place', () => {
    expect(maskIdNumber(intact)).toBe(`340199********${intact.slice(-4)}`)
    expect(maskIdNumber('12345')).toBe('***45')
    expect(maskIdNumber('李金兰')).toBe('***')
    expect(maskIdNumber('Zhang')).toBe('*****')
    expect(maskIdNumber(`李金兰${intact}`)).not.toContain('李')
    expect(maskIdNumber('34019919600101703O')).toBe('340199********703O')
    expect(maskIdNumber('340199196001017???')).toBe('340199********7???')
  })
})

describe('exact repairs', () => {
  const wide = intact.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  test.each([
    ['full-width', wide, intact, ['全角']],
    ['blanks and line ends', ` ${intact.slice(0, 6)} ${intact.slice(6)}\n`, intact, ['空白']],
    ['zero-width and byte-order marks', `\uFEFF${intact}\u200B`, intact, ['空白']],
    ['marks of direction from a chat program', `\u2068${intact}\u2069`, intact, ['空白']],
    ['variation selector', `${intact}\uFE0F`, intact, ['空白']],
    ['apostrophe', `'${intact}`, intact, ['空白']],
    ['="…"', `="${intact}"`, intact, ['空白']],
    ['lower-case x', withX.toLowerCase(), withX, ['小写x']],
    ['times sign', withX.replace('X', '×'), withX, ['乘号代X']],
    ['Cyrillic letter', withX.replace('X', 'Х'), withX, ['乘号代X']],
    ['student number', `G${intact}`, intact, ['前缀']],
    ['certificate', `${intact}44`, intact, ['残疾证号']],
    ['reissued certificate with lower-case x', `${withX.toLowerCase()}44b1`, withX, ['小写x', '残疾证号']],
    ['15 digits', '340199650307851', upgrade15('340199650307851'), ['15位升18位']],
  ])('%s', (_, text, value, repairs) => {
    expect(read(text)).toEqual({ value: { state: 'repaired', value, pattern: value, repairs } })
  })

  test('any id survives every repair', () => {
    const dress = fc.constantFrom<(id: string) => string>(
      (id) => id,
      (id) => ` ${id}　`,
      (id) => `\t${id}\r\n`,
      (id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
      (id) => `'${id}`,
      (id) => `="${id}"`,
      (id) => id.toLowerCase(),
      (id) => `${id}11`,
      (id) => `${id}74B2`,
      (id) => `L${id}`,
      (id) => [...id].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join(''),
    )
    fc.assert(
      fc.property(ids, dress, (id, wear) => read(wear(id)).value?.value === id),
      { seed: 1 },
    )
  })

  test('an id written as a number with all its digits is recovered or given up, never changed', () => {
    const digitsOnly = ids.filter((id) => /^\d{18}$/.test(id))
    fc.assert(
      fc.property(digitsOnly, (id) => {
        const found = read(id, 'number').value
        expect(found?.value === id || found?.state === 'damaged').toBe(true)
        const printed = String(BigInt(Number(id)))
        fc.pre(!printed.endsWith('000'))
        const rounded = read(printed, 'number').value
        expect(rounded?.state).toBe('damaged')
        // What is left still fits the true id: a digit too many would rule the person out.
        expect([...(rounded?.pattern ?? '')].every((digit, at) => digit === '?' || digit === id[at])).toBe(true)
        expect(rounded?.pattern.length).toBe(18)
      }),
      { seed: 2 },
    )
  })
})

describe('damage', () => {
  test.each([
    ['lost digits in a number', '340199199003078000', 'number', '末三位丢失', `${intact.slice(0, 15)}???`],
    ['lost digits in a text', `${intact.slice(0, 15)}000`, 'text', '末三位丢失', `${intact.slice(0, 15)}???`],
    ['scientific text', '3.40199E+17', 'text', '科学计数', '34019?????????????'],
    ['scientific number of few digits', '3.40199E+17', 'number', '科学计数', '34019?????????????'],
    ['scientific number', '3.40199199003078E17', 'number', '末三位丢失', '340199199003078???'],
    // The double of 340199196804111000, and of a number that was not cut, each with all its digits.
    ['cut by Excel, as Excel writes it', '3.4019919680411098E+17', 'number', '末三位丢失', '340199196804111???'],
    ['rounded by another program', '3.4019919680411104E17', 'number', '末三位丢失', '34019919680411????'],
    ['masked', '340199********8512', 'text', '脱敏', '340199????????8512'],
    ['masked with x', '340199xxxxxxxx8512', 'text', '脱敏', '340199????????8512'],
    ['too short', intact.slice(0, 17), 'text', '长度', intact.slice(0, 17)],
    ['too long', `${intact}9`, 'text', '长度', `${intact}9`],
    [
      'letters',
      `${intact.slice(0, 10)}O${intact.slice(11)}`,
      'text',
      '字符',
      `${intact.slice(0, 10)}O${intact.slice(11)}`,
    ],
    ['another document', 'H12345678', 'text', '其他证件', 'H12345678'],
    ['a child born in 2010, cut to 15 digits', '340199201005121', 'text', '长度', '340199201005121???'],
    ['15 digits without a date', '340199651307851', 'text', '日期', '340199651307851'],
  ] as const)('%s', (_, text, kind, damage, pattern) => {
    const reading = read(text, kind)
    expect(reading.value).toEqual({ state: 'damaged', value: null, pattern, damage })
    expect(reading.problem?.code).toMatch(/^id-/)
  })

  test('a day that does not exist, with a right check digit', () => {
    const digits = '34019919900230785'
    expect(read(digits + checkDigit(digits)).value).toMatchObject({ state: 'damaged', damage: '日期' })
  })

  test('one changed character is never intact, nor repaired into another id', () => {
    fc.assert(
      fc.property(ids, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, at, character) => {
        fc.pre(id[at] !== character)
        return parseIdNumber(id.slice(0, at) + character + id.slice(at + 1))?.value == null
      }),
      { seed: 3 },
    )
  })

  test('two neighbours swapped are never intact', () => {
    fc.assert(
      fc.property(ids, fc.nat(16), (id, at) => {
        fc.pre(id[at] !== id[at + 1])
        return parseIdNumber(`${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`)?.value == null
      }),
      { seed: 4 },
    )
  })

  test('messages never hold the number', () => {
    fc.assert(
      fc.property(ids, fc.constantFrom('9', 'A', '*', ''), (id, tail) => {
        const { problem } = read(id.slice(0, 17) + tail)
        expect(JSON.stringify(problem?.facts ?? {})).not.toContain(id.slice(6, 14))
      }),
      { seed: 5 },
    )
  })
})

test.each(['', '无', '空', '0', '-', 'N', '暂无', '000000'])('absent: %j', (text) => {
  expect(read(text)).toEqual({ value: null })
})

test('placeholders and fully masked ids are absent, and told', () => {
  expect(read('999999196001011234')).toMatchObject({ value: null, problem: { code: 'id-placeholder' } })
  expect(read('******************')).toMatchObject({ value: null, problem: { code: 'id-masked' } })
})

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom<CellKind>('text', 'number', 'date', 'error'), (text, kind) => {
      const { value } = read(text, kind)
      return value === null || value.pattern.length <= 24
    }),
    { seed: 6 },
  )
})
