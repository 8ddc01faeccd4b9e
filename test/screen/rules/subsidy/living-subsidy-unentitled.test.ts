import rule from '../../../../src/screen/rules/subsidy/living-subsidy-unentitled.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const paid = { 'living-subsidies': { subsidyFen: 18_500 } }
const notExtended = {
  settings: { notHeld: [], rules: { on: [], off: [], settings: { 'living-subsidy.extends-to-poor': false } } },
}

table(rule, [
  {
    title: '八月停低保，本月补发七月的生活补贴',
    people: () => [
      person({ 'living-subsidies': { backPaid: '2026-07' }, departures: { stopMonth: '2026-08', reason: '收入超标' } }),
    ],
    expect: 'excused',
    excusedBy: 'back-payment-before-stop',
  },
  {
    title: '八月停低保，备注补发九月',
    people: () => [
      person({ 'living-subsidies': { backPaid: '2026-09' }, departures: { stopMonth: '2026-08', reason: '收入超标' } }),
    ],
    expect: 'finding',
  },
  {
    title: '补发七月，不知何时退出低保',
    people: () => [person({ 'living-subsidies': { backPaid: '2026-07' } })],
    expect: 'finding',
    unchecked: 'back-payment-before-stop',
  },
  {
    title: '领生活补贴，不在低保，也不是扩面对象',
    people: () => [person(paid)],
    expect: 'finding',
    severity: 'high',
    amountFen: 18_500,
  },
  { title: '在低保', people: () => [person({ ...paid, 'urban-allowance-members': {} })], expect: 'clear' },
  {
    title: '特困领补贴另由特困规则判定',
    people: () => [person({ ...paid, 'destitute-persons': {} })],
    expect: 'clear',
  },
  { title: '没有领生活补贴', people: () => [person({ 'care-subsidies': {} })], expect: 'clear' },
  {
    title: '农村低保名册没有报送',
    people: () => [person(paid)],
    changes: { missing: ['rural-allowance'] },
    expect: 'not-judged',
    says: '农村低保',
  },
  {
    title: '低保名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [person(paid, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '号同人异',
    people: () => [person(paid, { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '低保名册比上月少一半',
    people: () => [person(paid)],
    changes: { stops: [{ programme: 'rural-allowance', township: null, rowsBefore: 100, rowsNow: 50 }] },
    expect: 'not-judged',
  },
  {
    title: '上月才停低保',
    people: () => [person({ ...paid, departures: { stopMonth: '2026-10', reason: '收入超标' } })],
    expect: 'excused',
    excusedBy: 'left-allowance-recently',
  },
  {
    title: '上月名册还在低保',
    people: () => [person(paid, { past: { 'rural-allowance-members': {} } })],
    expect: 'excused',
    excusedBy: 'left-allowance-recently',
  },
  {
    title: '停低保已两个月',
    people: () => [person({ ...paid, departures: { stopMonth: '2026-09', reason: '收入超标' } })],
    expect: 'finding',
  },
  {
    title: '脱贫户属扩面对象',
    people: () => [person({ ...paid, 'registered-poor': {} })],
    expect: 'excused',
    excusedBy: 'extended-to-poor',
  },
  {
    title: '本县未扩面，脱贫户也不能领',
    people: () => [person({ ...paid, 'registered-poor': {} })],
    changes: notExtended,
    expect: 'finding',
  },
  {
    title: '单人户施保家庭中未单列保障的成员',
    people: () =>
      household('rural-allowance', [person({ ...paid, 'rural-allowance-members': { insured: false } })], 'D1'),
    expect: 'excused',
    excusedBy: 'allowance-household-member',
  },
  {
    title: '上月停的是补贴而不是低保，本月仍在领',
    people: () => [
      person({ ...paid, departures: { stopMonth: '2026-10', reason: '其他', programmeName: '残疾人生活补贴' } }),
    ],
    expect: 'finding',
  },
  {
    title: '上月尚在低保，本县规定当月就停',
    people: () => [person(paid, { past: { 'rural-allowance-members': {} } })],
    changes: {
      settings: { rules: { on: [], off: [], settings: { 'living-subsidy.extends-to-poor': false, 'lag.months': 0 } } },
    },
    expect: 'finding',
  },
])
