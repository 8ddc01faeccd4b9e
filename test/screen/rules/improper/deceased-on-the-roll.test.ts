import rule from '../../../../src/screen/rules/improper/deceased-on-the-roll.js'
import { allDeliveries, delivery, household, person } from '../../county.js'
import { table } from '../../table.js'

const allowance = (more = {}) => ({
  'rural-allowance-members': { insured: true, amountFen: 42_000, insuredSize: 3, ...more },
})

table(rule, [
  {
    title: '8 月死亡，11 月仍在农村低保，户月保障金 420 元、3 人',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-08-15' } })],
    expect: 'finding',
    severity: 'high',
    amountFen: 42_000,
    says: '农村低保 3 个月×140 元（户月保障金 420 元÷3 人）＝420 元',
  },
  {
    title: '没有保障人口数，按户内被保障的两人分',
    people: () =>
      household('rural-allowance', [
        person({ ...allowance({ insuredSize: null }), deaths: { diedOn: '2026-10-15' } }),
        person(allowance({ insuredSize: null })),
      ]),
    expect: 'finding',
    amountFen: 21_000,
  },
  {
    title: '上月死亡，多领一个月',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-10-31' } })],
    expect: 'finding',
    says: '多领约 1 个月',
  },
  {
    title: '8 月死亡，仍领高龄津贴每月 50 元',
    people: () => [person({ 'old-age-allowance': { allowanceFen: 5_000 }, deaths: { diedOn: '2026-08-15' } })],
    expect: 'finding',
    amountFen: 15_000,
    says: '高龄津贴 3 个月×50 元＝150 元',
  },
  {
    title: '死亡当月可发',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-11-01' } })],
    expect: 'excused',
    excusedBy: 'death-in-roster-month',
  },
  {
    title: '死亡在名册月份之后',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-12-01' } })],
    expect: 'clear',
  },
  {
    title: '报来的是 9 月的旧名册，10 月死亡不算多领',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-10-01' } })],
    changes: {
      deliveries: [
        ...allDeliveries(['rural-allowance']),
        delivery('rural-allowance-members', { dataMonth: '2026-09' }),
      ],
    },
    expect: 'clear',
  },
  {
    title: '只有火化日期，按火化月算',
    people: () => [person({ ...allowance(), deaths: { crematedOn: '2026-09-02' } })],
    expect: 'finding',
    says: '火化日期',
  },
  {
    title: '两条死亡记录不一致，取晚的',
    people: () => [person({ ...allowance(), deaths: [{ diedOn: '2026-05-01' }, { diedOn: '2026-10-01' }] })],
    expect: 'finding',
    says: '多领约 1 个月',
  },
  {
    title: '领护理补贴的死者',
    people: () => [person({ 'care-subsidies': { subsidyFen: 27_700 }, deaths: { diedOn: '2026-09-15' } })],
    expect: 'finding',
    amountFen: 55_400,
  },
  {
    title: '名册没有金额，不估算',
    people: () => [person({ 'destitute-persons': {}, deaths: { diedOn: '2026-09-15' } })],
    expect: 'finding',
    amountFen: null,
    says: '名册没有金额',
  },
  {
    title: '死者列在低保户内但不是被保障人员',
    people: () => [person({ ...allowance({ insured: false }), deaths: { diedOn: '2026-08-15' } })],
    expect: 'clear',
  },
  {
    title: '死亡次月仍审批临时救助',
    people: () => [
      person({ 'temporary-aid': { approvedOn: '2026-10-01', aidFen: 80_000 }, deaths: { diedOn: '2026-09-15' } }),
    ],
    expect: 'finding',
    amountFen: 80_000,
    says: '2026-10-01 仍发放临时救助，800 元。',
  },
  {
    title: '8 月死亡，11 月仍在低保，10 月还审批了临时救助：两样都说，金额相加',
    people: () => [
      person({
        ...allowance(),
        'temporary-aid': { approvedOn: '2026-10-01', aidFen: 80_000 },
        deaths: { diedOn: '2026-08-15' },
      }),
    ],
    expect: 'finding',
    amountFen: 122_000,
    says: '＝420 元。另于 2026-10-01 发放临时救助，800 元。',
  },
  {
    title: '8 月死亡，名册没有金额，10 月审批了临时救助',
    people: () => [
      person({
        'destitute-persons': {},
        'temporary-aid': { approvedOn: '2026-10-01', aidFen: 80_000 },
        deaths: { diedOn: '2026-08-15' },
      }),
    ],
    expect: 'finding',
    amountFen: 80_000,
    says: '名册没有金额，未估算。另于 2026-10-01',
  },
  {
    title: '低保名册是 10 月的，10 月死亡当月可发；11 月审批的临时救助不可',
    people: () => [
      person({
        ...allowance(),
        'temporary-aid': { approvedOn: '2026-11-03', aidFen: 80_000 },
        deaths: { diedOn: '2026-10-15' },
      }),
    ],
    changes: {
      deliveries: [
        ...allDeliveries(['rural-allowance']),
        delivery('rural-allowance-members', { dataMonth: '2026-10' }),
      ],
    },
    expect: 'finding',
    amountFen: 80_000,
    says: '2026-11-03 仍发放临时救助，800 元。',
  },
  {
    title: '补贴是补发死亡前月份，死亡后另审批的临时救助不是',
    people: () => [
      person({
        'living-subsidies': { dataMonth: '2026-07', subsidyFen: 100 },
        'temporary-aid': { approvedOn: '2026-10-01', aidFen: 80_000 },
        deaths: { diedOn: '2026-08-15' },
      }),
    ],
    expect: 'finding',
  },
  {
    title: '补发死亡前月份，生前领过临时救助',
    people: () => [
      person({
        'living-subsidies': { dataMonth: '2026-07', subsidyFen: 100 },
        'temporary-aid': { approvedOn: '2026-06-01', aidFen: 80_000 },
        deaths: { diedOn: '2026-08-15' },
      }),
    ],
    expect: 'excused',
    excusedBy: 'back-payment-before-death',
  },
  {
    title: '死亡后审批的临时救助没有金额，另一笔没有审批日期',
    people: () => [
      person({
        'temporary-aid': [{ approvedOn: '2026-10-01' }, { approvedOn: null, aidFen: 50_000 }],
        deaths: { diedOn: '2026-09-15' },
      }),
    ],
    expect: 'finding',
    amountFen: null,
    says: '2026-10-01 仍发放临时救助。',
  },
  {
    title: '死亡当月审批的临时救助',
    people: () => [person({ 'temporary-aid': { approvedOn: '2026-09-01' }, deaths: { diedOn: '2026-09-15' } })],
    expect: 'clear',
  },
  {
    title: '有死亡记录，不在任何发放名册',
    people: () => [person({ 'registered-poor': {}, deaths: { diedOn: '2026-08-15' } })],
    expect: 'clear',
  },
  {
    title: '只有护理补贴名册仍列死者，不说低保',
    people: () => [
      person({
        ...allowance({ insured: false }),
        'care-subsidies': { subsidyFen: 27_700 },
        deaths: { diedOn: '2026-09-15' },
      }),
    ],
    expect: 'finding',
    says: '名册仍列重度残疾人护理补贴，多领约 2 个月',
  },
  { title: '在低保、没有死亡记录', people: () => [person(allowance())], expect: 'clear' },
  {
    title: '死亡记录只是疑似同一人，不能据此停发',
    people: () => {
      const dead = person({ deaths: { diedOn: '2026-08-15' } }, { idNumber: null })
      return [person(allowance(), { candidates: [dead] }), dead]
    },
    expect: 'clear',
  },
  {
    title: '号同人异，先核身份',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-08-15' } }, { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '死亡日期空缺',
    people: () => [person({ ...allowance(), deaths: {} })],
    expect: 'not-judged',
    says: '死亡日期',
  },
  {
    title: '殡葬名册没有报送',
    people: () => [person(allowance())],
    changes: { missing: ['death'] },
    expect: 'not-judged',
    says: '殡葬死亡',
  },
  {
    title: '农村低保名册不全，其在册人员未判定',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-08-15' } })],
    changes: { stops: [{ programme: 'rural-allowance', township: null, rowsBefore: 100, rowsNow: 50 }] },
    expect: 'not-judged',
    says: '农村低保',
  },
  {
    title: '孤儿名册不全，不妨碍查低保里的死者',
    people: () => [person({ ...allowance(), deaths: { diedOn: '2026-08-15' } })],
    changes: { stops: [{ programme: 'orphan', township: null, rowsBefore: 10, rowsNow: 5 }] },
    expect: 'finding',
  },
  {
    title: '生活补贴是补发死亡前月份，低保照发，只算低保',
    people: () => [
      person({
        'living-subsidies': { backPaid: '2026-07', subsidyFen: 27_700 },
        'rural-allowance-members': { amountFen: 30_000 },
        deaths: { diedOn: '2026-08-15' },
      }),
    ],
    expect: 'finding',
    says: '名册仍列农村低保，多领约 3 个月。估算：农村低保 3 个月×300 元＝900 元。',
    amountFen: 90_000,
  },
  {
    title: '备注写明补发死亡前月份',
    people: () => [
      person({ 'living-subsidies': { backPaid: '2026-07', subsidyFen: 100 }, deaths: { diedOn: '2026-08-15' } }),
    ],
    expect: 'excused',
    excusedBy: 'back-payment-before-death',
  },
  {
    title: '备注写补发死亡后的月份',
    people: () => [
      person({ 'living-subsidies': { backPaid: '2026-09', subsidyFen: 100 }, deaths: { diedOn: '2026-08-15' } }),
    ],
    expect: 'finding',
  },
  {
    title: '补发死亡前月份',
    people: () => [
      person({ 'living-subsidies': { dataMonth: '2026-07', subsidyFen: 100 }, deaths: { diedOn: '2026-08-15' } }),
    ],
    expect: 'excused',
    excusedBy: 'back-payment-before-death',
  },
  {
    title: '补发的正是死亡当月，当月可发',
    people: () => [
      person({ 'living-subsidies': { dataMonth: '2026-08', subsidyFen: 100 }, deaths: { diedOn: '2026-08-15' } }),
    ],
    expect: 'excused',
    excusedBy: 'back-payment-before-death',
  },
  {
    title: '名册所属月份在死亡次月，不算补发',
    people: () => [
      person({ 'living-subsidies': { dataMonth: '2026-09', subsidyFen: 100 }, deaths: { diedOn: '2026-08-15' } }),
    ],
    expect: 'finding',
  },
])
