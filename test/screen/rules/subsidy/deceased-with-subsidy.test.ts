import { describe, expect, it } from 'vitest'
import deceasedOnTheRoll from '../../../../src/screen/rules/improper/deceased-on-the-roll.js'
import rule from '../../../../src/screen/rules/subsidy/deceased-with-subsidy.js'
import { screen } from '../../../../src/screen/screen.js'
import { month2026, person } from '../../county.js'
import { table } from '../../table.js'

const paid = (more = {}) => ({ 'care-subsidies': { subsidyFen: 28_000, ...more } })
const died = (diedOn: string | null) => ({ deaths: { diedOn } })

table(rule, [
  {
    title: '8 月死亡，11 月仍领护理补贴',
    people: () => [person({ ...paid(), ...died('2026-08-03') })],
    expect: 'finding',
    severity: 'high',
    amountFen: 84_000,
    says: '多领约 3 个月',
  },
  { title: '上月死亡', people: () => [person({ ...paid(), ...died('2026-10-31') })], expect: 'finding' },
  {
    title: '护理补贴仍列，生活补贴已停，只说护理补贴',
    people: () => [person({ ...paid(), ...died('2026-09-03') })],
    expect: 'finding',
    amountFen: 56_000,
    says: '仍列重度残疾人护理补贴名册，',
  },
  {
    title: '名册没有金额，不估算',
    people: () => [person({ ...paid({ subsidyFen: null }), ...died('2026-09-03') })],
    expect: 'finding',
    amountFen: null,
  },
  { title: '死亡在名册月份之后', people: () => [person({ ...paid(), ...died('2026-12-01') })], expect: 'clear' },
  { title: '没有死亡记录', people: () => [person(paid())], expect: 'clear' },
  {
    title: '只在低保名册',
    people: () => [person({ 'rural-allowance-members': { insured: true }, ...died('2026-08-03') })],
    expect: 'clear',
  },
  { title: '死亡名册没有日期', people: () => [person({ ...paid(), ...died(null) })], expect: 'not-judged' },
  {
    title: '殡葬名册没有报送',
    people: () => [person(paid())],
    changes: { missing: ['death'] },
    expect: 'not-judged',
  },
  {
    title: '号同人异',
    people: () => [person({ ...paid(), ...died('2026-08-03') }, { grade: 'conflict' })],
    expect: 'not-judged',
  },
  {
    title: '死亡记录只是疑似同一人',
    people: () => {
      const other = person(died('2026-08-03'), { idNumber: null })
      return [person(paid(), { candidates: [other] }), other]
    },
    expect: 'clear',
  },
  {
    title: '本月死亡',
    people: () => [person({ ...paid(), ...died('2026-11-01') })],
    expect: 'excused',
    excusedBy: 'death-in-roster-month',
  },
  {
    title: '补发死亡当月',
    people: () => [person({ ...paid({ dataMonth: '2026-08' }), ...died('2026-08-03') })],
    expect: 'excused',
    excusedBy: 'back-payment-before-death',
  },
])

describe('P08 beside C01', () => {
  it('asks a death once', () => {
    const people = [person({ ...paid(), ...died('2026-08-03') })]
    const { findings } = screen(month2026(people), [deceasedOnTheRoll, { ...rule, on: true }])
    expect(findings.map((finding) => finding.rule)).toEqual(['C01'])
  })
})
