import rule from '../../../../src/screen/rules/missed/unprotected-child.js'
import { household, idFor, type Particulars, person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

const poor = (relation: '户主' | '配偶' | '子' | '儿媳' | '孙子女'): Rosters => ({ 'registered-poor': { relation } })
const parent = (relation: '户主' | '配偶', more: Rosters = {}) => person({ ...poor(relation), ...more })
const child = (more: Rosters = {}, about: Particulars = {}) =>
  person({ ...poor('子'), ...more }, { birth: '2016-03-01', ...about })
const home = (...members: ReturnType<typeof person>[]) => household('registered-poor', members, 'H')
const dead: Rosters = { deaths: { diedOn: '2025-05-01' } }
const certificate = (level: '2' | '3' | '4', category: '肢体' | '精神'): Rosters => ({
  'disability-certificates': { level, category },
})
const imprisoned: Rosters = { departures: { reason: '服刑', stopMonth: '2026-01' } }
/** A grandchild in the household of a grandfather who has died, with these others. */
const grandchild = (...others: ReturnType<typeof person>[]) =>
  home(parent('户主', dead), ...others, person(poor('孙子女'), { birth: '2016-03-01' }))
const kin = (relation: '子' | '儿媳', rosters: Rosters, birth = '1988-01-01') =>
  person({ ...poor(relation), ...rosters }, { birth, idNumber: idFor(birth, relation === '子' ? 201 : 202) })

table(rule, [
  {
    title: '父亲死亡，母亲重残',
    people: () => home(parent('户主', dead), parent('配偶', certificate('2', '肢体')), child()),
    expect: 'finding',
    severity: 'high',
    says: '父母一方已死亡，另一方重残（肢体二级）',
  },
  {
    title: '父亲服刑，母亲四级精神残疾',
    people: () => home(parent('户主', imprisoned), parent('配偶', certificate('4', '精神')), child()),
    expect: 'finding',
    says: '服刑',
  },
  {
    title: '父亲 2015 年服刑，母亲四级精神残疾：不说父亲现在服刑',
    people: () =>
      home(
        parent('户主', { departures: { reason: '服刑', stopMonth: '2015-01' } }),
        parent('配偶', certificate('4', '精神')),
        child(),
      ),
    expect: 'finding',
    says: '请核是否仍在服刑',
    facts: { reasons: '服刑|重残（精神四级）' },
  },
  {
    title: '父亲在县里提供的服刑人员名单，母亲死亡',
    people: () => home(parent('户主', { prisoners: {} }), parent('配偶', dead), child()),
    changes: { lists: ['prisoners'] },
    expect: 'finding',
    says: '父母一方服刑，另一方已死亡',
  },
  {
    title: '父亲在服刑人员名单而注明社区矫正，在家能抚养',
    people: () => home(parent('户主', { prisoners: { remark: '社区矫正' } }), parent('配偶', dead), child()),
    changes: { lists: ['prisoners'] },
    expect: 'clear',
  },
  {
    title: '县里写明有服刑人员名单，本月没有收到',
    people: () => home(parent('户主'), parent('配偶', dead), child()),
    changes: { lists: ['prisoners'], missing: ['prisoners'] },
    expect: 'not-judged',
    says: '没有收到服刑人员名单',
  },
  ...(['服役', '服刑或服役'] as const).map(
    (reason): Case => ({
      title: `父亲${reason}，看不出没有抚养能力`,
      people: () =>
        home(parent('户主', { departures: { reason, stopMonth: '2026-01' } }), parent('配偶', dead), child()),
      expect: 'clear',
    }),
  ),
  {
    title: '母亲三级肢体残疾，能抚养',
    people: () => home(parent('户主', dead), parent('配偶', certificate('3', '肢体')), child()),
    expect: 'clear',
  },
  { title: '母亲健在', people: () => home(parent('户主', dead), parent('配偶'), child()), expect: 'clear' },
  {
    title: '父亲已死亡，母亲那一行号码残缺，看不出有没有抚养能力',
    people: () => home(parent('户主', dead), person(poor('配偶'), { idNumber: null, linked: 'possible' }), child()),
    expect: 'clear',
  },
  {
    title: '户内只登记父亲，已死亡：母亲情况不明，先问',
    people: () => home(parent('户主', dead), child()),
    expect: 'finding',
    severity: 'low',
    says: '只登记父母一方',
  },
  {
    title: '孙子女，户主没有子女在户内，看不出父母是谁',
    people: () => grandchild(),
    expect: 'clear',
  },
  {
    title: '孙子女，户内唯一的儿子已死亡、儿媳服刑：按关系推算，程度降一级',
    people: () => grandchild(kin('子', dead), kin('儿媳', imprisoned)),
    expect: 'finding',
    severity: 'medium',
    says: '父母（按与户主关系推算）一方已死亡，另一方服刑',
  },
  {
    title: '孙子女，户内唯一的儿子已死亡',
    people: () => grandchild(kin('子', dead)),
    expect: 'finding',
    severity: 'low',
    says: '户内只登记父母（按与户主关系推算）一方且已死亡',
  },
  {
    title: '孙子女，户主有两个儿子，一个已死亡，看不出父母是谁',
    people: () => grandchild(kin('子', dead), kin('子', {}, '1990-01-01')),
    expect: 'clear',
  },
  {
    title: '差一天满 18 岁',
    people: () => home(parent('户主', dead), parent('配偶', dead), child({}, { birth: '2008-12-01' })),
    expect: 'finding',
  },
  {
    title: '已满 18 岁',
    people: () => home(parent('户主', dead), parent('配偶', dead), child({}, { birth: '2008-11-30' })),
    expect: 'clear',
  },
  {
    title: '已是孤儿保障对象',
    people: () =>
      home(parent('户主', dead), parent('配偶', dead), child({ 'protected-children': { childKind: '孤儿' } })),
    expect: 'clear',
  },
  {
    title: '儿童保障名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'protected-children': { childKind: '孤儿' } }, { idNumber: null })
      return [...home(parent('户主', dead), parent('配偶', dead), child({}, { candidates: [hidden] })), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '孤儿名册没有报送',
    people: () => home(parent('户主', dead), parent('配偶', dead), child()),
    changes: { missing: ['orphan'] },
    expect: 'not-judged',
  },
  {
    title: '儿童已死亡',
    people: () => home(parent('户主', dead), parent('配偶', dead), child(dead)),
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '户籍已迁出',
    people: () =>
      home(
        parent('户主', dead),
        parent('配偶', dead),
        child({ departures: { reason: '户籍迁移', stopMonth: '2026-01' } }),
      ),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
])
