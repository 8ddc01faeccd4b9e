import { expect, it } from 'vitest'
import type { Cell } from '../../src/domain/cell.js'
import { codeCell } from '../../src/domain/code-cell.js'

it.each<[text: string, kind: Cell['kind'], value: string | null]>([
  ['3401990000000123', 'text', '3401990000000123'],
  ['HB-0012', 'text', 'HB-0012'],
  ['340199000000', 'number', '340199000000'],
  ['6217000012345678', 'number', '6217000012345678'],
  ['6217000012345678901', 'number', '6217000012345678901'],
  // A household number may end so; as a text nothing was cut.
  ['340199000001234000', 'text', '340199000001234000'],
  ['无', 'text', null],
  ['', 'empty', null],
])('%s (%s) is %s', (text, kind, value) => {
  expect(codeCell({ text, kind })).toEqual({ value })
})

it.each<[text: string, kind: Cell['kind']]>([
  ['3.40199E+15', 'text'],
  ['6.2E+18', 'number'],
  ['3.40199000001234E+17', 'number'],
  ['340199000001234000', 'number'],
  ['6217000012345670', 'number'],
  // What a double holds of 6217000012345678901.
  ['6217000012345679000', 'number'],
  ['6217000012345678848', 'number'],
])('%s (%s) has lost its end', (text, kind) => {
  const { value, problem } = codeCell({ text, kind })
  expect(value).toBeNull()
  expect(problem?.code).toBe('code-cut')
})
