import { programmes } from '../../../../src/domain/programme.js'
import rule from '../../../../src/screen/rules/improper/grown-protected-child.js'
import { person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

const child = (birth: string, rosters: Rosters = {}) =>
  person({ 'protected-children': { childKind: '孤儿', allowanceFen: 150_000 }, ...rosters }, { birth })
const poor = (schooling: string | null): Rosters => ({ 'registered-poor': { schooling } })

table(rule, [
  {
    title: '满 18 岁，扶贫数据不在校',
    people: () => [child('2008-11-30', poor(null))],
    expect: 'finding',
    severity: 'medium',
    amountFen: 150_000,
    says: '18 岁',
  },
  { title: '17 岁', people: () => [child('2008-12-01', poor(null))], expect: 'clear' },
  {
    title: '成年人不在儿童保障名册',
    people: () => [person(poor(null), { birth: '2000-01-01' })],
    expect: 'clear',
  },
  {
    title: '不在扶贫名册，在校情况不明，降一级',
    people: () => [child('2008-11-30')],
    expect: 'finding',
    severity: 'low',
    unchecked: 'still-in-school',
  },
  {
    title: '在读中职',
    people: () => [child('2008-11-30', poor('中职二年级'))],
    expect: 'excused',
    excusedBy: 'still-in-school',
  },
  ...['普高三年级', '中等职业学校二年级', '技工学校'].map(
    (schooling): Case => ({
      title: `在校登记为“${schooling}”`,
      people: () => [child('2008-11-30', poor(schooling))],
      expect: 'excused',
      excusedBy: 'still-in-school',
    }),
  ),
  {
    title: '在校登记为“三年级”，看不出是什么学校，降一级',
    people: () => [child('2008-11-30', poor('三年级'))],
    expect: 'finding',
    severity: 'low',
    unchecked: 'still-in-school',
    because: '三年级',
  },
  {
    title: '登记高中毕业',
    people: () => [child('2008-11-30', poor('高中毕业'))],
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '扶贫名册没有报送，无从排除在校',
    people: () => [child('2008-11-30')],
    changes: { missing: ['registered-poor'] },
    expect: 'not-judged',
  },
  {
    title: '扶贫名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'registered-poor': { schooling: '本科' } }, { idNumber: null })
      const grown = person(
        { 'protected-children': { childKind: '孤儿' } },
        { birth: '2005-01-01', candidates: [hidden] },
      )
      return [grown, hidden]
    },
    expect: 'withheld',
  },
  ...(['disability-certificate', 'death', 'departure', 'destitute'] as const).map(
    (missing): Case => ({
      title: `没有报送${programmes[missing]}，问年龄用不着`,
      people: () => [child('2008-11-30', poor(null))],
      changes: { missing: [missing] },
      expect: 'finding',
    }),
  ),
])
