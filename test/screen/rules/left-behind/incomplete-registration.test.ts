import { describe, expect, it } from 'vitest'
import frailWithoutContact from '../../../../src/screen/rules/left-behind/frail-without-contact.js'
import rule from '../../../../src/screen/rules/left-behind/incomplete-registration.js'
import { screen } from '../../../../src/screen/screen.js'
import { allDeliveries, delivery, month2026, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const complete = { contact: '钱干事', supportAgreement: '已签', visitedOn: '2026-11-03' } as const
const row = (fields: Rosters['left-behind-register'] = {}) =>
  person(
    { 'left-behind-register': { personKind: '留守老人', age: 70, ...complete, ...fields } },
    { idNumber: null, name: '周老', linked: 'possible', grade: 'possible' },
  )
const sent = (columns: Readonly<Record<string, string>>) => ({
  deliveries: [...allDeliveries(['left-behind-elderly']), delivery('left-behind-register', { columns })],
})

table(rule, [
  { title: '三项都有', people: () => [row()], expect: 'clear' },
  {
    title: '没有联络人',
    people: () => [row({ contact: null })],
    expect: 'finding',
    severity: 'low',
    says: '没有联络人',
  },
  { title: '没有签协议', people: () => [row({ supportAgreement: '未签' })], expect: 'finding', says: '赡养协议' },
  { title: '没有走访日期', people: () => [row({ visitedOn: null })], expect: 'finding', says: '没有走访日期' },
  { title: '三个月前走访过', people: () => [row({ visitedOn: '2026-08-01' })], expect: 'clear' },
  {
    title: '四个月前走访',
    people: () => [row({ visitedOn: '2026-07-31' })],
    expect: 'finding',
    says: '已过 4 个月',
  },
  {
    title: '本县规定六个月走访一次',
    people: () => [row({ visitedOn: '2026-07-31' })],
    changes: { settings: { rules: { on: [], off: [], settings: { 'visit.months': 6 } } } },
    expect: 'clear',
  },
  {
    title: '只有联络人一栏，其余两栏没有就不问',
    people: () => [row({ supportAgreement: null, visitedOn: null })],
    changes: sent({ name: '姓名', contact: '联络人' }),
    expect: 'clear',
  },
  {
    title: '三栏都没有',
    people: () => [row({ contact: null, supportAgreement: null, visitedOn: null })],
    changes: sent({ name: '姓名' }),
    expect: 'not-judged',
    says: '走访日期',
  },
  {
    title: '登记的老人已死亡',
    people: () => [
      row({ contact: null }),
      person({ deaths: { diedOn: '2026-05-01' } }, { name: '周老', birth: '1956-06-01' }),
    ],
    expect: 'excused',
    excusedBy: 'deceased-or-namesake',
  },
  {
    title: '独居老人没有签协议，走访已过期',
    people: () => [row({ personKind: '独居老人', supportAgreement: null, visitedOn: '2026-07-31' })],
    expect: 'finding',
    says: '独居老人',
    facts: { kind: '独居老人', gaps: '没有签赡养协议，最近走访在 2026-07-31' },
  },
  {
    title: '协议和走访日期都没有',
    people: () => [row({ supportAgreement: null, visitedOn: null })],
    expect: 'finding',
    says: '没有签赡养协议，没有走访日期',
  },
])

describe('beside S03', () => {
  it('leaves the missing contact of a frail elder to it', () => {
    const both = [frailWithoutContact, rule].map((each) => ({ ...each, on: true }))
    const rulesOf = (age: number) =>
      screen(month2026([row({ age, contact: null })]), both).findings.map((finding) => finding.rule)
    expect(rulesOf(80)).toEqual(['S03'])
    expect(rulesOf(79)).toEqual(['S08'])
  })
})
