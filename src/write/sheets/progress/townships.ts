import { clockTime } from '../../../domain/calendar.js'
import type { LedgerCase, ReturnedFile } from '../../../track/ledger.js'
import { type FigureId, figureOf, total } from '../../figures.js'
import { byTownship, type ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

interface TownshipRow {
  readonly township: string
  readonly cases: readonly LedgerCase[]
  readonly files: readonly ReturnedFile[]
}

const shown: readonly FigureId[] = [
  'asked',
  'answered',
  'under-way',
  'closed',
  'cleared',
  'unanswered',
  'asked-again',
  'overdue',
  'sent-back',
]

/** 反馈情况: which township owes what, and who has sent nothing back. */
export default defineSheet<ProgressView, TownshipRow>({
  id: 'progress-townships',
  position: 5,
  name: '反馈情况',
  layout: 'table',
  title: ({ county }) => `${county}各乡镇反馈情况`,
  columns: ({ month }): Column<TownshipRow>[] => [
    { heading: '乡镇', width: 8, style: 'centre', value: ({ township }) => township },
    ...shown.map(figureOf).map((figure): Column<TownshipRow> => {
      return { heading: figure.title, width: 5.4, style: 'number', value: ({ cases }) => total(figure, cases, month) }
    }),
    { heading: '收到\n文件数', width: 5, style: 'number', value: ({ files }) => files.length },
    {
      heading: '最近一次\n交回',
      width: 7,
      style: 'centre',
      value: ({ files }) => lastDay(files),
    },
    { heading: '说明', width: 16, value: remark },
  ],
  rows: (view) =>
    [...byTownship(view)].map(([township, cases]) => ({
      township,
      cases,
      files: view.returned.filter(({ units }) => units.includes(township)),
    })),
  remark: ({ dueDay }) =>
    `下发线索 = 已核查 + 未答复 − 已核查后再问（两栏都计）+ 未答复而自行消除。核查表应于次月 ${dueDay} 日前交回。`,
})

function lastDay(files: readonly ReturnedFile[]): string {
  const last = files.at(-1)
  return last === undefined ? '' : clockTime(last.readAt).slice(0, 10)
}

function remark({ cases, files }: TownshipRow): string {
  if (cases.length === 0) return '统计期内没有下发线索'
  if (cases.some(({ life }) => life.answer !== null)) return ''
  if (files.length === 0) return '未交回任何核查表'
  return files.every(({ answers }) => answers === 0) ? '交回的都是空白表' : ''
}
