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

const rich = (incomePerCapitaFen: number, allowance: object = {}, poor: object = {}) =>
  home(
    { incomePerCapitaFen: 500_000, amountFen: 30_000, ...allowance },
    { 'registered-poor': { povertyState: '已脱贫享受政策', incomePerCapitaFen, ...poor } },
  )

table(rule, [
  {
    title: '已脱贫、收入高于标准 1 分、满 12 个月',
    people: () => home(),
    expect: 'finding',
    severity: 'low',
    says: '8400.01 元，高于标准（一年 8400 元）',
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
    title: '只写贫困户，没有写是否脱贫',
    people: () => home({}, { 'registered-poor': { povertyState: '贫困户' } }),
    expect: 'clear',
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
  {
    title: '低保核定收入不高，扶贫人均纯收入扣除低保金后恰为标准的 2 倍（16800 元）',
    people: () => rich(1_680_000 + 12 * 30_000),
    expect: 'finding',
    severity: 'low',
    says: '20400 元，扣除低保金 3600 元（每人每月 300 元×12）后 16800 元，不低于低保标准的 2 倍（一年 16800 元）',
  },
  { title: '扣除低保金后差一分', people: () => rich(1_679_999 + 12 * 30_000), expect: 'clear' },
  {
    title: '户月保障金按两人保障分摊',
    people: () => rich(1_680_000 + 12 * 15_000, { insuredSize: 2 }),
    expect: 'finding',
    says: '每人每月 150 元（户月保障金 300 元÷2 人）×12',
  },
  {
    title: '扶贫收入高，低保没有核定收入',
    people: () => rich(2_500_000, { incomePerCapitaFen: null }),
    expect: 'finding',
  },
  {
    title: '低保没有核定收入，扶贫收入不高',
    people: () => rich(1_600_000, { incomePerCapitaFen: null }),
    expect: 'not-judged',
    says: '收入',
  },
  { title: '扶贫收入高而不知低保金', people: () => rich(2_500_000, { amountFen: null }), expect: 'clear' },
  { title: '扶贫收入高，享受 11 个月', people: () => rich(2_500_000, { startMonth: '2025-12' }), expect: 'clear' },
  {
    title: '扶贫收入高，返贫户',
    people: () => rich(2_500_000, {}, { povertyState: '返贫' }),
    expect: 'clear',
  },
  {
    title: '县里把倍数定为 3 倍',
    people: () => rich(2_500_000),
    changes: { settings: { rules: { on: [], off: [], settings: { 'lifted.income-multiple': 3 } } } },
    expect: 'clear',
  },
  {
    title: '户内两人分属两个脱贫户，按较低的收入算',
    people: () => {
      const row = {
        incomePerCapitaFen: 500_000,
        startMonth: '2025-11',
        insuredSize: 2,
        householdSize: 2,
        amountFen: 30_000,
      }
      const member = (incomePerCapitaFen: number) =>
        person({
          'rural-allowance-households': row,
          'registered-poor': { povertyState: '已脱贫享受政策', incomePerCapitaFen },
        })
      return household('rural-allowance', [member(2_500_000), member(900_000)], 'D2')
    },
    expect: 'clear',
  },
  {
    title: '监测名册没有写风险是否消除，降一级',
    people: () => home({}, { 'monitored-households': { riskCleared: null } }),
    expect: 'finding',
    severity: 'note',
    unchecked: 'still-at-risk',
  },
  {
    title: '监测风险已消除，不降级',
    people: () => home({}, { 'monitored-households': { riskCleared: '已消除' } }),
    expect: 'finding',
    severity: 'low',
  },
  {
    title: '一个脱贫户分成两户低保，各问各的，说明另有几人',
    people: () => {
      const people = [2, 1].map(() =>
        person({
          'rural-allowance-households': {
            incomePerCapitaFen: 500_000,
            startMonth: '2020-01',
            insuredSize: 1,
            householdSize: 1,
            amountFen: 30_000,
          },
          'registered-poor': { povertyState: '已脱贫享受政策', incomePerCapitaFen: 2_500_000 },
        }),
      )
      household('registered-poor', people, 'P1')
      return people.flatMap((one, at) => household('rural-allowance', [one], `D${at}`))
    },
    expect: 'finding',
    findings: 2,
    says: '只作收入明显高的线索。同一脱贫户另有 1 人在别的低保户，收入可一并核实。',
  },
  {
    title: '一个低保证号下有两名户主，收入不知是谁家的',
    people: () => {
      const row = { relation: '户主', incomePerCapitaFen: 2_000_000, startMonth: '2020-01', householdSize: 1 } as const
      const member = () =>
        person({ 'rural-allowance-members': row, 'registered-poor': { povertyState: '已脱贫享受政策' } })
      return household('rural-allowance', [member(), member()], 'D1')
    },
    expect: 'not-judged',
    says: '有几名户主',
  },
])
