import rule from '../../../../src/screen/rules/dropped/member-removed.js'
import { idFor, intact, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const past = { 'rural-allowance-members': { householdNumber: 'D1', startMonth: '2024-01' } }
const stays = () =>
  person({ 'rural-allowance-members': { insured: true, householdNumber: 'D1' } }, { name: '户主', past })
const gone = (rosters: Rosters = {}) => person(rosters, { name: '成员', past })

const movedId = idFor('1955-01-01', 802)
const movedPast = { 'rural-allowance-members': { householdNumber: 'D1', headIdNumber: intact(movedId) } }
const movedHead = (wholeHousehold: string | null = null) =>
  person(
    { departures: { reason: '户籍迁移', stopMonth: '2026-11', wholeHousehold } },
    { name: '户主', idNumber: movedId, past: movedPast },
  )
const withHead = (rosters: Rosters = {}) => person(rosters, { name: '家人', past: movedPast })
const remaining = () => withHead({ 'rural-allowance-members': { insured: true, householdNumber: 'D1' } })

table(rule, [
  {
    title: '户主户籍迁移，没有写范围，有人仍在册：不说明别人为何不在',
    people: () => [movedHead(), remaining(), withHead()],
    expect: 'finding',
    findings: 1,
  },
  {
    title: '户主户籍迁移，注明整户',
    people: () => [movedHead('整户'), remaining(), withHead()],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  { title: '同户其他人仍在册，本人不在', people: () => [stays(), gone()], expect: 'finding', severity: 'medium' },
  { title: '全户都不在，由 T01 列出', people: () => [gone(), person({}, { name: '另一人', past })], expect: 'clear' },
  { title: '转为特困', people: () => [stays(), gone({ 'destitute-persons': {} })], expect: 'clear' },
  { title: '没有上月数据', people: () => [stays(), gone()], changes: { previousMonth: null }, expect: 'not-judged' },
  {
    title: '停保汇总没有报送',
    people: () => [stays(), gone()],
    changes: { missing: ['departure'] },
    expect: 'not-judged',
  },
  {
    title: '本月名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [stays(), person({}, { name: '成员', past, candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '名册里仍有本人，状态为停保',
    people: () => [stays(), gone({ 'rural-allowance-members': { householdNumber: 'D1', supportState: '已停' } })],
    expect: 'excused',
    excusedBy: 'stop-stated',
  },
  {
    title: '有减员记录',
    people: () => [stays(), gone({ departures: { reason: '户籍迁移', stopMonth: '2026-11' } })],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '殡葬名册有死亡记录',
    people: () => [stays(), gone({ deaths: { diedOn: '2026-10-20' } })],
    expect: 'excused',
    excusedBy: 'death-recorded',
  },
  {
    title: '转入低保边缘',
    people: () => [stays(), gone({ 'marginal-members': {} })],
    expect: 'excused',
    excusedBy: 'moved-to-marginal',
  },
  {
    title: '号码更正后仍在册',
    people: () => [
      stays(),
      gone(),
      person({ 'rural-allowance-members': { householdNumber: 'D1' } }, { name: '成员', linked: 'probable' }),
    ],
    expect: 'excused',
    excusedBy: 'number-corrected',
  },
])
