import rule from '../../../../src/screen/rules/improper/enrolled-twice.js'
import { idFor, intact, person } from '../../county.js'
import { table } from '../../table.js'

const [headA, headB] = [intact(idFor('1950-01-01', 901)), intact(idFor('1951-01-01', 902))]
const row = (number: string | null, more = {}) => ({ householdNumber: number, startMonth: '2024-01', ...more })

table(rule, [
  {
    title: '同时在农村低保和城市低保',
    people: () => [person({ 'rural-allowance-members': row('D1'), 'urban-allowance-members': row('D2') })],
    expect: 'finding',
    severity: 'high',
    says: '农村低保和城市低保',
  },
  {
    title: '同在农村低保两户',
    people: () => [person({ 'rural-allowance-members': [row('D1'), row('D2')] })],
    expect: 'finding',
    severity: 'high',
    says: '同一号码在农村低保名册的 2 户中。',
  },
  {
    title: '同在城市低保三户',
    people: () => [person({ 'urban-allowance-members': [row('C1'), row('C2'), row('C3')] })],
    expect: 'finding',
    says: '同一号码在城市低保名册的 3 户中。',
  },
  {
    title: '两边都有金额，取小的一份',
    people: () => [
      person({
        'rural-allowance-members': row('D1', { amountFen: 60_000, insuredSize: 2 }),
        'urban-allowance-members': row('D2', { amountFen: 50_000, insuredSize: 1 }),
      }),
    ],
    expect: 'finding',
    amountFen: 30_000,
  },
  {
    title: '农村、城市只有一边有金额，不估算',
    people: () => [
      person({
        'rural-allowance-members': row('D1', { amountFen: 60_000, insuredSize: 2 }),
        'urban-allowance-members': row('D2'),
      }),
    ],
    expect: 'finding',
    amountFen: null,
  },
  {
    title: '同在农村低保两户，取名册写明的金额',
    people: () => [
      person({ 'rural-allowance-members': [row('D1', { amountFen: 60_000, insuredSize: 2 }), row('D2')] }),
    ],
    expect: 'finding',
    amountFen: 30_000,
  },
  {
    title: '同在农村低保两户，两户都有金额，取小的一份，不论哪一行在前',
    people: () => [
      person({
        'rural-allowance-members': [
          row('D1', { amountFen: 60_000, insuredSize: 2 }),
          row('D2', { amountFen: 14_000, insuredSize: 1 }),
        ],
      }),
    ],
    expect: 'finding',
    amountFen: 14_000,
  },
  {
    title: '两行户号相同，户主写法不同，是同一户',
    people: () => [
      person({ 'rural-allowance-members': [row('D1', { headIdNumber: headA }), row('D1', { headIdNumber: headB })] }),
    ],
    expect: 'clear',
  },
  {
    title: '一行没有户号，户主相同，是同一户',
    people: () => [
      person({ 'rural-allowance-members': [row('D1', { headIdNumber: headA }), row(null, { headIdNumber: headA })] }),
    ],
    expect: 'clear',
  },
  {
    title: '一行没有户号，户主不同',
    people: () => [
      person({ 'rural-allowance-members': [row('D1', { headIdNumber: headA }), row(null, { headIdNumber: headB })] }),
    ],
    expect: 'finding',
    says: '2 户',
  },
  {
    title: '一行既没有户号也没有户主，看不出是另一户',
    people: () => [person({ 'rural-allowance-members': [row('D1', { headIdNumber: headA }), row(null)] })],
    expect: 'clear',
  },
  {
    title: '一处是户主，另一处是别人户里的成员',
    people: () => [
      person({
        'rural-allowance-members': [
          row(null, { relation: '户主' }),
          row(null, { relation: '子', headIdNumber: headA }),
        ],
      }),
    ],
    expect: 'finding',
    says: '2 户',
  },
  {
    title: '不是户主的行没有户主号码，不能当作另一户',
    people: () => [
      person({
        'rural-allowance-members': [row(null, { relation: '子' }), row(null, { relation: '子', headIdNumber: headA })],
      }),
    ],
    expect: 'clear',
  },
  {
    title: '没有户号，户主不同',
    people: () => [
      person({ 'rural-allowance-members': [row(null, { headIdNumber: headA }), row(null, { headIdNumber: headB })] }),
    ],
    expect: 'finding',
  },
  {
    title: '两户分属两个乡镇',
    people: () => [
      person({
        'rural-allowance-members': [row('D1'), row('D2', { place: { township: '庄墓镇', village: null } })],
      }),
    ],
    expect: 'finding',
    severity: 'medium',
    says: '水湖镇、庄墓镇',
  },
  {
    title: '户主行和成员行是同一户',
    people: () => {
      const head = idFor('1980-03-05', 903)
      return [
        person(
          {
            'rural-allowance-members': row('D1', { relation: '户主' }),
            'rural-allowance-households': { headIdNumber: intact(head) },
          },
          { idNumber: head },
        ),
      ]
    },
    expect: 'clear',
  },
  {
    title: '另一户注明不保障',
    people: () => [person({ 'rural-allowance-members': [row('D1'), row('D2', { programmes: [] })] })],
    expect: 'clear',
  },
  { title: '只在一户', people: () => [person({ 'rural-allowance-members': row('D1') })], expect: 'clear' },
  {
    title: '一处的记录只是疑似同一人',
    people: () => {
      const other = person({ 'urban-allowance-members': row('D2') }, { idNumber: null })
      return [person({ 'rural-allowance-members': row('D1') }, { candidates: [other] }), other]
    },
    expect: 'clear',
  },
  {
    title: '号同人异',
    people: () => [
      person({ 'rural-allowance-members': row('D1'), 'urban-allowance-members': row('D2') }, { grade: 'conflict' }),
    ],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '低保名册都没有报送',
    people: () => [],
    changes: { missing: ['rural-allowance', 'urban-allowance'] },
    expect: 'not-judged',
  },
  {
    title: '本月由农村转城市',
    people: () => [
      person({ 'rural-allowance-members': row('D1'), 'urban-allowance-members': row('D2', { startMonth: '2026-11' }) }),
    ],
    expect: 'excused',
    excusedBy: 'conversion-month',
  },
  {
    title: '本月又列入农村低保另一户，不是农村转城市',
    people: () => [person({ 'rural-allowance-members': [row('D1'), row('D2', { startMonth: '2026-11' })] })],
    expect: 'finding',
    severity: 'high',
    says: '农村低保名册的 2 户中',
  },
  {
    title: '上月就已转入，两边仍在',
    people: () => [
      person({ 'rural-allowance-members': row('D1'), 'urban-allowance-members': row('D2', { startMonth: '2026-10' }) }),
    ],
    expect: 'finding',
  },
  {
    title: '没有起始享受月份，转换当月无法检查，降一级',
    people: () => [
      person({ 'rural-allowance-members': row('D1'), 'urban-allowance-members': row('D2', { startMonth: null }) }),
    ],
    expect: 'finding',
    severity: 'medium',
    unchecked: 'conversion-month',
  },
  {
    title: '17 岁，两处户主是同一人，不是随父随母',
    people: () => [
      person(
        {
          'rural-allowance-members': row('D1', { headIdNumber: headA }),
          'urban-allowance-members': row('C1', { headIdNumber: headA }),
        },
        { birth: '2008-12-01' },
      ),
    ],
    expect: 'finding',
  },
  {
    title: '17 岁，一户列在两个乡镇的名册，不是随父随母',
    people: () => [
      person(
        {
          'rural-allowance-members': [
            row('D1', { place: { township: '白塔镇', village: null } }),
            row('D1', { place: { township: '青禾镇', village: null } }),
          ],
        },
        { birth: '2008-12-01' },
      ),
    ],
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '17 岁，两处户主不是一人',
    people: () => [
      person(
        { 'rural-allowance-members': [row('D1', { headIdNumber: headA }), row('D2', { headIdNumber: headB })] },
        { birth: '2008-12-01' },
      ),
    ],
    expect: 'excused',
    excusedBy: 'two-parents',
  },
  {
    title: '17 岁，随父随母两处',
    people: () => [person({ 'rural-allowance-members': [row('D1'), row('D2')] }, { birth: '2008-12-01' })],
    expect: 'excused',
    excusedBy: 'two-parents',
  },
  {
    title: '已满 18 岁',
    people: () => [person({ 'rural-allowance-members': [row('D1'), row('D2')] }, { birth: '2008-11-30' })],
    expect: 'finding',
  },
  {
    title: '同一户主的户同时列在两个乡镇的名册',
    people: () => [
      person({
        'rural-allowance-members': [
          row(null, { headIdNumber: headA }),
          row(null, { headIdNumber: headA, place: { township: '庄墓镇', village: null } }),
        ],
      }),
    ],
    expect: 'finding',
    severity: 'medium',
    says: '同一户同时列在水湖镇、庄墓镇',
  },
  {
    title: '家庭名册与人员名册的乡镇写法不同，仍是一户',
    people: () => [
      person({
        'rural-allowance-members': row('D1'),
        'rural-allowance-households': {
          householdNumber: 'D1',
          place: { township: '庄墓镇', village: null },
        },
      }),
    ],
    expect: 'clear',
  },
  {
    title: '没有出生日期，不知是否未成年，降一级',
    people: () => [person({ 'rural-allowance-members': [row('D1'), row('D2')] }, { idNumber: null })],
    expect: 'finding',
    severity: 'medium',
    unchecked: 'two-parents',
  },
])
