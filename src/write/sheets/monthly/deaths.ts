import { programmeNames } from '../../../domain/programme.js'
import type { DeathEntry } from '../../../screen/ledgers/deaths.js'
import { field } from '../../../screen/standing.js'
import { addressOf, headIdOf, numberColumn, openRemark, placeColumns } from '../../ledger-columns.js'
import { monthTitle } from '../../month-title.js'
import { lines, shownId } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import { inTownshipOrder } from '../../township-order.js'
import type { View } from '../../view.js'

/** 自然减员月报表 (domain D.3.5): the supported whose death the lists show since last month. */
export default defineSheet<View, DeathEntry>({
  id: 'deaths',
  position: 5,
  name: '自然减员月报',
  layout: 'table',
  title: ({ report }) => `${report.county}${monthTitle(report.month)}自然减员月报表`,
  columns: ({ report: { settings } }): Column<DeathEntry>[] => [
    numberColumn,
    ...placeColumns<DeathEntry>(({ person }) => person.place),
    { heading: '户主', width: 4.4, style: 'centre', value: ({ headName }) => headName ?? '' },
    { heading: '户主身份证号', width: 10, style: 'id', value: ({ record }) => headIdOf(record, settings.mask) },
    { heading: '家庭地址', width: 12, value: ({ record }) => addressOf(record) },
    { heading: '死亡人员', width: 4.4, style: 'centre', value: ({ person }) => person.name ?? '' },
    { heading: '死亡人员\n身份证号', width: 10, style: 'id', value: ({ person }) => shownId(person, settings.mask) },
    {
      heading: '死亡日期',
      width: 6.4,
      style: 'centre',
      value: ({ diedOn, by }) => lines([diedOn, by && `（${by}）`]),
    },
    { heading: '享受类别', width: 8, style: 'centre', value: ({ programmes }) => programmeNames(programmes) },
    { heading: '享受起始月', width: 5, style: 'centre', value: ({ record }) => field(record, 'startMonth') ?? '' },
    {
      heading: '本月名册',
      width: 6,
      style: 'centre',
      value: ({ stillOnRoll }) => (stillOnRoll ? '仍在册，应减' : '已减'),
    },
    { heading: '备注', width: 6, answer: 'free' },
  ],
  rows: ({ report: { ledgers, townships } }) => {
    const placed = ledgers.deaths.entries.map((entry) => ({ ...entry, township: entry.person.place.township }))
    return inTownshipOrder(placed, townships)
  },
  remark: ({ report }) => openRemark(report.ledgers.deaths),
})
