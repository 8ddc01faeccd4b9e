import type { Person } from '../../../../src/match/person.js'
import rule from '../../../../src/screen/rules/quality/household-without-head.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

// The rows of one household, one for each member, of which `head` is the head.
const under = (head: Person | null, ...rows: readonly object[]) => {
  const members = rows.map((fields) => person({ 'registered-poor': fields }))
  const [home] = household('registered-poor', members, 'H1')[0]?.households ?? []
  return home ? members.map((member) => ({ ...member, households: [{ ...home, head }] })) : []
}
const headless = (...rows: readonly object[]) => under(null, ...rows)

// A head and a spouse whose rows write the number of their household so.
const numbered = (own: string, other: string | null) => {
  const head = person({ 'registered-poor': { relation: '户主', householdNumber: own } })
  return household('registered-poor', [head, person({ 'registered-poor': { householdNumber: other } })], own)
}

table(rule, [
  {
    title: '成员行写着“配偶”，户主不在名册',
    people: () => headless({ relation: '配偶' }),
    expect: 'finding',
    severity: 'medium',
    unit: 'household',
  },
  { title: '名册没有任何户主信息', people: () => headless({}), expect: 'clear' },
  {
    title: '户主在成员中',
    people: () => household('registered-poor', [person({ 'registered-poor': { relation: '户主' } })], 'H1'),
    expect: 'clear',
  },
  {
    title: '两名成员只有一名写了与户主关系',
    people: () => headless({ relation: '之子' }, {}),
    expect: 'finding',
    says: '该户 2 名成员里找不到户主',
    evidence: ['脱贫户：之子', '脱贫户：与户主关系未填'],
  },
  {
    title: '户主另有其人，不在该户成员中',
    people: () => under(person({ deaths: {} }), { relation: '配偶' }),
    expect: 'finding',
  },
  {
    title: '同户有一行的户编号差一位，已并为一户',
    people: () => numbered('34010', '34017'),
    expect: 'finding',
    says: '该户的户编号有 34010、34017 等写法',
    evidence: ['脱贫户：户编号 34017'],
  },
  { title: '两份导出的户编号各是一套', people: () => numbered('34010', '9'), expect: 'clear' },
  { title: '户编号只有一位，有一行没写', people: () => numbered('7', null), expect: 'clear' },
  {
    title: '同一户编号下有两名户主',
    people: () => {
      const head = () => person({ 'rural-allowance-members': { relation: '户主', householdNumber: 'D1' } })
      return household('rural-allowance', [head(), head()], 'D1')
    },
    expect: 'finding',
    says: '同一户有 2 名户主',
    findings: 1,
  },
  {
    title: '户主在家庭表和人员表各有一行',
    people: () =>
      household(
        'rural-allowance',
        [
          person({
            'rural-allowance-members': { relation: '户主' },
            'rural-allowance-households': { relation: '户主' },
          }),
        ],
        'D1',
      ),
    expect: 'clear',
  },
])
