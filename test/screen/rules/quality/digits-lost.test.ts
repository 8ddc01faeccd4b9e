import rule from '../../../../src/screen/rules/quality/digits-lost.js'
import { damaged, idFor, person } from '../../county.js'
import { table } from '../../table.js'

const value = idFor('1980-03-05', 555)

table(rule, [
  {
    title: '存为数字，末三位变成零',
    people: () => [
      person(
        { 'disability-certificates': { idNumber: damaged('末三位丢失', '340199198003050???') } },
        { idNumber: null },
      ),
    ],
    expect: 'finding',
    severity: 'high',
    says: '持证残疾人名单',
  },
  {
    title: '显示为科学计数',
    people: () => [person({ 'disability-certificates': { idNumber: damaged('科学计数') } }, { idNumber: null })],
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '存为数字但位数完整，只作提示',
    people: () => [
      person(
        {
          'disability-certificates': {
            idNumber: { state: 'repaired', value, pattern: value, repairs: ['数值存放但位数完整'] },
          },
        },
        { idNumber: value },
      ),
    ],
    expect: 'finding',
    severity: 'note',
  },
  { title: '存为文本', people: () => [person({ 'disability-certificates': {} })], expect: 'clear' },
])
