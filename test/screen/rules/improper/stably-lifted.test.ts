import rule from '../../../../src/screen/rules/improper/stably-lifted.js'
import { household, person, type Rosters, standards } from '../../county.js'
import { table } from '../../table.js'

const home = (allowance: object = {}, rosters: Rosters = {}) =>
  household(
    'rural-allowance',
    [
      person({
        'rural-allowance-households': {
          incomePerCapitaFen: 840_001,
          startMonth: '2025-11',
          insuredSize: 1,
          householdSize: 1,
          ...allowance,
        },
        'registered-poor': { povertyState: '已脱贫享受政策' },
        ...rosters,
      }),
    ],
    'D1',
  )

table(rule, [
  {
    title: '已脱贫、收入高于标准 1 分、满 12 个月',
    people: () => home(),
    expect: 'finding',
    severity: 'low',
    says: '8400.01 元',
  },
  { title: '收入恰为标准', people: () => home({ incomePerCapitaFen: 840_000 }), expect: 'clear' },
  { title: '享受 11 个月', people: () => home({ startMonth: '2025-12' }), expect: 'clear' },
  { title: '渐退期还有一个月', people: () => home({ startMonth: '2020-01', graceStart: '2025-12' }), expect: 'clear' },
  { title: '渐退期上月满', people: () => home({ startMonth: '2020-01', graceStart: '2025-11' }), expect: 'finding' },
  { title: '没有收入', people: () => home({ incomePerCapitaFen: null }), expect: 'not-judged', says: '收入' },
  { title: '返贫户', people: () => home({}, { 'registered-poor': { povertyState: '返贫' } }), expect: 'clear' },
  { title: '没有最初享受月份', people: () => home({ startMonth: null }), expect: 'not-judged', says: '享受月份' },
  { title: '监测对象名册没有报送', people: () => home(), changes: { missing: ['monitored'] }, expect: 'not-judged' },
  {
    title: '没有低保标准',
    people: () => home(),
    changes: { standards: standards.filter(({ key }) => key !== 'subsistence.rural') },
    expect: 'not-judged',
    says: 'subsistence.rural',
  },
  {
    title: '属风险未消除的监测对象',
    people: () => home({}, { 'monitored-households': { riskCleared: '未消除' } }),
    expect: 'excused',
    excusedBy: 'still-at-risk',
  },
  {
    title: '监测风险已消除',
    people: () => home({}, { 'monitored-households': { riskCleared: '已消除' } }),
    expect: 'finding',
  },
  {
    title: '本县从最初享受月起算，渐退起始月另有记录也不再等',
    people: () => home({ startMonth: '2020-01', graceStart: '2025-12' }),
    changes: {
      settings: { notHeld: [], rules: { on: [], off: [], settings: { 'grace.counts-from-first-support': true } } },
    },
    expect: 'finding',
  },
])
