import { unplaced } from '../../../domain/place.js'
import type { GraceEntry } from '../../../screen/ledgers/grace.js'
import { inYuan, numberColumn, openRemark, shownHouseholdNumber } from '../../ledger-columns.js'
import { lines, shownId } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** 渐退期台账 (domain D.3.7): what is due first. */
export default defineSheet<View, GraceEntry>({
  id: 'grace',
  position: 3,
  name: '渐退期台账',
  layout: 'table',
  title: ({ report }) => `${report.county}低保渐退期台账`,
  columns: ({ report: { settings } }): Column<GraceEntry>[] => [
    numberColumn,
    { heading: '乡镇', width: 5, style: 'centre', value: ({ township }) => township ?? unplaced },
    { heading: '户主', width: 4.4, style: 'centre', value: ({ headName, person }) => headName ?? person.name ?? '' },
    {
      heading: '户编号\n身份证号',
      width: 10,
      style: 'id',
      value: ({ householdNumber, person }) =>
        lines([shownHouseholdNumber(householdNumber, settings.mask), shownId(person, settings.mask)]),
    },
    { heading: '人口', width: 2.6, style: 'number', value: ({ size }) => size },
    { heading: '超标\n认定月', width: 4.4, style: 'centre', value: ({ found }) => found ?? '不详' },
    {
      heading: '渐退起',
      width: 4.4,
      style: 'centre',
      value: ({ grace }) => lines([grace.start, !grace.startRecorded && '（按最初享受月）']),
    },
    { heading: '渐退止', width: 4.4, style: 'centre', value: ({ grace }) => grace.last },
    { heading: '剩余月数\n(含本月)', width: 4.2, style: 'number', value: ({ monthsLeft }) => Math.max(0, monthsLeft) },
    { heading: '已发月数\n(含本月)', width: 4.2, style: 'number', value: ({ monthsPaid }) => monthsPaid },
    { heading: '当前收入\n(人均元/年)', width: 6, style: 'amount', value: ({ incomeFen }) => inYuan(incomeFen) },
    { heading: '状态', width: 5.4, style: 'centre', value: ({ state }) => state },
    { heading: '到期拟处理', width: 18, value: ({ action }) => action },
    { heading: '处理结果', width: 8, answer: 'free' },
  ],
  rows: ({ report }) => report.ledgers.grace.entries,
  remark: ({ report }) => openRemark(report.ledgers.grace),
})
