import rule from '../../../../src/screen/rules/quality/number-missing.js'
import { damaged, idFor, intact, person } from '../../county.js'
import { table } from '../../table.js'

const id = idFor('1980-03-05', 556)

table(rule, [
  {
    title: '脱贫户名册中的新生儿没有号码',
    people: () => [person({ 'registered-poor': {} }, { idNumber: null })],
    expect: 'finding',
    severity: 'low',
  },
  {
    title: '只有护照号',
    people: () => [person({ 'registered-poor': { idNumber: damaged('其他证件', 'E12345678') } }, { idNumber: null })],
    expect: 'finding',
  },
  {
    title: '留守老人登记表本来没有号码',
    people: () => [person({ 'left-behind-register': {} }, { idNumber: null })],
    expect: 'clear',
  },
  { title: '有号码', people: () => [person({ 'registered-poor': {} })], expect: 'clear' },
  {
    title: '填了无证占位号；另一份名册有号码，不说那一份',
    people: () => [
      person({
        'registered-poor': { idNumber: damaged('占位号') },
        'rural-allowance-members': { idNumber: intact(id) },
      }),
    ],
    expect: 'finding',
    says: '脱贫户(建档立卡)人员信息中没有',
  },
  {
    title: '号码少一位另有规则',
    people: () => [person({ 'registered-poor': { idNumber: damaged('长度') } }, { idNumber: null })],
    expect: 'clear',
  },
])
