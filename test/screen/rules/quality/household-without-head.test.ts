import rule from '../../../../src/screen/rules/quality/household-without-head.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const headless = (fields: object) => {
  const [member] = household('registered-poor', [person({ 'registered-poor': fields })], 'H1')
  const [home] = member?.households ?? []
  return member && home ? [{ ...member, households: [{ ...home, head: null }] }] : []
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
])
