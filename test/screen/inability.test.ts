import { expect, it } from 'vitest'
import { certificateOf } from '../../src/screen/certificate.js'
import { unableToWork } from '../../src/screen/inability.js'
import { month, person } from './county.js'

it.each([
  ['智力', '3', true],
  ['智力', '4', false],
  ['精神', '3', true],
  ['精神', '4', false],
  ['肢体', '2', true],
  ['肢体', '3', false],
  ['视力', '1', true],
  ['视力', '2', false],
  ['听力', '1', false],
  ['言语', '1', false],
  ['多重', '1', null],
  ['多重', '2', null],
  ['多重', '3', false],
  ['肢体', '未定级', null],
  [null, '1', null],
] as const)('无劳动能力 by %s, level %s: %s', (category, level, unable) => {
  const certificate = certificateOf(person({ 'disability-certificates': { category, level } }), month)
  expect(certificate && unableToWork(certificate)).toBe(unable)
})
