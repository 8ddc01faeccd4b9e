import rule from '../../../../src/screen/rules/quality/sex-or-birth-disagrees.js'
import { damaged, idFor, person } from '../../county.js'
import { table } from '../../table.js'

const man = idFor('1980-03-05', 111)
const row = (fields: object) => [person({ 'registered-poor': fields }, { idNumber: man })]

table(rule, [
  { title: '号码为男、性别填女', people: () => row({ sex: '女' }), expect: 'finding', severity: 'low', says: '性别' },
  {
    title: '出生日期与号码差一天',
    people: () => row({ birthDate: '1980-03-06' }),
    expect: 'finding',
    says: '出生日期',
  },
  { title: '两栏都相符', people: () => row({ sex: '男', birthDate: '1980-03-05' }), expect: 'clear' },
  { title: '出生年月只到月（按 1 日读），月份相符', people: () => row({ birthDate: '1980-03-01' }), expect: 'clear' },
  {
    title: '出生年月只到月，月份不符',
    people: () => row({ birthDate: '1980-04-01' }),
    expect: 'finding',
    says: '出生日期',
  },
  { title: '两栏都空', people: () => row({}), expect: 'clear' },
  {
    title: '两栏都不符',
    people: () => row({ sex: '女', birthDate: '1980-03-06' }),
    expect: 'finding',
    says: '脱贫户(建档立卡)人员信息的性别、出生日期与号码不符',
    evidence: ['脱贫户：性别、出生日期与号码不符'],
  },
  {
    title: '没有号码，或号码不完整，无从核对',
    people: () => [
      person({ 'registered-poor': { sex: '女', birthDate: '1980-03-06' } }, { idNumber: null }),
      person({ 'registered-poor': { sex: '女', idNumber: damaged('长度') } }, { idNumber: man }),
    ],
    expect: 'clear',
  },
])
