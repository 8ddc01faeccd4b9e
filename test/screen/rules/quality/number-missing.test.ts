import rule from '../../../../src/screen/rules/quality/number-missing.js'
import { damaged, person } from '../../county.js'
import { table } from '../../table.js'

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
])
