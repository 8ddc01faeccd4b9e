import { maskIdNumbersIn } from '../../../domain/mask.js'
import { terms } from '../../../domain/terms.js'
import { placeColumns, shownHouseholdNumber } from '../../ledger-columns.js'
import { shownId } from '../../person-facts.js'
import { type SetAside, setAside } from '../../set-aside.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

const fateWords = { excused: '豁免', withheld: '暂缓', 'not-judged': '未判定', outdated: '旧表' } as const

/** 未列明细: whom a rule looked at and made no case of, and whom only outdated rows name, one by one, with the reason. */
export default defineSheet<View, SetAside>({
  id: 'set-aside',
  position: 5,
  name: '未列明细',
  layout: 'table',
  title: ({ report }) => `${report.county}未列为线索的人和户（豁免、暂缓、未判定、旧表未采用）`,
  columns: ({ report }): Column<SetAside>[] => {
    const titles = new Map(report.rules.map(({ rule, title }) => [rule, title]))
    const { mask } = report.settings
    return [
      { heading: '规则', width: 11, value: ({ rule }) => `${rule} ${titles.get(rule) ?? ''}` },
      { heading: '处理', width: 3.6, style: 'centre', value: ({ fate }) => fateWords[fate] },
      ...placeColumns<SetAside>(({ about }) => about),
      {
        heading: '户编号',
        width: 7.4,
        style: 'id',
        value: ({ about }) => shownHouseholdNumber(about.householdNumber, mask),
      },
      { heading: terms.name, width: 3.8, style: 'centre', value: ({ person, row }) => person?.name ?? row?.name ?? '' },
      {
        heading: terms['id number'],
        width: 9.6,
        style: 'id',
        value: ({ person, row }) => shownId(person ?? row, mask),
      },
      { heading: '查到的情况', width: 20, value: ({ explanation }) => maskIdNumbersIn(explanation) },
      { heading: '没有列为线索的原因', width: 20, value: ({ reason }) => maskIdNumbersIn(reason) },
    ]
  },
  rows: ({ report }) => setAside(report),
})
