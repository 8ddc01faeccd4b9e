import rule from '../../../../src/screen/rules/subsidy/benefit-to-choose.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const cared = (birth: string, more: Rosters = {}) => [person({ 'care-subsidies': {}, ...more }, { birth })]
const child = (birth: string, rosters: Rosters) => [
  person({ 'protected-children': { childKind: '孤儿' }, ...rosters }, { birth }),
]

table(rule, [
  {
    title: '本月满 60 岁',
    people: () => cared('1966-11-30'),
    expect: 'finding',
    severity: 'note',
    says: '年满 60 周岁',
  },
  { title: '上月已满 60 岁', people: () => cared('1966-10-31'), expect: 'clear' },
  { title: '下月满 60 岁', people: () => cared('1966-12-01'), expect: 'clear' },
  {
    title: '领生活补贴的满 60 岁',
    people: () => [person({ 'living-subsidies': {} }, { birth: '1966-11-30' })],
    expect: 'clear',
  },
  {
    title: '17 岁孤儿领生活补贴',
    people: () => child('2008-12-01', { 'living-subsidies': {} }),
    expect: 'finding',
    says: '17 岁',
  },
  { title: '18 岁孤儿领生活补贴', people: () => child('2008-11-30', { 'living-subsidies': {} }), expect: 'clear' },
  { title: '孤儿领护理补贴', people: () => child('2012-01-01', { 'care-subsidies': {} }), expect: 'clear' },
  {
    title: '没有出生日期',
    people: () => [person({ 'care-subsidies': {} }, { idNumber: null })],
    expect: 'clear',
  },
  {
    title: '没有出生日期的孤儿领生活补贴',
    people: () => [person({ 'protected-children': { childKind: '孤儿' }, 'living-subsidies': {} }, { idNumber: null })],
    expect: 'clear',
  },
  {
    title: '孤儿名册没有报送',
    people: () => cared('1966-11-30'),
    changes: { missing: ['orphan'] },
    expect: 'not-judged',
  },
  { title: '已死亡', people: () => cared('1966-11-30', { deaths: {} }), expect: 'excused', excusedBy: 'deceased' },
  {
    title: '已择高享受离休待遇',
    people: () => cared('1966-11-30', { 'retired-cadres': {} }),
    changes: { lists: ['retired-cadres'] },
    expect: 'excused',
    excusedBy: 'higher-benefit',
  },
])
