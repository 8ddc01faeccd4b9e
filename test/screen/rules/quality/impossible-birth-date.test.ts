import rule from '../../../../src/screen/rules/quality/impossible-birth-date.js'
import { damaged, person } from '../../county.js'
import { table } from '../../table.js'

const born = (birth: string) => [person({ 'urban-allowance-members': {} }, { birth })]

table(rule, [
  {
    title: '出生日期段不存在',
    people: () => [
      person({ 'urban-allowance-members': { idNumber: damaged('日期', '340199198002300011') } }, { idNumber: null }),
    ],
    expect: 'finding',
    severity: 'medium',
  },
  { title: '下月出生', people: () => born('2026-12-01'), expect: 'finding' },
  { title: '本月出生', people: () => born('2026-11-30'), expect: 'clear' },
  { title: '111 岁', people: () => born('1915-11-01'), expect: 'finding' },
  { title: '110 岁', people: () => born('1916-11-30'), expect: 'clear' },
  { title: '没有号码', people: () => [person({ 'urban-allowance-members': {} }, { idNumber: null })], expect: 'clear' },
  {
    title: '校验码错另有规则',
    people: () => [person({ 'urban-allowance-members': { idNumber: damaged('校验码') } }, { idNumber: null })],
    expect: 'clear',
  },
])
