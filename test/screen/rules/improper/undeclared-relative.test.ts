import { expect, it } from 'vitest'
import rule from '../../../../src/screen/rules/improper/undeclared-relative.js'
import { screen } from '../../../../src/screen/screen.js'
import { household, month2026, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const lists = ['staff', 'staff-relatives', 'declared-relatives'] as const
const home = (head: Rosters, wife: Rosters = {}) =>
  household(
    'rural-allowance',
    [
      person({ 'rural-allowance-members': { relation: '户主' }, ...head }),
      person({ 'rural-allowance-members': { relation: '配偶' }, ...wife }),
    ],
    'D1',
  )

table(rule, [
  {
    title: '户主在近亲属名单，没有备案',
    people: () => home({ 'staff-relatives': {} }),
    changes: { lists },
    expect: 'finding',
    severity: 'note',
    unit: 'household',
    says: '1 人在经办人员和村干部近亲属名单',
  },
  {
    title: '同户有村干部',
    people: () => home({}, { staff: {} }),
    changes: { lists },
    expect: 'finding',
    says: '经办人员和村干部名单',
  },
  {
    title: '户内有人已备案',
    people: () => home({ 'staff-relatives': {} }, { 'declared-relatives': {} }),
    changes: { lists },
    expect: 'clear',
  },
  {
    title: '两人分在两份名单',
    people: () => home({ 'staff-relatives': {} }, { staff: {} }),
    changes: { lists },
    expect: 'finding',
    says: '有 2 人在经办人员和村干部名单、经办人员和村干部近亲属名单',
  },
  {
    title: '户里只有户主被保障，列出的家人在名单',
    people: () =>
      household(
        'rural-allowance',
        [
          person({ 'rural-allowance-members': { insured: true } }),
          person({ 'rural-allowance-members': { insured: false }, staff: {} }),
        ],
        'D1',
      ),
    changes: { lists },
    expect: 'finding',
  },
  {
    title: '全户都不保障',
    people: () =>
      household('rural-allowance', [person({ 'rural-allowance-members': { insured: false }, staff: {} })], 'D1'),
    changes: { lists },
    expect: 'clear',
  },
  { title: '与经办人员无关', people: () => home({}), changes: { lists }, expect: 'clear' },
  {
    title: '没有备案名单',
    people: () => home({ 'staff-relatives': {} }),
    changes: { lists: ['staff', 'staff-relatives'] },
    expect: 'not-judged',
    says: '近亲属备案',
  },
])

it('goes to the county alone', () => {
  const [finding] = screen(month2026(home({ staff: {} }), { lists }), [{ ...rule, on: true }]).findings
  expect(finding?.audience).toBe('county')
})
