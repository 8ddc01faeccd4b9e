import { expect, it } from 'vitest'
import { withDeclaredLists } from '../../src/screen/declared-lists.js'
import { allRules } from '../../src/screen/rules/all.js'
import { screen } from '../../src/screen/screen.js'
import { month2026, person } from './county.js'

const rule = (id: string) => {
  const found = allRules.find((each) => each.id === id)
  if (!found) throw new Error(id)
  return { ...found, on: true }
}
const declared = { lists: [{ name: '*', kind: 'certificate-renewals' as const }] }

it('leaves a rule alone of whose lists the county declares none', () => {
  const p06 = rule('P06')
  expect(withDeclaredLists(p06, { lists: [] })).toBe(p06)
})

it('makes an accusation wait for a declared list that could excuse it', () => {
  expect(withDeclaredLists(rule('P06'), declared).consults).toEqual(['disability-certificate', 'certificate-renewals'])
})

it('judges a rule that accuses nobody without the list, and says so', () => {
  const due = person({ 'disability-certificates': { level: '1', category: '肢体', issuedOn: '2020-01-01' } })
  const of = (missing: readonly 'injury-care'[]) => {
    const [finding] = screen(month2026([due], { lists: ['injury-care'], missing }), [rule('P02')]).findings
    return { severity: finding?.severity, answer: finding?.exceptions.find((each) => each.exception === 'injury-care') }
  }
  expect(of([])).toMatchObject({ severity: 'medium', answer: { state: 'does-not-apply' } })
  expect(of(['injury-care'])).toMatchObject({
    severity: 'low',
    answer: { state: 'unchecked', reason: '本月没有收到工伤生活护理费名册' },
  })
})
