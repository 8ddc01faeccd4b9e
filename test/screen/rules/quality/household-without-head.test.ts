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
])
