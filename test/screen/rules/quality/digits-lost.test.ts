import type { IdNumber, Repair } from '../../../../src/domain/id-number.js'
import rule from '../../../../src/screen/rules/quality/digits-lost.js'
import { damaged, idFor, person } from '../../county.js'
import { table } from '../../table.js'

const value = idFor('1980-03-05', 555)
const repaired = (repairs: readonly Repair[]): IdNumber => ({ state: 'repaired', value, pattern: value, repairs })

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
    says: '持证残疾人名单中的号码曾以数字保存，末几位已丢失',
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
      person({ 'disability-certificates': { idNumber: repaired(['数值存放但位数完整']) } }, { idNumber: value }),
    ],
    expect: 'finding',
    severity: 'note',
    says: '号码以数字保存，这次位数完整',
  },
  {
    title: '另一份名册里没有号码或存为文本，只说存为数字的那一份',
    people: () => [
      person(
        {
          'disability-certificates': { idNumber: repaired(['数值存放但位数完整']) },
          'registered-poor': { idNumber: null },
          'rural-allowance-members': {},
        },
        { idNumber: value },
      ),
    ],
    expect: 'finding',
    says: '持证残疾人名单中的',
  },
  {
    title: '号码经过别的整理，不是存为数字',
    people: () => [person({ 'disability-certificates': { idNumber: repaired(['小写x']) } }, { idNumber: value })],
    expect: 'clear',
  },
  { title: '没有号码', people: () => [person({ 'registered-poor': {} }, { idNumber: null })], expect: 'clear' },
  { title: '存为文本', people: () => [person({ 'disability-certificates': {} })], expect: 'clear' },
])
