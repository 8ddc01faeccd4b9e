import rule from '../../../../src/screen/rules/improper/destitute-with-allowance.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const destitute = (more = {}) => ({ 'destitute-persons': { startMonth: '2024-01', ...more } })
const allowance = (more = {}) => ({ 'rural-allowance-members': { startMonth: '2023-01', insured: true, ...more } })

// Head and father, the father 特困: the household export says how many of them 低保 supports.
const listed = (insuredSize: number, insured: boolean | null = null) => {
  const head = person({
    'rural-allowance-members': {},
    'rural-allowance-households': { householdSize: 2, insuredSize, programmes: [] },
  })
  return household('rural-allowance', [head, person({ ...destitute(), ...allowance({ insured }) })], 'D1')
}

table(rule, [
  {
    title: '特困人员又是低保被保障人员',
    people: () => [person({ ...destitute(), ...allowance({ amountFen: 30_000, insuredSize: 2 }) })],
    expect: 'finding',
    severity: 'high',
    amountFen: 15_000,
  },
  {
    title: '人员表列出两人没有写明保障谁，家庭查询保障一人',
    people: () => listed(1),
    expect: 'excused',
    excusedBy: 'outside-supported-size',
  },
  { title: '人员表列出两人，家庭查询保障两人', people: () => listed(2), expect: 'finding' },
  { title: '家庭查询保障一人，人员表写明保障的是本人', people: () => listed(1, true), expect: 'finding' },
  { title: '只在特困', people: () => [person(destitute())], expect: 'clear' },
  {
    title: '低保户内共同居住、注明不保障',
    people: () => [person({ ...destitute(), ...allowance({ insured: false }) })],
    expect: 'clear',
  },
  {
    title: '家庭查询列全家三人、保障两人，看不出保障的是谁',
    people: () => {
      const row = { householdSize: 3, insuredSize: 2 }
      return household('rural-allowance', [
        person({ ...destitute(), 'rural-allowance-households': row }),
        person({ 'rural-allowance-households': row }),
        person({ 'rural-allowance-households': row }),
      ])
    },
    expect: 'clear',
  },
  {
    title: '家庭查询列两人、保障两人',
    people: () => {
      const row = { householdSize: 3, insuredSize: 2, startMonth: '2023-01' }
      return household('rural-allowance', [
        person({ ...destitute(), 'rural-allowance-households': row }),
        person({ 'rural-allowance-households': row }),
      ])
    },
    expect: 'finding',
  },
  {
    title: '家庭查询算在内，人员查询注明不保障，以人员查询为准',
    people: () => [
      person({
        ...destitute(),
        ...allowance({ insured: false }),
        'rural-allowance-households': { startMonth: '2023-01' },
      }),
    ],
    expect: 'clear',
  },
  {
    title: '号同人异',
    people: () => [person({ ...destitute(), ...allowance() }, { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '特困名册没有报送',
    people: () => [person(allowance())],
    changes: { missing: ['destitute'] },
    expect: 'not-judged',
    says: '特困供养',
  },
  {
    title: '特困名册比上月少三成',
    people: () => [person({ ...destitute(), ...allowance() })],
    changes: { stops: [{ programme: 'destitute', township: null, rowsBefore: 100, rowsNow: 70 }] },
    expect: 'not-judged',
    says: '100 降为 70',
  },
  {
    title: '本月由低保转特困',
    people: () => [person({ ...destitute({ startMonth: '2026-11' }), ...allowance() })],
    expect: 'excused',
    excusedBy: 'conversion-month',
  },
  {
    title: '特困和城市低保早已并存，本月又进农村低保，不是转换',
    people: () => [
      person({
        ...destitute(),
        ...allowance({ startMonth: '2026-11' }),
        'urban-allowance-members': { startMonth: '2023-01' },
      }),
    ],
    expect: 'finding',
  },
  {
    title: '上月转特困，低保未停',
    people: () => [person({ ...destitute({ startMonth: '2026-10' }), ...allowance() })],
    expect: 'finding',
  },
])
