import rule from '../../../../src/screen/rules/missed/member-left-out.js'
import { household, type Particulars, person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

type Relation = '户主' | '配偶' | '子' | '父母' | '兄弟姐妹'
const supported = (size: number | null = 2) => ({
  'rural-allowance-members': { insured: true, insuredSize: size, householdSize: 3 },
})
/** A poverty household whose head is in 低保, and one more member. */
const home = (
  relation: Relation,
  rosters: Rosters = {},
  about: Particulars = {},
  size: number | null = 2,
  poor: object = {},
) =>
  household(
    'registered-poor',
    [
      person({ 'registered-poor': { relation: '户主' }, ...supported(size) }, { name: '户主甲' }),
      person({ 'registered-poor': { relation, ...poor }, ...rosters }, { name: '成员乙', ...about }),
    ],
    'H',
  )

table(rule, [
  { title: '配偶', people: () => home('配偶'), expect: 'finding', severity: 'low', says: '配偶' },
  {
    title: '17 岁子女',
    people: () => home('子', {}, { birth: '2008-12-01' }),
    expect: 'finding',
    severity: 'medium',
    says: '未成年（17 周岁），程度由低调高为中',
  },
  ...(['服刑', '服役', '服刑或服役'] as const).map(
    (reason): Case => ({
      title: `停保汇总写配偶${reason}，两年内不计入`,
      people: () => home('配偶', { departures: { reason, stopMonth: '2024-12' } }),
      expect: 'excused',
      excusedBy: 'away-from-family',
    }),
  ),
  {
    title: '配偶两年前服役，是否仍在外待核',
    people: () => home('配偶', { departures: { reason: '服役', stopMonth: '2024-11' } }),
    expect: 'finding',
    unchecked: 'away-from-family',
  },
  {
    title: '配偶两年前服刑，仍在服刑人员名单',
    people: () => home('配偶', { departures: { reason: '服刑', stopMonth: '2020-01' }, prisoners: {} }),
    changes: { lists: ['prisoners'] },
    expect: 'excused',
    excusedBy: 'away-from-family',
  },
  { title: '18 岁子女', people: () => home('子', {}, { birth: '2008-11-30' }), expect: 'clear' },
  {
    title: '18 岁子女在校',
    people: () => home('子', {}, { birth: '2008-11-30' }, 2, { schooling: '普通高中三年级' }),
    expect: 'finding',
  },
  {
    title: '成年重残子女',
    people: () => home('子', { 'disability-certificates': { level: '2' } }),
    expect: 'finding',
    severity: 'medium',
    says: '重度残疾',
  },
  { title: '64 岁父母', people: () => home('父母', {}, { birth: '1961-12-01' }), expect: 'finding', severity: 'low' },
  {
    title: '65 岁父母',
    people: () => home('父母', {}, { birth: '1961-11-01' }),
    expect: 'finding',
    severity: 'medium',
  },
  { title: '兄弟姐妹', people: () => home('兄弟姐妹'), expect: 'clear' },
  { title: '本人是特困', people: () => home('配偶', { 'destitute-persons': {} }), expect: 'clear' },
  { title: '没有可用号码', people: () => home('配偶', {}, { idNumber: null }), expect: 'not-judged', says: '号码' },
  { title: '特困名册没有报送', people: () => home('配偶'), changes: { missing: ['destitute'] }, expect: 'not-judged' },
  {
    title: '低保名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [...home('配偶', {}, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '已死亡',
    people: () => home('配偶', { deaths: { diedOn: '2026-10-01' } }),
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '已迁出',
    people: () => home('配偶', { departures: { reason: '户籍迁移' } }),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '户主是单人户施保',
    people: () => home('配偶', {}, {}, 1),
    expect: 'excused',
    excusedBy: 'relative-enrolled-alone',
  },
  {
    title: '户主是单人户施保，人口数只在家庭名册',
    people: () => {
      const lists = {
        'rural-allowance-members': { insured: true },
        'rural-allowance-households': { householdSize: 3, insuredSize: 1, programmes: [] },
      }
      const head = person({ 'registered-poor': { relation: '户主' }, ...lists }, { name: '户主甲' })
      return household('registered-poor', [head, person({ 'registered-poor': { relation: '配偶' } })], 'H')
    },
    expect: 'excused',
    excusedBy: 'relative-enrolled-alone',
  },
  {
    title: '低保名册只有保障人口 1 人，没有家庭人口，看不出是否单人户施保',
    people: () => {
      const head = person({
        'registered-poor': { relation: '户主' },
        'rural-allowance-members': { insured: true, insuredSize: 1 },
      })
      return household('registered-poor', [head, person({ 'registered-poor': { relation: '配偶' } })], 'H')
    },
    expect: 'finding',
    severity: 'note',
    unchecked: 'relative-enrolled-alone',
    because: '家庭人口',
  },
  {
    title: '低保名册没有保障人口',
    people: () => home('子', {}, { birth: '2010-01-01' }, null),
    expect: 'finding',
    severity: 'low',
    unchecked: 'relative-enrolled-alone',
  },
  {
    title: '子女没有号码、不知年龄，也不在校，不当作未成年',
    people: () => home('子', {}, { idNumber: null }),
    expect: 'clear',
  },
  {
    title: '列在低保户内而未保障的，另有规则',
    people: () => {
      const members = home('配偶', { 'rural-allowance-members': { insured: false } })
      household('rural-allowance', members, 'D1')
      return members
    },
    expect: 'clear',
  },
  {
    title: '配偶关系只在低保边缘户里，扶贫名册是一人户',
    people: () => {
      const head = person({ 'marginal-members': { relation: '户主' }, ...supported() }, { name: '户主甲' })
      const wife = person({ 'registered-poor': { relation: '户主' }, 'marginal-members': { relation: '配偶' } })
      household('registered-poor', [wife], 'H')
      return household('marginal', [head, wife], 'B1')
    },
    expect: 'clear',
  },
  {
    title: '脱贫户名册列为兄弟姐妹，监测名册列为配偶',
    people: () => {
      const members = home('兄弟姐妹', { 'monitored-households': { relation: '配偶' } })
      const [head] = members
      if (!head) return []
      const listed = person({ 'monitored-households': { relation: '户主' } }).links
      household('monitored', [Object.assign(head, { links: [...head.links, ...listed] }), ...members.slice(1)], 'J')
      return members
    },
    expect: 'finding',
    says: '是其配偶',
    evidence: ['脱贫户：与户主关系 兄弟姐妹', '监测对象：与户主关系 配偶'],
  },
  {
    title: '户内一人单人户施保，另一人整户施保',
    people: () => {
      const members = home('配偶', {}, {}, 1)
      const father = person({ 'registered-poor': { relation: '父母' }, ...supported(2) }, { birth: '1950-01-01' })
      const [head, wife] = members
      return head && wife ? household('registered-poor', [head, wife, father], 'H') : []
    },
    expect: 'finding',
  },
  {
    title: '低保户只有一口人，不是单人户施保',
    people: () => {
      const alone = { 'rural-allowance-members': { insured: true, insuredSize: 1, householdSize: 1 } }
      const head = person({ 'registered-poor': { relation: '户主' }, ...alone }, { name: '户主甲' })
      return household('registered-poor', [head, person({ 'registered-poor': { relation: '配偶' } })], 'H')
    },
    expect: 'finding',
  },
])
