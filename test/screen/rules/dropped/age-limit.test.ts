import rule from '../../../../src/screen/rules/dropped/age-limit.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const destitute = (birth: string, rosters: Rosters = {}) =>
  person(rosters, { birth, past: { 'destitute-persons': { householdNumber: 'T1' } } })
const child = (birth: string, rosters: Rosters = {}) =>
  person(rosters, { birth, past: { 'protected-children': { childKind: '孤儿' } } })
const school = (schooling: string | null) => ({ 'registered-poor': { schooling } })

table(rule, [
  {
    title: '特困未成年人满 16 岁被退',
    people: () => [destitute('2010-11-30')],
    expect: 'finding',
    severity: 'high',
    says: '16 岁',
  },
  { title: '15 岁', people: () => [destitute('2010-12-01')], expect: 'clear' },
  { title: '满 18 岁', people: () => [destitute('2008-11-30')], expect: 'clear' },
  {
    title: '17 岁转入低保',
    people: () => [destitute('2009-01-01', { 'rural-allowance-members': { insured: true } })],
    expect: 'clear',
  },
  {
    title: '孤儿满 18 岁仍在高中',
    people: () => [child('2008-11-30', school('普通高中三年级'))],
    expect: 'finding',
    says: '在校',
  },
  { title: '满 18 岁不在校', people: () => [child('2008-11-30', school(null))], expect: 'clear' },
  { title: '17 岁孤儿由 T07 列出', people: () => [child('2008-12-01', school('普通高中三年级'))], expect: 'clear' },
  {
    title: '没有上月数据',
    people: () => [destitute('2010-01-01')],
    changes: { previousMonth: null },
    expect: 'not-judged',
  },
  {
    title: '特困名册没有报送',
    people: () => [destitute('2010-01-01')],
    changes: { missing: ['destitute'] },
    expect: 'not-judged',
  },
  {
    title: '特困名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'destitute-persons': {} }, { idNumber: null })
      const minor = person({}, { birth: '2010-01-01', past: { 'destitute-persons': {} }, candidates: [hidden] })
      return [minor, hidden]
    },
    expect: 'withheld',
  },
  {
    title: '名册里仍有本人，状态为停保：停的正是不该停的',
    people: () => [destitute('2010-01-01', { 'destitute-persons': { supportState: '已停' } })],
    expect: 'finding',
    severity: 'high',
    evidence: ['特困供养：2026-10 在册', '特困供养：名册注明已停'],
  },
  {
    title: '停保汇总以年满 16 周岁等其他原因停保',
    people: () => [destitute('2010-11-02', { departures: { reason: '其他', stopMonth: '2026-11' } })],
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '停保汇总没有写原因',
    people: () => [destitute('2010-11-02', { departures: { reason: null, stopMonth: '2026-11' } })],
    expect: 'finding',
  },
  {
    title: '停保汇总写有劳动能力，16 岁特困仍应保障到 18 岁',
    people: () => [destitute('2010-11-02', { departures: { reason: '有劳动能力', stopMonth: '2026-11' } })],
    expect: 'finding',
  },
  {
    title: '满 18 岁仍在高中的孤儿，停保汇总以超龄（其他）停保',
    people: () => [
      child('2008-11-30', { ...school('普通高中三年级'), departures: { reason: '其他', stopMonth: '2026-11' } }),
    ],
    expect: 'finding',
  },
  {
    title: '停保汇总写明户籍迁移',
    people: () => [destitute('2010-01-01', { departures: { reason: '户籍迁移', stopMonth: '2026-11' } })],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '已死亡',
    people: () => [destitute('2010-01-01', { deaths: { diedOn: '2026-10-20' } })],
    expect: 'excused',
    excusedBy: 'death-recorded',
  },
  {
    title: '号码更正后仍在册',
    people: () => [
      destitute('2010-01-01'),
      person({ 'destitute-persons': { householdNumber: 'T1' } }, { birth: '2010-01-01', linked: 'probable' }),
    ],
    expect: 'excused',
    excusedBy: 'number-corrected',
  },
])
