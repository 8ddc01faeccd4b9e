import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberText } from '../../../src/ingest/formats/number-text.js'

it.each([
  ['65.0', '65'],
  ['65.', '65'],
  ['-3.00', '-3'],
  ['830.5', '830.5'],
  ['830.50', '830.50'],
  ['0.0', '0'],
  ['202409.0', '202409'],
  ['1.3812345678E10', '13812345678'],
  ['2.0240901E7', '20240901'],
  ['1.0E7', '10000000'],
  ['1.234567E3', '1234.567'],
  ['-1.5E+1', '-15'],
  ['4.5E-2', '0.045'],
  ['1e3', '1000'],
  ['123456789012345', '123456789012345'],
])('%s is %s', (written, text) => {
  expect(numberText(written)).toBe(text)
})

it('leaves alone what a double no longer holds to the digit, and what is no number', () => {
  const texts = ['3.40199199001011E+17', '1.0E15', '340199199001011234', '1E-99', '1.2.3', 'E5', '12E', '']
  expect(texts.map(numberText)).toEqual(texts)
})

it('changes no number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = numberText(number.toExponential())
      // Not by `toBe`, which tells -0 from 0.
      expect(Number(text) === number).toBe(true)
    }),
  )
})
