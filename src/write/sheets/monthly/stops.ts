import type { StopEntry } from '../../../screen/ledgers/stops.js'
import { field } from '../../../screen/standing.js'
import {
  addressOf,
  headIdOf,
  headNameOf,
  inYuan,
  numberColumn,
  openRemark,
  placeColumns,
} from '../../ledger-columns.js'
import { monthTitle } from '../../month-title.js'
import { lines } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import { inTownshipOrder } from '../../township-order.js'
import type { View } from '../../view.js'

/** 停保汇总表 (domain D.3.5): who the departure list stops this month. */
export default defineSheet<View, StopEntry>({
  id: 'stops',
  position: 4,
  name: '停保汇总',
  layout: 'table',
  title: ({ report }) => `${report.county}${monthTitle(report.month)}停保汇总表`,
  columns: ({ report: { settings } }): Column<StopEntry>[] => [
    numberColumn,
    ...placeColumns<StopEntry>(({ person }) => person.place),
    { heading: '户主姓名', width: 4.4, style: 'centre', value: ({ record }) => headNameOf(record) },
    { heading: '户主身份证号', width: 10, style: 'id', value: ({ record }) => headIdOf(record, settings.mask) },
    {
      heading: '停保人员',
      width: 5,
      style: 'centre',
      value: ({ person, wholeHousehold }) => lines([person.name, wholeHousehold && '（整户）']),
    },
    { heading: '家庭\n人口', width: 2.8, style: 'number', value: ({ record, past }) => sizeOf(record, past) },
    { heading: '家庭地址', width: 12, value: ({ record, past }) => addressOf(record) || (past ? addressOf(past) : '') },
    {
      heading: '类别',
      width: 5,
      style: 'centre',
      value: ({ record, past }) => record.programmeName ?? (past ? pastProgramme(past) : ''),
    },
    {
      heading: '分类施保\n(元)',
      width: 4.6,
      style: 'amount',
      value: ({ past }) => past && inYuan(field(past, 'categoricalFen')),
    },
    {
      heading: '月金额\n(元)',
      width: 5,
      style: 'amount',
      value: ({ past }) => past && inYuan(field(past, 'amountFen')),
    },
    { heading: '停保原因', width: 6, style: 'centre', value: ({ record }) => record.reason ?? '未填' },
    {
      heading: '停保月份',
      width: 5,
      style: 'centre',
      value: ({ record, reportedLate }) => lines([record.stopMonth ?? '未填', reportedLate && '（补报）']),
    },
    { heading: '备注', width: 8.4, value: ({ record }) => record.remark ?? '' },
  ],
  rows: ({ report: { ledgers, townships } }) => {
    const placed = ledgers.stops.entries.map((entry) => ({ ...entry, township: entry.person.place.township }))
    return inTownshipOrder(placed, townships)
  },
  remark: ({ report }) => openRemark(report.ledgers.stops),
})

function sizeOf(record: StopEntry['record'], past: StopEntry['past']): number | null {
  return record.householdSize ?? (past && field(past, 'householdSize'))
}

function pastProgramme(past: NonNullable<StopEntry['past']>): string {
  return past.system === 'destitute' ? '特困' : past.system === 'urban-allowance' ? '城市低保' : '农村低保'
}
