import { groupBy } from '../../../domain/group.js'
import { type Issue, type IssueCode, sheetTold } from '../../../domain/issue.js'
import { programmeNames } from '../../../domain/programme.js'
import type { Delivery } from '../../../ingest/delivery.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

interface QualityRow {
  readonly delivery: Delivery
  /** Issues of the delivery by code. */
  readonly counts: ReadonlyMap<string, readonly Issue[]>
}

const damageHeadings: readonly (readonly [IssueCode, string])[] = [
  ['id-check-digit', '校验码\n不符'],
  ['id-birth-date', '日期段\n有误'],
  ['id-length', '位数\n不对'],
  ['id-character', '字符\n有误'],
  ['id-digits-lost', '末三位\n丢失'],
  ['id-scientific', '科学\n计数'],
  ['id-masked', '已脱敏'],
  ['id-other-document', '其他\n证件'],
  ['id-placeholder', '占位号'],
]

/** 录入质量: what became of the rows of every file, and how many ids are damaged in what way. */
export default defineSheet<View, QualityRow>({
  id: 'input-quality',
  position: 8,
  name: '录入质量',
  layout: 'table',
  title: ({ report }) => `${report.county}各部门名册录入质量`,
  columns: ({ report }): Column<QualityRow>[] => [
    { heading: '部门', width: 5, style: 'centre', value: ({ delivery }) => delivery.department },
    { heading: '内容', width: 10, value: ({ delivery }) => programmeNames(delivery.programmes) },
    { heading: '文件', width: 20, value: ({ delivery }) => delivery.file },
    { heading: '表', width: 7, value: ({ delivery }) => sheetTold(delivery) },
    count('读到\n行数', ({ rowsRead }) => rowsRead),
    count('采用', ({ rowsUsed }) => rowsUsed),
    count('未采用', ({ rowsRejected }) => rowsRejected),
    count('重复', ({ rowsDuplicate }) => rowsDuplicate),
    ...(report.deliveries.some(({ rowsReplaced = 0 }) => rowsReplaced > 0)
      ? [count('以前\n月份', ({ rowsReplaced = 0 }) => rowsReplaced)]
      : []),
    count('合计、签名\n等非数据', ({ rowsSkipped }) => rowsSkipped),
    count('得到\n记录', ({ records }) => records),
    ...damageHeadings.map(([code, heading]): Column<QualityRow> => {
      return { heading, width: 3.8, style: 'number', value: ({ counts }) => counts.get(code)?.length ?? 0 }
    }),
  ],
  rows: ({ report }) => {
    const issues = groupBy(report.issues, ({ origin, code }) => [origin.file, origin.sheet, code].join('\t'))
    return report.deliveries.map((delivery) => ({ delivery, counts: countsOf(delivery, issues) }))
  },
})

function countsOf({ file, sheet }: Delivery, issues: ReadonlyMap<string, readonly Issue[]>): QualityRow['counts'] {
  return new Map(damageHeadings.map(([code]) => [code, issues.get([file, sheet, code].join('\t')) ?? []]))
}

function count(heading: string, of: (delivery: Delivery) => number): Column<QualityRow> {
  return { heading, width: 5, style: 'number', value: ({ delivery }) => of(delivery) }
}
