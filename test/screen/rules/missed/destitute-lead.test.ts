import rule from '../../../../src/screen/rules/missed/destitute-lead.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const alone = (birth: string, rosters: Rosters = {}, row = {}) =>
  household(
    'rural-allowance',
    [person({ 'rural-allowance-members': { insured: true, ...row }, ...rosters }, { birth })],
    'D1',
  )
const certificate = (category: '肢体' | '视力' | '精神' | '多重', level: '1' | '2' | '3') => ({
  'disability-certificates': { category, level },
})

table(rule, [
  { title: '60 岁单人低保户', people: () => alone('1966-11-30'), expect: 'finding', severity: 'medium', says: '60 岁' },
  { title: '15 岁独自一户', people: () => alone('2010-12-01'), expect: 'finding', says: '15 岁' },
  { title: '16 岁独自一户', people: () => alone('2010-11-30'), expect: 'clear' },
  { title: '59 岁', people: () => alone('1966-12-01'), expect: 'clear' },
  { title: '肢体二级单人户', people: () => alone('1980-01-01', certificate('肢体', '2')), expect: 'finding' },
  { title: '肢体三级', people: () => alone('1980-01-01', certificate('肢体', '3')), expect: 'clear' },
  { title: '视力二级', people: () => alone('1980-01-01', certificate('视力', '2')), expect: 'clear' },
  { title: '精神三级', people: () => alone('1980-01-01', certificate('精神', '3')), expect: 'finding' },
  { title: '多重一级，各项不明', people: () => alone('1980-01-01', certificate('多重', '1')), expect: 'clear' },
  { title: '名册写明家庭人口 2 人', people: () => alone('1950-01-01', {}, { householdSize: 2 }), expect: 'clear' },
  {
    title: '在扶贫户里还有家人',
    people: () => {
      const [old] = alone('1950-01-01', { 'registered-poor': {} })
      if (!old) return []
      return household('registered-poor', [old, person({ 'registered-poor': {} })], 'H')
    },
    expect: 'clear',
  },
  {
    title: '返贫单人户，不在低保',
    people: () =>
      household(
        'registered-poor',
        [person({ 'registered-poor': { povertyState: '返贫' } }, { birth: '1950-01-01' })],
        'H',
      ),
    expect: 'finding',
  },
  {
    title: '已脱贫单人户，不在低保',
    people: () =>
      household(
        'registered-poor',
        [person({ 'registered-poor': { povertyState: '已脱贫享受政策' } }, { birth: '1950-01-01' })],
        'H',
      ),
    expect: 'clear',
  },
  {
    title: '风险已消除的监测单人户',
    people: () =>
      household(
        'monitored',
        [person({ 'monitored-households': { riskCleared: '已消除' } }, { birth: '1950-01-01' })],
        'J',
      ),
    expect: 'clear',
  },
  { title: '已是特困', people: () => alone('1950-01-01', { 'destitute-persons': {} }), expect: 'clear' },
  {
    title: '特困名册没有报送',
    people: () => alone('1950-01-01'),
    changes: { missing: ['destitute'] },
    expect: 'not-judged',
  },
  {
    title: '特困名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'destitute-persons': {} }, { idNumber: null })
      const old = person({ 'rural-allowance-members': {} }, { birth: '1950-01-01', candidates: [hidden] })
      return [...household('rural-allowance', [old], 'D1'), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '已死亡',
    people: () => alone('1950-01-01', { deaths: { diedOn: '2026-10-01' } }),
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '60 岁单人户，名册写已婚',
    people: () => alone('1966-11-30', {}, { maritalStatus: '已婚' }),
    expect: 'clear',
  },
  {
    title: '60 岁单人户，名册写丧偶',
    people: () => alone('1966-11-30', {}, { maritalStatus: '丧偶' }),
    expect: 'finding',
  },
  {
    title: '低保单人户，扶贫名册写已脱贫',
    people: () => {
      const [old] = alone('1950-01-01', { 'registered-poor': { povertyState: '已脱贫享受政策' } })
      return old ? household('registered-poor', [old], 'H') : []
    },
    expect: 'finding',
    evidence: ['农村低保：一人户', '脱贫户：一人户'],
  },
  {
    title: '风险未消除的监测单人户',
    people: () =>
      household(
        'monitored',
        [person({ 'monitored-households': { riskCleared: '未消除' } }, { birth: '1950-01-01' })],
        'J',
      ),
    expect: 'finding',
  },
  {
    title: '没有归到任何一户，无从说是一人户',
    people: () => [person({ 'rural-allowance-members': {} }, { birth: '1950-01-01' })],
    expect: 'clear',
  },
  {
    title: '人员查询写一人，家庭查询写二人',
    people: () => alone('1950-01-01', { 'rural-allowance-households': { householdSize: 2 } }, { householdSize: 1 }),
    expect: 'clear',
  },
  {
    title: '没有号码，不知年龄',
    people: () => household('rural-allowance', [person({ 'rural-allowance-members': {} }, { idNumber: null })], 'D1'),
    expect: 'clear',
  },
])
