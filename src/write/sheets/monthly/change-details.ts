import { programmes } from '../../../domain/programme.js'
import { terms } from '../../../domain/terms.js'
import type { Change } from '../../../screen/change.js'
import { onlyFollowsStandard, shownChange } from '../../change-text.js'
import { numberColumn, placeColumns } from '../../ledger-columns.js'
import { namedHeadLines, shownId } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import { inTownshipOrder } from '../../township-order.js'
import type { View } from '../../view.js'

const turnWords = { joined: '增', left: '减', stayed: '变' } as const

/** 增减明细: the people and households behind 增减变动, real changes before corrections in writing. */
export default defineSheet<View, Change>({
  id: 'change-details',
  position: 2,
  name: '增减明细',
  layout: 'table',
  title: ({ report }) => `${report.county}各项目增减变动明细`,
  columns: ({ report: { settings } }): Column<Change>[] => [
    numberColumn,
    { heading: '项目', width: 9.8, style: 'centre', value: ({ programme }) => programmes[programme] },
    { heading: '增减', width: 2.6, style: 'centre', value: ({ kind }) => turnWords[kind.turn] },
    { heading: '变动', width: 5, style: 'centre', value: ({ kind }) => kind.title },
    {
      heading: '性质',
      width: 4.4,
      style: 'centre',
      value: ({ kind }) => (kind.nature === 'real' ? '实际变动' : '书写更正'),
    },
    ...placeColumns<Change>((change) => change),
    {
      heading: '户主\n户编号',
      width: 7.8,
      style: 'id',
      value: (change) => namedHeadLines(change, change.householdNumber, settings.mask),
    },
    { heading: terms.name, width: 4.2, style: 'centre', value: ({ person }) => person.name ?? '' },
    { heading: terms['id number'], width: 10, style: 'id', value: ({ person }) => shownId(person, settings.mask) },
    { heading: '上月', width: 9.8, style: 'centre', value: (row) => shownChange(row, row.before, settings.mask) },
    { heading: '本月', width: 9.8, style: 'centre', value: (row) => shownChange(row, row.after, settings.mask) },
    { heading: '说明', width: 14, value: ({ note }) => note },
  ],
  rows: ({ report: { changes, townships } }) =>
    inProgrammeOrder(
      inTownshipOrder(
        changes.changes.filter((change) => !onlyFollowsStandard(change)),
        townships,
      ),
    ),
  remark: ({ report: { changes } }) => {
    if (changes.since === null) return '没有上月数据，无从比较；自第二个月起生成。'
    const raised = changes.changes.filter(onlyFollowsStandard).length
    return raised === 0
      ? null
      : `另有 ${raised} 户（人）只是随本期调标增发，不逐一列出，见“增发减发”和 data/changes.csv。`
  },
})

const natures = ['real', 'identity']

function inProgrammeOrder(changes: readonly Change[]): Change[] {
  const order = Object.keys(programmes)
  return [...changes].sort(
    (a, b) =>
      natures.indexOf(a.kind.nature) - natures.indexOf(b.kind.nature) ||
      order.indexOf(a.programme) - order.indexOf(b.programme),
  )
}
