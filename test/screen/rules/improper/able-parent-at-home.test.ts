import { listTitle } from '../../../../src/domain/extra-lists.js'
import rule from '../../../../src/screen/rules/improper/able-parent-at-home.js'
import { asCandidates, household, idFor, person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

/** A 事实无人抚养 child in a household with its father, whom the list of `system` describes. */
const guarded = (
  father: object,
  {
    system = 'registered-poor' as 'registered-poor' | 'monitored' | 'rural-allowance',
    rosters = {} as Rosters,
    childKind = '事实无人抚养儿童' as '孤儿' | '事实无人抚养儿童',
    relation = '子' as '子' | '孙子女' | '其他',
    birth = '1985-01-01',
    childBirth = '2014-01-01',
    schooling = '小学',
    linked = 'exact' as 'exact' | 'probable',
    grade = 'exact' as 'exact' | 'conflict',
  } = {},
) => {
  const source = (
    {
      'registered-poor': 'registered-poor',
      monitored: 'monitored-households',
      'rural-allowance': 'rural-allowance-members',
    } as const
  )[system]
  const able = { labour: system === 'rural-allowance' ? '有劳动能力' : '普通劳动力', health: '健康' }
  return household(
    system,
    [
      person(
        { [source]: { relation: '户主', ...able, ...father }, ...rosters },
        { birth, name: '张父', linked, grade },
      ),
      person(
        {
          [source]: system === 'rural-allowance' ? { relation } : { relation, schooling },
          'protected-children': { childKind, allowanceFen: 150_000 },
        },
        { birth: childBirth, name: '张小' },
      ),
    ],
    'H1',
  )
}
const atHome = { workplace: '在家务农' }

table(rule, [
  {
    title: '事实无人抚养儿童，同户父亲在家、健康、有劳动能力，只是线索',
    people: () => guarded(atHome),
    expect: 'finding',
    severity: 'low',
    amountFen: null,
    unchecked: 'adopted-or-step',
    says: '1 名健康、未见外出务工的父或母，请核实监护是否已恢复',
  },
  {
    title: '17 岁',
    people: () => guarded(atHome, { childBirth: '2008-12-01', schooling: '普通高中三年级' }),
    expect: 'finding',
    severity: 'low',
  },
  {
    title: '满 18 岁的按超龄问（C06），不问父母',
    people: () => guarded(atHome, { childBirth: '2008-11-30' }),
    expect: 'clear',
  },
  { title: '脱贫户没有写父亲在不在家', people: () => guarded({}), expect: 'clear' },
  {
    title: '监测户里登记健康、有劳动能力，没有写外出',
    people: () => guarded({}, { system: 'monitored' }),
    expect: 'finding',
    severity: 'low',
  },
  {
    title: '低保户里登记健康、有劳动能力',
    people: () => guarded({}, { system: 'rural-allowance' }),
    expect: 'finding',
  },
  { title: '父亲外出务工', people: () => guarded({ workplace: '浙江省杭州市' }), expect: 'clear' },
  {
    title: '父亲外出务工不满半年，这段时间也不在家',
    people: () => guarded({ workplace: '浙江省杭州市', monthsWorked: 4 }),
    expect: 'clear',
  },
  {
    title: '监测户里父亲外出务工',
    people: () => guarded({ workplace: '浙江省杭州市' }, { system: 'monitored' }),
    expect: 'clear',
  },
  {
    title: '低保户里父亲外出务工',
    people: () => guarded({ workplace: '浙江省杭州市' }, { system: 'rural-allowance' }),
    expect: 'clear',
  },
  { title: '父亲无劳动力', people: () => guarded({ ...atHome, labour: '无劳动力' }), expect: 'clear' },
  { title: '父亲患有大病', people: () => guarded({ ...atHome, health: '患有大病' }), expect: 'clear' },
  { title: '父亲长期慢性病', people: () => guarded({ ...atHome, health: '长期慢性病' }), expect: 'clear' },
  { title: '没有写父亲的健康状况', people: () => guarded({ ...atHome, health: null }), expect: 'clear' },
  { title: '父亲 59 岁', people: () => guarded(atHome, { birth: '1966-12-01' }), expect: 'finding' },
  { title: '父亲 60 岁', people: () => guarded(atHome, { birth: '1966-11-30' }), expect: 'clear' },
  { title: '同户的不是父母', people: () => guarded(atHome, { relation: '其他' }), expect: 'clear' },
  {
    title: '户主在家、有劳动能力，儿童是其孙子女，不问祖辈',
    people: () => guarded(atHome, { relation: '孙子女', birth: '1968-01-01' }),
    expect: 'clear',
  },
  {
    title: '孙子女，户内唯一的儿子在家、健康、有劳动能力，只是推算出的父亲（可能是叔伯），不据此质疑',
    people: () => {
      const row = { labour: '普通劳动力', health: '健康', workplace: '在家务农' } as const
      const grandfather = person({ 'registered-poor': { relation: '户主', ...row } }, { birth: '1955-01-01' })
      const son = person({ 'registered-poor': { relation: '子', ...row } }, { idNumber: idFor('1985-01-01', 301) })
      const rosters = { 'protected-children': { childKind: '事实无人抚养儿童' } } as const
      const child = person({ 'registered-poor': { relation: '孙子女' }, ...rosters }, { birth: '2014-01-01' })
      return household('registered-poor', [grandfather, son, child], 'H3')
    },
    expect: 'clear',
  },
  { title: '孤儿没有父母', people: () => guarded(atHome, { childKind: '孤儿' }), expect: 'clear' },
  {
    title: '父亲在残联有重残证',
    people: () => guarded(atHome, { rosters: { 'disability-certificates': { category: '肢体', level: '2' } } }),
    expect: 'excused',
    excusedBy: 'parent-unable',
  },
  {
    title: '父亲肢体三级，不算重残',
    people: () => guarded(atHome, { rosters: { 'disability-certificates': { category: '肢体', level: '3' } } }),
    expect: 'finding',
  },
  ...(['服刑', '服役', '服刑或服役'] as const).map(
    (reason): Case => ({
      title: `停保汇总写父亲${reason}，不在家`,
      people: () => guarded(atHome, { rosters: { departures: { reason } } }),
      expect: 'excused',
      excusedBy: 'parent-unable',
    }),
  ),
  {
    title: '父亲已死亡',
    people: () => guarded(atHome, { rosters: { deaths: { diedOn: '2026-05-01' } } }),
    expect: 'excused',
    excusedBy: 'parent-unable',
  },
  {
    title: '父亲是特困人员',
    people: () => guarded(atHome, { rosters: { 'destitute-persons': {} } }),
    expect: 'clear',
  },
  ...(['prisoners', 'drug-rehabilitation', 'conscripts', 'clergy', 'missing-persons'] as const).map(
    (kind): Case => ({
      title: `父亲在${listTitle(kind)}`,
      people: () => guarded(atHome, { rosters: { [kind]: {} } }),
      changes: { lists: [kind] },
      expect: 'excused',
      excusedBy: 'parent-unable',
    }),
  ),
  {
    title: '本县有服刑人员名单而本月没有报送',
    people: () => guarded(atHome),
    changes: { lists: ['prisoners'], missing: ['prisoners'] },
    expect: 'not-judged',
  },
  {
    title: '残疾人证名单没有报送，无从核对父母',
    people: () => guarded(atHome),
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  { title: '父亲的身份只是疑似', people: () => guarded(atHome, { linked: 'probable' }), expect: 'clear' },
  { title: '父亲的号码下有两个姓名', people: () => guarded(atHome, { grade: 'conflict' }), expect: 'clear' },
  {
    title: '持证名单里有可能是父亲的人',
    people: () => {
      const members = guarded(atHome)
      const hidden = person({ 'disability-certificates': { level: '1' } }, { idNumber: null })
      if (members[0]) asCandidates(members[0], hidden)
      return [...members, hidden]
    },
    expect: 'clear',
  },
  {
    title: '低保名册没有报送，其中可能写父亲外出',
    people: () => guarded(atHome),
    changes: { missing: ['rural-allowance'] },
    expect: 'not-judged',
  },
])
