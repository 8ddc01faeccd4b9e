import type { RecordOf } from '../../../../src/ingest/sources/all.js'
import rule from '../../../../src/screen/rules/dropped/exit-without-follow-up.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

type Stop = Partial<RecordOf<'departures'>>
const stop: Stop = { reason: '收入超标', stopMonth: '2026-06', programmeName: '农村低保' }
const monitored = (departure: Stop, more: Rosters = {}, riskCleared: '未消除' | '已消除' | null = '未消除') =>
  household('monitored', [person({ 'monitored-households': { riskCleared }, departures: departure, ...more })], 'M1')
const poor = (povertyState: '返贫' | '已脱贫享受政策') =>
  household('registered-poor', [person({ 'registered-poor': { povertyState }, departures: stop })], 'H1')

table(rule, [
  {
    title: '六个月前停保，风险未消除',
    people: () => monitored(stop),
    expect: 'finding',
    severity: 'high',
    unit: 'household',
    members: 1,
    says: '2026-06 以“收入超标”停保，该户为风险未消除的监测对象',
  },
  { title: '七个月前停保', people: () => monitored({ ...stop, stopMonth: '2026-05' }), expect: 'clear' },
  { title: '风险已消除', people: () => monitored(stop, {}, '已消除'), expect: 'clear' },
  { title: '登记为返贫', people: () => poor('返贫'), expect: 'finding', says: '登记为返贫' },
  { title: '已脱贫', people: () => poor('已脱贫享受政策'), expect: 'clear' },
  { title: '转特困', people: () => monitored({ ...stop, reason: '转特困' }), expect: 'clear' },
  { title: '已转低保边缘', people: () => monitored(stop, { 'marginal-members': {} }), expect: 'clear' },
  { title: '已恢复低保', people: () => monitored(stop, { 'rural-allowance-members': {} }), expect: 'clear' },
  {
    title: '停保的人不在册，但同户另一人已恢复低保',
    people: () =>
      household(
        'monitored',
        [
          person({ 'monitored-households': { riskCleared: '未消除' }, departures: stop }),
          person({ 'monitored-households': { riskCleared: '未消除' }, 'rural-allowance-members': {} }),
        ],
        'M1',
      ),
    expect: 'clear',
  },
  {
    title: '祖父停保，同户孙子是事实无人抚养儿童，祖父没有接续',
    people: () =>
      household(
        'monitored',
        [
          person({ 'monitored-households': { riskCleared: '未消除' }, departures: stop }),
          person({
            'monitored-households': { riskCleared: '未消除' },
            'protected-children': { childKind: '事实无人抚养儿童' },
          }),
        ],
        'M1',
      ),
    expect: 'finding',
    members: 1,
    says: '停保的人现不在',
  },
  {
    title: '停保的是孩子，本月已享受儿童保障',
    people: () => monitored(stop, { 'protected-children': { childKind: '事实无人抚养儿童' } }),
    expect: 'clear',
  },
  {
    title: '同户一人停保，另一人没有停过，只列停保的人',
    people: () =>
      household(
        'monitored',
        [
          person({ 'monitored-households': { riskCleared: '未消除' } }),
          person({ 'monitored-households': { riskCleared: null }, departures: stop }),
        ],
        'M1',
      ),
    expect: 'finding',
    members: 1,
  },
  {
    title: '同户两人先后停保，按最近一次说',
    people: () =>
      household(
        'monitored',
        [
          person({ 'monitored-households': { riskCleared: '未消除' }, departures: { ...stop, reason: null } }),
          person({ 'monitored-households': { riskCleared: '未消除' }, departures: { ...stop, stopMonth: '2026-09' } }),
        ],
        'M1',
      ),
    expect: 'finding',
    members: 2,
    says: '2026-09 以“收入超标”停保',
  },
  {
    title: '停保原因没有填',
    people: () => monitored({ ...stop, reason: null }),
    expect: 'finding',
    says: '以“未填”停保',
  },
  {
    title: '返贫户同时是监测对象且风险已消除，按监测对象看',
    people: () =>
      household(
        'registered-poor',
        [
          person({
            'registered-poor': { povertyState: '返贫' },
            'monitored-households': { riskCleared: '已消除' },
            departures: stop,
          }),
        ],
        'H1',
      ),
    expect: 'clear',
  },
  {
    title: '低保边缘名册没有报送',
    people: () => monitored(stop),
    changes: { missing: ['marginal'] },
    expect: 'not-judged',
  },
  {
    title: '全户死亡',
    people: () => monitored(stop, { deaths: { diedOn: '2026-07-01' } }),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '财产超标',
    people: () => monitored({ ...stop, reason: '财产超标' }),
    expect: 'excused',
    excusedBy: 'property-found',
  },
  {
    title: '主动退出',
    people: () => monitored({ ...stop, reason: '主动退出' }),
    expect: 'excused',
    excusedBy: 'voluntary-exit',
  },
  {
    title: '已列刚性支出困难家庭',
    people: () => monitored(stop, { 'rigid-expenditure-members': {} }),
    expect: 'clear',
  },
  {
    title: '这次停保原因为其他，几年前的主动退出不能说明',
    people: () => {
      const stops: Stop[] = [
        { ...stop, reason: '其他' },
        { ...stop, reason: '主动退出', stopMonth: '2019-03' },
      ]
      const rosters = { 'monitored-households': { riskCleared: '未消除' }, departures: stops } as const
      return household('monitored', [person(rosters)], 'M1')
    },
    expect: 'finding',
  },
  ...(['高龄津贴', '护理补贴', '孤儿'] as const).map((programmeName) => ({
    title: `停的是${programmeName}，不是低保`,
    people: () => monitored({ ...stop, programmeName }),
    expect: 'clear' as const,
  })),
])
