import { expect, it } from 'vitest'
import type { RecordOf } from '../../../../src/ingest/sources/all.js'
import exitWithoutFollowUp from '../../../../src/screen/rules/dropped/exit-without-follow-up.js'
import rule from '../../../../src/screen/rules/missed/still-poor-after-exit.js'
import uncoveredMonitored from '../../../../src/screen/rules/missed/uncovered-monitored-household.js'
import { screen } from '../../../../src/screen/screen.js'
import { household, month2026, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

type Stop = Partial<RecordOf<'departures'>>
const stop: Stop = { reason: '收入超标', stopMonth: '2026-01' }
const poor = (departure: Stop, incomePerCapitaFen: number | null, more: Rosters = {}) =>
  household(
    'registered-poor',
    [person({ 'registered-poor': { incomePerCapitaFen }, departures: departure, ...more })],
    'H1',
  )
const monitored = (riskCleared: '未消除' | '已消除') =>
  household(
    'monitored',
    [person({ 'monitored-households': { riskCleared, incomePerCapitaFen: 1_300_000 }, departures: stop })],
    'M1',
  )
/** A poor household that is monitored too; one member of it stands in the poverty roster alone. */
function inBoth() {
  const risk = { 'monitored-households': { riskCleared: '未消除' as const } }
  const [head, spouse] = [
    person({ 'registered-poor': {}, ...risk, departures: stop }),
    person({ 'registered-poor': {} }),
  ]
  household('monitored', [head], 'M1')
  return household('registered-poor', [head, spouse], 'H1')
}

table(rule, [
  {
    title: '因财产超标停保',
    people: () => poor({ ...stop, reason: '财产超标' }, 1_260_000),
    expect: 'excused',
    excusedBy: 'property-found',
  },
  {
    title: '收入等于 1.5 倍标准',
    people: () => poor(stop, 1_260_000),
    expect: 'finding',
    severity: 'low',
    says: '低保标准的 1.5 倍（一年 12600 元；扶贫收入与低保口径不同',
  },
  { title: '收入高 1 分', people: () => poor(stop, 1_260_001), expect: 'clear' },
  { title: '监测对象风险未消除，收入较高', people: () => monitored('未消除'), expect: 'finding', says: '风险未消除' },
  { title: '风险已消除，收入较高', people: () => monitored('已消除'), expect: 'clear' },
  { title: '去年十二月停保', people: () => poor({ ...stop, stopMonth: '2025-12' }, 100), expect: 'finding' },
  { title: '去年十一月停保，已满一年', people: () => poor({ ...stop, stopMonth: '2025-11' }, 100), expect: 'clear' },
  { title: '停的是补贴', people: () => poor({ ...stop, programmeName: '护理补贴' }, 100), expect: 'clear' },
  { title: '没有停保记录', people: () => poor({ ...stop, stopMonth: null }, 100), expect: 'clear' },
  { title: '已在低保边缘', people: () => poor(stop, 100, { 'marginal-members': {} }), expect: 'clear' },
  { title: '没有收入', people: () => poor(stop, null), expect: 'not-judged', says: '人均收入' },
  {
    title: '全家迁出',
    people: () => poor(stop, 100, { departures: [stop, { reason: '户籍迁移', stopMonth: '2026-02' }] }),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '已列刚性支出困难家庭',
    people: () => poor(stop, 100, { 'rigid-expenditure-members': {} }),
    expect: 'clear',
  },
  {
    title: '主动退出',
    people: () => poor({ ...stop, reason: '主动退出' }, 100),
    expect: 'excused',
    excusedBy: 'waived',
  },
  {
    title: '户内一人已在低保边缘，不再问收入',
    people: () =>
      household(
        'registered-poor',
        [
          person({ 'registered-poor': {}, departures: stop }),
          person({ 'registered-poor': {}, 'marginal-members': {} }),
        ],
        'H1',
      ),
    expect: 'clear',
  },
  {
    title: '停保原因未填；监测户只有一行写了风险未消除',
    people: () =>
      household(
        'monitored',
        [
          person({ 'monitored-households': { riskCleared: null } }),
          person({ 'monitored-households': { riskCleared: '未消除' }, departures: { ...stop, reason: null } }),
        ],
        'M1',
      ),
    expect: 'finding',
    says: '风险未消除',
    evidence: ['停保及自然减员：原因未填，2026-01 停保'],
  },
  { title: '脱贫户兼监测户，只问一次', people: inBoth, expect: 'finding', findings: 1, says: '风险未消除' },
  {
    title: '户内两人先后停保，说最近一次',
    people: () =>
      household(
        'registered-poor',
        [
          person({ 'registered-poor': { incomePerCapitaFen: 100 }, departures: stop }),
          person({ 'registered-poor': {}, departures: { ...stop, stopMonth: '2026-06' } }),
        ],
        'H1',
      ),
    expect: 'finding',
    says: '2026-06 停保',
    evidence: ['停保及自然减员：收入超标，2026-06 停保', '停保及自然减员：收入超标，2026-01 停保'],
  },
])

it('leaves monitored households to L02 and T04 where one of them runs', () => {
  const asked = (...others: readonly (typeof rule)[]) =>
    screen(month2026(monitored('未消除')), [{ ...rule, on: true }, ...others]).findings.filter(
      (finding) => finding.rule === rule.id,
    )
  expect(asked()).toHaveLength(1)
  expect(asked({ ...uncoveredMonitored, on: true })).toEqual([])
  expect(asked({ ...exitWithoutFollowUp, on: true })).toEqual([])
})
