import { describe, expect, it } from 'vitest'
import rule from '../../../../src/screen/rules/dropped/head-died.js'
import vanished from '../../../../src/screen/rules/dropped/vanished.js'
import { screen } from '../../../../src/screen/screen.js'
import { idFor, intact, month2026, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

let members = 0
const headId = idFor('1950-01-01', 801)
const past = {
  'rural-allowance-members': { householdNumber: 'D1', headIdNumber: intact(headId), startMonth: '2024-01' },
}
const head = (rosters: Rosters) => person(rosters, { name: '户主', idNumber: headId, past })
const dead = { deaths: { diedOn: '2026-10-20' } }
const member = (rosters: Rosters = {}) => person(rosters, { name: `成员${++members}`, past })
const two = (rosters: Rosters = {}) => [head(dead), member(rosters), member()]

table(rule, [
  {
    title: '户主死亡，其余两人本月均不在册',
    people: () => two(),
    expect: 'finding',
    severity: 'high',
    unit: 'household',
    members: 2,
    says: '其余 2 人',
  },
  { title: '只剩一人', people: () => [head(dead), member()], expect: 'finding', unit: 'person' },
  {
    title: '停保汇总注明户主死亡',
    people: () => [head({ departures: { reason: '死亡' } }), member()],
    expect: 'finding',
  },
  {
    title: '停保汇总以户主死亡停了整户，遗属仍应保障',
    people: () => [head({ departures: { reason: '死亡', stopMonth: '2026-11', wholeHousehold: '整户' } }), member()],
    expect: 'finding',
    says: '除户主死亡外没有写明原因的停保记录',
  },
  {
    title: '户主死亡，停保汇总另以收入超标停了整户',
    people: () => [
      head({
        ...dead,
        departures: { reason: '收入超标', stopMonth: '2026-11', wholeHousehold: '整户' },
      }),
      member(),
    ],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  { title: '户主没有死亡', people: () => [head({}), member()], expect: 'clear' },
  { title: '单人户', people: () => [head(dead)], expect: 'clear' },
  {
    title: '其余成员仍在册',
    people: () => [head(dead), member({ 'rural-allowance-members': { insured: true } })],
    expect: 'clear',
  },
  {
    title: '有人是本月新进名册，与上月的户无关',
    people: () => [head(dead), person({}), member()],
    expect: 'finding',
    unit: 'person',
  },
  { title: '没有上月数据', people: () => two(), changes: { previousMonth: null }, expect: 'not-judged' },
  { title: '殡葬名册没有报送', people: () => two(), changes: { missing: ['death'] }, expect: 'not-judged' },
  {
    title: '本月名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [head(dead), person({}, { past, candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '名册里仍有本人，状态为停保，没有写原因',
    people: () => [head(dead), member({ 'rural-allowance-members': { householdNumber: 'D1', supportState: '已停' } })],
    expect: 'finding',
  },
  {
    title: '停保汇总列了户主，没有写原因',
    people: () => [head({ ...dead, departures: { reason: null, stopMonth: '2026-11' } }), member()],
    expect: 'finding',
  },
  {
    title: '成员自己有停保记录',
    people: () => [head(dead), member({ departures: { reason: '户籍迁移', stopMonth: '2026-11' } })],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '成员也已死亡',
    people: () => [head(dead), member(dead)],
    expect: 'excused',
    excusedBy: 'death-recorded',
  },
  {
    title: '转入低保边缘',
    people: () => [head(dead), member({ 'marginal-members': {} })],
    expect: 'excused',
    excusedBy: 'moved-to-marginal',
  },
  {
    title: '号码更正后仍在册',
    people: () => [
      head(dead),
      person({}, { name: '同名', past }),
      person({ 'rural-allowance-members': { householdNumber: 'D1' } }, { name: '同名', linked: 'probable' }),
    ],
    expect: 'excused',
    excusedBy: 'number-corrected',
  },
])

describe('T05 beside T01', () => {
  it('asks a household once', () => {
    const rules = [vanished, { ...rule, on: true }]
    expect(screen(month2026(two()), rules).findings.map((finding) => finding.rule)).toEqual(['T05'])
    expect(screen(month2026(two()), [vanished]).findings.map((finding) => finding.rule)).toEqual(['T01'])
  })
})
