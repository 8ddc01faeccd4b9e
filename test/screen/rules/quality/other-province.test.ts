import { expect, it } from 'vitest'
import rule from '../../../../src/screen/rules/quality/other-province.js'
import { screen } from '../../../../src/screen/screen.js'
import { delivery, month2026 } from '../../county.js'
import { table } from '../../table.js'

const sent = (byProvince: Record<string, number>) => ({
  deliveries: [delivery('rural-allowance-members', { byProvince })],
})

table(rule, [
  {
    title: '四十人中有一人号码在外省',
    people: () => [],
    changes: sent({ 34: 39, 32: 1 }),
    expect: 'finding',
    severity: 'note',
    unit: 'delivery',
    says: '40 个号码中有 1 个（2.5%）',
  },
  { title: '都在本省', people: () => [], changes: sent({ 34: 40 }), expect: 'clear' },
  {
    title: '不属于任何名册的工作表不统计',
    people: () => [],
    changes: { deliveries: [delivery('rural-allowance-members', { byProvince: { 32: 9 }, programmes: [] })] },
    expect: 'clear',
  },
  { title: '没有号码', people: () => [], changes: sent({}), expect: 'clear' },
  {
    title: '其他部门的名单不统计',
    people: () => [],
    changes: { deliveries: [delivery('vehicles', { byProvince: { 32: 9 } })] },
    expect: 'clear',
  },
])

it('is counted for the county alone, and is the same case whatever the numbers', () => {
  const of = (count: number) => screen(month2026([], sent({ 34: 5, 32: count })), [rule]).findings[0]
  expect(of(1)).toMatchObject({ audience: 'county', facts: {} })
  expect(of(2)?.facts).toEqual(of(1)?.facts)
})
