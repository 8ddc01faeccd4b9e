import rule from '../../../../src/screen/rules/improper/destitute-with-subsidy.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const destitute = (more = {}) => ({ 'destitute-persons': { startMonth: '2024-01', ...more } })

table(rule, [
  {
    title: '特困人员领生活补贴 277 元',
    people: () => [person({ ...destitute(), 'living-subsidies': { subsidyFen: 27_700 } })],
    expect: 'finding',
    severity: 'high',
    amountFen: 27_700,
    says: '困难残疾人生活补贴',
  },
  {
    title: '两项补贴合表，两项都领',
    people: () => [person({ ...destitute(), 'both-subsidies': { livingFen: 27_700, careFen: 27_700 } })],
    expect: 'finding',
    amountFen: 55_400,
  },
  {
    title: '两项补贴合表，金额都是零',
    people: () => [person({ ...destitute(), 'both-subsidies': { livingFen: 0, careFen: 0 } })],
    expect: 'clear',
  },
  {
    title: '只领护理补贴，名册没有金额',
    people: () => [person({ ...destitute(), 'care-subsidies': {} })],
    expect: 'finding',
    amountFen: null,
    says: '本月仍领取重度残疾人护理补贴；',
  },
  { title: '特困人员没有领补贴', people: () => [person(destitute())], expect: 'clear' },
  { title: '领补贴的不是特困', people: () => [person({ 'care-subsidies': {} })], expect: 'clear' },
  {
    title: '本县特困人员可择高享受',
    people: () => [person({ ...destitute(), 'care-subsidies': {} })],
    changes: {
      settings: { notHeld: [], rules: { on: [], off: [], settings: { 'destitute.excludes-subsidies': false } } },
    },
    expect: 'clear',
  },
  {
    title: '号同人异',
    people: () => [person({ ...destitute(), 'care-subsidies': {} }, { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '补贴名册没有报送',
    people: () => [person(destitute())],
    changes: { missing: ['living-subsidy', 'care-subsidy'] },
    expect: 'not-judged',
  },
  {
    title: '备注写明补发认定特困以前的月份',
    people: () => [person({ ...destitute({ startMonth: '2026-09' }), 'care-subsidies': { backPaid: '2026-08' } })],
    expect: 'excused',
    excusedBy: 'back-payment-before-destitute',
    because: '2026-08',
  },
  {
    title: '备注写明补发的月份已是特困',
    people: () => [person({ ...destitute({ startMonth: '2026-09' }), 'care-subsidies': { backPaid: '2026-09' } })],
    expect: 'finding',
  },
  {
    title: '备注写补发，没有写哪个月',
    people: () => [person({ ...destitute({ startMonth: '2026-09' }), 'care-subsidies': { backPaid: '补发' } })],
    expect: 'finding',
    unchecked: 'back-payment-before-destitute',
    because: '没有写补发哪个月',
  },
  {
    title: '一行是补发，另一行是本月的',
    people: () => [
      person({
        ...destitute({ startMonth: '2026-09' }),
        'living-subsidies': { backPaid: '2026-08' },
        'care-subsidies': {},
      }),
    ],
    expect: 'finding',
  },
  {
    title: '本月才认定特困',
    people: () => [person({ ...destitute({ startMonth: '2026-11' }), 'care-subsidies': {} })],
    expect: 'excused',
    excusedBy: 'conversion-month',
  },
  {
    title: '上月认定特困，补贴未停',
    people: () => [person({ ...destitute({ startMonth: '2026-10' }), 'care-subsidies': {} })],
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '补发特困认定前的月份',
    people: () => [person({ ...destitute({ startMonth: '2026-10' }), 'care-subsidies': { dataMonth: '2026-09' } })],
    expect: 'excused',
    excusedBy: 'back-payment-before-destitute',
  },
  {
    title: '发放所属月份已是特困认定月',
    people: () => [person({ ...destitute({ startMonth: '2026-10' }), 'care-subsidies': { dataMonth: '2026-10' } })],
    expect: 'finding',
  },
  {
    title: '特困名册有两行，后一行认定得早，补的月份在两者之间',
    people: () => [
      person({
        'destitute-persons': [{ startMonth: '2026-10' }, { startMonth: '2024-01' }],
        'care-subsidies': { dataMonth: '2026-09' },
      }),
    ],
    expect: 'finding',
  },
  {
    title: '一行补发以前月份，一行没有写所属月份',
    people: () => [
      person({ ...destitute({ startMonth: '2026-10' }), 'care-subsidies': [{ dataMonth: '2026-09' }, {}] }),
    ],
    expect: 'finding',
  },
  {
    title: '一行补发以前月份，一行是本月',
    people: () => [
      person({
        ...destitute({ startMonth: '2026-10' }),
        'care-subsidies': [{ dataMonth: '2026-09' }, { dataMonth: '2026-11' }],
      }),
    ],
    expect: 'finding',
  },
  {
    title: '特困名册没有纳入月份，不知是否补发',
    people: () => [person({ ...destitute({ startMonth: null }), 'care-subsidies': { dataMonth: '2026-09' } })],
    expect: 'finding',
    unchecked: 'back-payment-before-destitute',
    because: '没有起算月份',
  },
  {
    title: '特困名册有两行，一行没有纳入月份，另一行早已纳入，不降级',
    people: () => [
      person({ 'destitute-persons': [{ startMonth: null }, { startMonth: '2024-01' }], 'care-subsidies': {} }),
    ],
    expect: 'finding',
    severity: 'high',
  },
])
