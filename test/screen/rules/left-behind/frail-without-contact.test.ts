import rule from '../../../../src/screen/rules/left-behind/frail-without-contact.js'
import { allDeliveries, delivery, household, type Particulars, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const row = (fields: Rosters['left-behind-register'], rosters: Rosters = {}) =>
  person(
    { 'left-behind-register': { personKind: '独居老人', age: 70, ...fields }, ...rosters },
    { birth: '1956-06-01' },
  )
const weak = (age: number) =>
  person(
    { 'left-behind-register': { personKind: '留守老人', age } },
    { idNumber: null, name: '赵老', linked: 'possible', grade: 'possible' },
  )
const lone = (rosters: Rosters = {}, about: Particulars = {}, size: number | null = 1) =>
  household(
    'registered-poor',
    [
      person(
        { 'registered-poor': { householdSize: size }, ...rosters },
        { birth: '1950-06-01', name: '赵独', ...about },
      ),
    ],
    'H',
  )
const scattered: Rosters = { 'destitute-persons': { supportMode: '分散' } }

table(rule, [
  { title: '80 岁，没有联络人', people: () => [weak(80)], expect: 'finding', severity: 'medium', says: '80 岁' },
  { title: '79 岁，没有别的情形', people: () => [weak(79)], expect: 'clear' },
  {
    title: '二级残疾，没有联络人',
    people: () => [row({}, { 'disability-certificates': { level: '2', category: '肢体' } })],
    expect: 'finding',
    says: '独居老人，肢体二级',
    facts: { kind: '独居老人' },
  },
  {
    title: '三级残疾',
    people: () => [row({}, { 'disability-certificates': { level: '3', category: '肢体' } })],
    expect: 'clear',
  },
  {
    title: '残疾人证已注销',
    people: () => [row({}, { 'disability-certificates': { level: '1', category: '肢体', status: '注销' } })],
    expect: 'clear',
  },
  {
    title: '分散供养特困人员，没有联络人',
    people: () => [row({}, { 'destitute-persons': { supportMode: '分散' } })],
    expect: 'finding',
    says: '分散供养特困人员',
  },
  {
    title: '同名同村、年龄相符的人是重残，须先核身份',
    people: () => [
      weak(70),
      person({ 'disability-certificates': { level: '1', category: '视力' } }, { name: '赵老', birth: '1956-06-01' }),
    ],
    expect: 'finding',
    says: '视力一级（同名同村，先核是否同一人）',
  },
  {
    title: '已有联络人',
    people: () => [row({ age: 85, contact: '钱干事' }, { 'destitute-persons': { supportMode: '分散' } })],
    expect: 'clear',
  },
  {
    title: '登记表没有“联络人”栏',
    people: () => [weak(85)],
    changes: {
      deliveries: [
        ...allDeliveries(['left-behind-elderly']),
        delivery('left-behind-register', { columns: { name: '姓名', age: '年龄' } }),
      ],
    },
    expect: 'not-judged',
    says: '联络人',
  },
  {
    title: '残疾人证名册没有报送',
    people: () => [weak(85)],
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  {
    title: '登记的老人已死亡，由 S02 销号',
    people: () => [weak(85), person({ deaths: { diedOn: '2026-05-01' } }, { name: '赵老', birth: '1941-06-01' })],
    expect: 'excused',
    excusedBy: 'deceased-or-namesake',
  },
  {
    title: '独自一户的分散供养特困老人没有登记',
    people: () => lone(scattered),
    expect: 'finding',
    severity: 'medium',
    says: '独自一户，76 岁，分散供养特困人员',
  },
  {
    title: '独自一户，满 80 岁，没有登记',
    people: () => lone({}, { birth: '1946-11-30' }),
    expect: 'finding',
    says: '80 岁，高龄',
  },
  { title: '独自一户，差一天满 80 岁', people: () => lone({}, { birth: '1946-12-01' }), expect: 'clear' },
  { title: '独自一户的特困人员不满 60 岁', people: () => lone(scattered, { birth: '1966-12-01' }), expect: 'clear' },
  { title: '刚满 60 岁', people: () => lone(scattered, { birth: '1966-11-30' }), expect: 'finding' },
  { title: '名册写家庭人口 2 人', people: () => lone(scattered, {}, 2), expect: 'clear' },
  {
    title: '登记表有同名同村、年龄相符且有联络人的人',
    people: () => [
      ...lone(scattered),
      person(
        { 'left-behind-register': { personKind: '独居老人', age: 76, contact: '钱干事' } },
        { idNumber: null, name: '赵独', linked: 'possible', grade: 'possible' },
      ),
    ],
    expect: 'clear',
  },
  {
    title: '该乡镇的登记表没有报送',
    people: () => lone(scattered),
    changes: {
      deliveries: [
        ...allDeliveries(['left-behind-elderly']),
        delivery('left-behind-register', { byTownship: { 庄墓镇: 40 } }),
      ],
    },
    expect: 'not-judged',
    says: '该乡镇',
  },
  {
    title: '户籍已迁出',
    people: () => lone({ ...scattered, departures: { reason: '户籍迁移', stopMonth: '2026-09' } }),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '没有归到任何一户，无从说独自一户',
    people: () => [person({ 'registered-poor': {}, ...scattered }, { birth: '1950-06-01' })],
    expect: 'clear',
  },
  {
    title: '脱贫户名册独自一户，监测名册与人同户',
    people: () => {
      const [old] = lone({ ...scattered, 'monitored-households': {} })
      return old ? household('monitored', [old, person({ 'monitored-households': {} })], 'J') : []
    },
    expect: 'clear',
  },
  {
    title: '家庭人口没有填，户内列着两人',
    people: () =>
      household(
        'registered-poor',
        [person({ 'registered-poor': {}, ...scattered }, { birth: '1950-06-01' }), person({ 'registered-poor': {} })],
        'H',
      ),
    expect: 'clear',
  },
  {
    title: '同一户两行，一行写一人、一行写二人',
    people: () =>
      household(
        'registered-poor',
        [
          person(
            { 'registered-poor': [{ householdSize: 1 }, { householdSize: 2 }], ...scattered },
            { birth: '1950-06-01' },
          ),
        ],
        'H',
      ),
    expect: 'clear',
  },
  {
    title: '脱贫户名册独自一户，低保名册与人同户',
    people: () => {
      const [old] = lone({ ...scattered, 'rural-allowance-members': { insured: false } })
      return old ? household('rural-allowance', [old, person({ 'rural-allowance-members': {} })], 'D1') : []
    },
    expect: 'clear',
  },
])
