import rule from '../../../../src/screen/rules/quality/household-size.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const home = (fields: object, members: number) =>
  household(
    'rural-allowance',
    Array.from({ length: members }, () => person({ 'rural-allowance-members': fields })),
    'D1',
  )

table(rule, [
  {
    title: '登记四人，列出三人',
    people: () => home({ householdSize: 4 }, 3),
    expect: 'finding',
    severity: 'low',
    says: '登记家庭人口 4 人，列出成员 3 人',
  },
  { title: '登记三人，列出三人', people: () => home({ householdSize: 3 }, 3), expect: 'clear' },
  { title: '只列被保障的两人', people: () => home({ householdSize: 4, insuredSize: 2 }, 2), expect: 'clear' },
  { title: '没有家庭人口数', people: () => home({}, 3), expect: 'clear' },
  {
    title: '家庭查询和人员查询各列一遍，不相加',
    people: () =>
      household(
        'rural-allowance',
        [1, 2].map(() => person({ 'rural-allowance-members': {}, 'rural-allowance-households': { householdSize: 2 } })),
        'D1',
      ),
    expect: 'clear',
  },
])
