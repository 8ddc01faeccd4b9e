import rule from '../../../../src/screen/rules/quality/odd-amount.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const of = (rosters: Rosters) => [person(rosters)]

table(rule, [
  {
    title: '金额为 0',
    people: () => of({ 'living-subsidies': { subsidyFen: 0 } }),
    expect: 'finding',
    severity: 'note',
    says: '金额为 0 元',
    evidence: ['困难残疾人生活补贴：金额为 0 元'],
  },
  {
    title: '金额为负数',
    people: () => of({ 'living-subsidies': { subsidyFen: -18_500 } }),
    expect: 'finding',
    says: '金额为 -185 元',
  },
  {
    title: '两列金额一列为负数',
    people: () => of({ 'both-subsidies': { livingFen: 18_500, careFen: -500 } }),
    expect: 'finding',
    says: '金额为 -5 元',
  },
  {
    title: '两列金额后一列为 0',
    people: () => of({ 'both-subsidies': { livingFen: 18_500, careFen: 0 } }),
    expect: 'clear',
  },
  { title: '金额为 1 分', people: () => of({ 'living-subsidies': { subsidyFen: 1 } }), expect: 'clear' },
  {
    title: '两列金额一列为 0',
    people: () => of({ 'both-subsidies': { livingFen: 0, careFen: 28_000 } }),
    expect: 'clear',
  },
  {
    title: '起始月晚于名册月份',
    people: () => of({ 'destitute-persons': { startMonth: '2026-12' } }),
    expect: 'finding',
    says: '2026-12',
  },
  {
    title: '起始月就是名册月份',
    people: () => of({ 'destitute-persons': { startMonth: '2026-11' } }),
    expect: 'clear',
  },
  {
    title: '户内不保障的成员没有金额',
    people: () => of({ 'rural-allowance-members': { insured: false, amountFen: 0 } }),
    expect: 'clear',
  },
])
