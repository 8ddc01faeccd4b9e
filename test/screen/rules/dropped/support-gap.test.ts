import rule from '../../../../src/screen/rules/dropped/support-gap.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const moved = (stopMonth: string | null, startMonth: string | null, departure = {}) => ({
  departures: { stopMonth, programmeName: '农村低保', reason: '其他' as const, ...departure },
  'destitute-persons': { startMonth },
})

table(rule, [
  {
    title: '7 月停低保，9 月才纳入特困',
    people: () => [person(moved('2026-07', '2026-09'))],
    expect: 'finding',
    severity: 'medium',
    says: '至少 1 个月',
  },
  { title: '次月纳入', people: () => [person(moved('2026-08', '2026-09'))], expect: 'clear' },
  {
    title: '去年 12 月纳入，仍在一年之内',
    people: () => [person(moved('2025-09', '2025-12'))],
    expect: 'finding',
    says: '2025-09 停低保，2025-12 起纳入特困供养，中间至少 2 个月',
  },
  { title: '一年前的事', people: () => [person(moved('2025-08', '2025-11'))], expect: 'clear' },
  {
    title: '停的不是低保',
    people: () => [person(moved('2026-05', '2026-09', { programmeName: null }))],
    expect: 'clear',
  },
  {
    title: '没写类别，停保原因为转特困',
    people: () => [person(moved('2026-05', '2026-09', { programmeName: null, reason: '转特困' }))],
    expect: 'finding',
    says: '至少 3 个月',
  },
  {
    title: '转孤儿保障，没写类别',
    people: () => [
      person({
        departures: { stopMonth: '2026-05', reason: '转孤儿' },
        'protected-children': { childKind: '孤儿', startMonth: '2026-09' },
      }),
    ],
    expect: 'finding',
    says: '2026-05 停低保，2026-09 起纳入孤儿，',
  },
  {
    title: '停过两次，以后一次为准',
    people: () => [
      person({
        departures: [
          { stopMonth: '2026-04', programmeName: '农村低保', reason: '其他' },
          { stopMonth: '2026-08', programmeName: '农村低保', reason: '其他' },
        ],
        'destitute-persons': { startMonth: '2026-09' },
      }),
    ],
    expect: 'clear',
  },
  {
    title: '停过两次，后一次之后断档，先后与行序无关',
    people: () => [
      person({
        departures: [
          { stopMonth: '2026-07', programmeName: '农村低保', reason: '其他' },
          { stopMonth: '2026-04', programmeName: '农村低保', reason: '其他' },
        ],
        'destitute-persons': { startMonth: '2026-09' },
      }),
    ],
    expect: 'finding',
    says: '2026-07 停低保',
  },
  {
    title: '纳入之后才停的低保，与纳入前无关',
    people: () => [
      person({
        departures: [
          { stopMonth: '2026-06', programmeName: '农村低保', reason: '其他' },
          { stopMonth: '2026-11', reason: '转特困' },
        ],
        'destitute-persons': { startMonth: '2026-09' },
      }),
    ],
    expect: 'finding',
    says: '2026-06 停低保',
  },
  { title: '没有停保月份', people: () => [person(moved(null, '2026-09'))], expect: 'clear' },
  { title: '没有纳入月份', people: () => [person(moved('2026-05', null))], expect: 'clear' },
  {
    title: '9 月以转特困停低保，到 11 月哪里都没有',
    people: () => [person({ departures: { stopMonth: '2026-09', reason: '转特困' } })],
    expect: 'finding',
    severity: 'medium',
    says: '2026-09 以“转特困”停低保，到本月至少 2 个月',
  },
  {
    title: '上月以转孤儿停低保，本月还没有纳入',
    people: () => [person({ departures: { stopMonth: '2026-10', reason: '转孤儿' } })],
    expect: 'finding',
    says: '至少 1 个月',
  },
  {
    title: '本月才转，还没有断档',
    people: () => [person({ departures: { stopMonth: '2026-11', reason: '转特困' } })],
    expect: 'clear',
  },
  {
    title: '转特困没有纳入，一年前的事',
    people: () => [person({ departures: { stopMonth: '2025-11', reason: '转特困' } })],
    expect: 'clear',
  },
  {
    title: '转特困没有纳入，又恢复了低保',
    people: () => [
      person({ departures: { stopMonth: '2026-08', reason: '转特困' }, 'rural-allowance-members': { insured: true } }),
    ],
    expect: 'clear',
  },
  {
    title: '转特困途中死亡',
    people: () => [
      person({ departures: { stopMonth: '2026-08', reason: '转特困' }, deaths: { diedOn: '2026-09-01' } }),
    ],
    expect: 'clear',
  },
  {
    title: '转特困以后迁出',
    people: () => [
      person({
        departures: [
          { stopMonth: '2026-08', reason: '转特困' },
          { stopMonth: '2026-09', reason: '户籍迁移' },
        ],
      }),
    ],
    expect: 'clear',
  },
  {
    title: '转特困没有纳入，特困名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'destitute-persons': {} }, { idNumber: null })
      return [person({ departures: { stopMonth: '2026-08', reason: '转特困' } }, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '特困名册没有报送',
    people: () => [person({ departures: { stopMonth: '2026-08', reason: '转特困' } })],
    changes: { missing: ['destitute'] },
    expect: 'not-judged',
  },
  {
    title: '停保汇总没有报送',
    people: () => [person(moved('2026-05', '2026-09'))],
    changes: { missing: ['departure'] },
    expect: 'not-judged',
  },
  {
    title: '号同人异',
    people: () => [person(moved('2026-05', '2026-09'), { grade: 'conflict' })],
    expect: 'not-judged',
  },
  { title: '六个月前停低保', people: () => [person(moved('2026-03', '2026-09'))], expect: 'finding' },
  {
    title: '七年前停低保，与这次纳入特困无关',
    people: () => [person(moved('2019-03', '2026-09', { reason: '收入超标' }))],
    expect: 'clear',
  },
])
