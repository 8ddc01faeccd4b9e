import rule from '../../../../src/screen/rules/missed/unemployed-severely-disabled.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const disabled = (birth: string, more: Rosters = {}, certificate = {}) => [
  person({ 'disability-certificates': { level: '1', category: '肢体', ...certificate }, ...more }, { birth }),
]

table(rule, [
  {
    title: '18 岁一级',
    people: () => disabled('2008-11-30'),
    expect: 'finding',
    severity: 'note',
    says: '18 岁，肢体一级',
  },
  { title: '17 岁', people: () => disabled('2008-12-01'), expect: 'clear' },
  { title: '59 岁', people: () => disabled('1966-12-01'), expect: 'finding' },
  { title: '60 岁', people: () => disabled('1966-11-30'), expect: 'clear' },
  { title: '肢体三级', people: () => disabled('1990-01-01', {}, { level: '3' }), expect: 'clear' },
  { title: '精神三级', people: () => disabled('1990-01-01', {}, { level: '3', category: '精神' }), expect: 'finding' },
  { title: '证已注销', people: () => disabled('1990-01-01', {}, { status: '注销' }), expect: 'clear' },
  { title: '在低保', people: () => disabled('1990-01-01', { 'rural-allowance-members': {} }), expect: 'clear' },
  { title: '在低保边缘', people: () => disabled('1990-01-01', { 'marginal-members': {} }), expect: 'clear' },
  {
    title: '登记在外务工',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '合肥市' } }),
    expect: 'clear',
  },
  {
    title: '登记未就业',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '未就业' } }),
    expect: 'finding',
  },
  {
    title: '低保边缘名册没有报送',
    people: () => disabled('1990-01-01'),
    changes: { missing: ['marginal'] },
    expect: 'not-judged',
  },
  { title: '已死亡', people: () => disabled('1990-01-01', { deaths: {} }), expect: 'excused', excusedBy: 'deceased' },
  {
    title: '已迁出',
    people: () => disabled('1990-01-01', { departures: { reason: '户籍迁移' } }),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '有单位社保缴费',
    people: () => disabled('1990-01-01', { 'social-insurance': {} }),
    changes: { lists: ['social-insurance'] },
    expect: 'excused',
    excusedBy: 'insured-worker',
  },
  {
    title: '登记在家',
    people: () => disabled('1990-01-01', { 'registered-poor': { workplace: '在家' } }),
    expect: 'finding',
  },
])
