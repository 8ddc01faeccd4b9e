import rule from '../../../../src/screen/rules/improper/destitute-with-supporter.js'
import { asCandidates, household, idFor, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

/** A 特困 person who heads a poverty household, and one member beside him. */
const home = (
  relation: '子' | '配偶' | '兄弟姐妹' | '孙子女',
  fields: object = { labour: '普通劳动力' },
  rosters: Rosters = {},
  birth = '1990-01-01',
) =>
  household(
    'registered-poor',
    [
      person(
        { 'destitute-persons': {}, 'registered-poor': { relation: '户主' } },
        { birth: '1950-01-01', name: '特困' },
      ),
      person({ 'registered-poor': { relation, ...fields }, ...rosters }, { birth, name: '义务人' }),
    ],
    'H',
  )

table(rule, [
  { title: '同户有有劳动能力的儿子', people: () => home('子'), expect: 'finding', severity: 'medium', says: '1 名' },
  {
    title: '没有劳动技能，健康状况健康',
    people: () => home('子', { health: '健康' }),
    expect: 'finding',
    says: '登记健康或有劳动能力',
  },
  { title: '无劳动力', people: () => home('子', { labour: '无劳动力', health: '健康' }), expect: 'clear' },
  { title: '弱劳动力', people: () => home('子', { labour: '弱劳动力或半劳动力' }), expect: 'clear' },
  { title: '兄弟不是法定赡养人', people: () => home('兄弟姐妹'), expect: 'clear' },
  { title: '孙子女不是法定赡养人', people: () => home('孙子女'), expect: 'clear' },
  {
    title: '特困人员是户主的儿子，同户有户主成年的孙子女：是不是其子女只能推算，不据此质疑',
    people: () => {
      const head = person({ 'registered-poor': { relation: '户主' } }, { birth: '1940-01-01' })
      const son = { 'registered-poor': { relation: '子' }, 'destitute-persons': {} } as const
      const able = { 'registered-poor': { relation: '孙子女', labour: '普通劳动力' } } as const
      const destitute = person(son, { idNumber: idFor('1962-01-01', 401) })
      return household('registered-poor', [head, destitute, person(able, { birth: '1990-01-01' })], 'H2')
    },
    expect: 'clear',
  },
  { title: '儿子 17 岁', people: () => home('子', { health: '健康' }, {}, '2008-12-01'), expect: 'clear' },
  { title: '配偶 60 岁', people: () => home('配偶', { health: '健康' }, {}, '1966-11-01'), expect: 'clear' },
  {
    title: '配偶也是特困',
    people: () => home('配偶', { health: '健康' }, { 'destitute-persons': {} }),
    expect: 'clear',
  },
  {
    title: '持证名单里有可能是儿子的人',
    people: () => {
      const members = home('子')
      const hidden = person({ 'disability-certificates': { level: '1' } }, { idNumber: null })
      if (members[1]) asCandidates(members[1], hidden)
      return [...members, hidden]
    },
    expect: 'clear',
  },
  {
    title: '残疾人证名单没有报送',
    people: () => home('子'),
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  {
    title: '儿子重度残疾',
    people: () => home('子', { labour: '普通劳动力' }, { 'disability-certificates': { level: '1' } }),
    expect: 'excused',
    excusedBy: 'supporter-unable',
  },
  {
    title: '儿子服刑',
    people: () => home('子', { labour: '普通劳动力' }, { departures: { reason: '服刑', stopMonth: '2024-12' } }),
    expect: 'excused',
    excusedBy: 'supporter-unable',
  },
  {
    title: '儿子两年前服刑，是否仍在服刑待核，降一级',
    people: () => home('子', { labour: '普通劳动力' }, { departures: { reason: '服刑', stopMonth: '2024-11' } }),
    expect: 'finding',
    severity: 'low',
    unchecked: 'supporter-unable',
  },
  {
    title: '儿子服役，赡养义务仍在',
    people: () => home('子', { labour: '普通劳动力' }, { departures: { reason: '服役', stopMonth: '2026-09' } }),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '停保汇总只写服刑服兵役，分不清，降一级',
    people: () => home('子', { labour: '普通劳动力' }, { departures: { reason: '服刑或服役', stopMonth: '2026-09' } }),
    expect: 'finding',
    severity: 'low',
    unchecked: 'supporter-unable',
  },
  {
    title: '儿子在服刑人员名单',
    people: () => home('子', { labour: '普通劳动力' }, { prisoners: {} }),
    changes: { lists: ['prisoners'] },
    expect: 'excused',
    excusedBy: 'supporter-unable',
  },
  {
    title: '儿子宣告失踪',
    people: () => home('子', { labour: '普通劳动力' }, { 'missing-persons': {} }),
    changes: { lists: ['missing-persons'] },
    expect: 'excused',
    excusedBy: 'supporter-unable',
  },
  {
    title: '儿子户籍迁出，赡养义务仍在',
    people: () => home('子', { labour: '普通劳动力' }, { departures: { reason: '户籍迁移' } }),
    expect: 'finding',
  },
  {
    title: '本县有服刑人员名单而本月没有报送',
    people: () => home('子'),
    changes: { lists: ['prisoners'], missing: ['prisoners'] },
    expect: 'not-judged',
  },
  {
    title: '两名义务人，一名重残，一名能劳动',
    people: () => {
      const [destitute, son] = home('子', { labour: '普通劳动力' }, { 'disability-certificates': { level: '1' } })
      const daughter = person(
        { 'registered-poor': { relation: '女', labour: '普通劳动力' } },
        { birth: '1992-01-01', name: '义务人二' },
      )
      return destitute && son ? household('registered-poor', [destitute, son, daughter], 'H') : []
    },
    expect: 'finding',
  },
])
