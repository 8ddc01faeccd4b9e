import rule from '../../../../src/screen/rules/quality/household-size.js'
import { delivery, household, person } from '../../county.js'
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
  {
    title: '两个乡镇的名册各列一遍（重复享受另问），同一号码只算一人',
    people: () => {
      const row = { householdSize: 2 }
      return household(
        'rural-allowance',
        [1, 2].map(() => person({ 'rural-allowance-members': [row, row] })),
        'D1',
      )
    },
    expect: 'clear',
  },
  {
    title: '没有号码的成员各算一人',
    people: () => {
      const unnumbered = () => person({ 'rural-allowance-members': { householdSize: 2 } }, { idNumber: null })
      return household('rural-allowance', [unnumbered(), unnumbered()], 'D1')
    },
    expect: 'clear',
  },
  {
    title: '只有户主一行的家庭查询，没有成员列，无从核对人数',
    people: () => headsOnly(),
    changes: { deliveries: [delivery('rural-allowance-households', { columns: { headName: '户主姓名' } })] },
    expect: 'clear',
  },
  {
    title: '家庭查询有成员列，只列出户主一人',
    people: () => headsOnly(),
    changes: { deliveries: [delivery('rural-allowance-households', { columns: { memberNames: '家庭成员姓名' } })] },
    expect: 'finding',
  },
  {
    title: '被保障人口也对不上列出的人数',
    people: () => home({ householdSize: 4, insuredSize: 2 }, 3),
    expect: 'finding',
    evidence: ['农村低保：家庭人口 4 人'],
  },
  {
    title: '家庭查询列一人、人员查询列两人，说多的那个数',
    people: () =>
      household(
        'rural-allowance',
        [
          person({ 'rural-allowance-members': {}, 'rural-allowance-households': { householdSize: 3 } }),
          person({ 'rural-allowance-members': {} }),
        ],
        'D1',
      ),
    expect: 'finding',
    says: '列出成员 2 人',
  },
  {
    title: '人员查询一人一行，不需要成员列',
    people: () => home({ householdSize: 4 }, 3),
    changes: { deliveries: [delivery('rural-allowance-members', { columns: { name: '姓名' } })] },
    expect: 'finding',
  },
  {
    title: '监测对象名单一人一行，不需要成员列',
    people: () =>
      household(
        'monitored',
        [1, 2].map(() => person({ 'monitored-households': { householdSize: 3 } })),
        'M1',
      ),
    changes: { deliveries: [delivery('monitored-households', { columns: { name: '姓名' } })] },
    expect: 'finding',
    says: '列出成员 2 人',
  },
])

function headsOnly() {
  return household('rural-allowance', [person({ 'rural-allowance-households': { householdSize: 3 } })], 'D1')
}
