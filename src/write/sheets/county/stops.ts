import { programmes } from '../../../domain/programme.js'
import type { SafetyStop } from '../../../screen/safety.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** 安全停判: rosters or townships that are missing, short against last month or in a file that was not read; the lists that depend on them were not made. */
export default defineSheet<View, SafetyStop>({
  id: 'stops',
  position: 12,
  name: '安全停判',
  layout: 'table',
  title: ({ report }) => `${report.county}安全停判（名册缺失或骤减）`,
  columns: (): Column<SafetyStop>[] => [
    { heading: '名册', width: 12, style: 'centre', value: ({ programme }) => programmes[programme] },
    { heading: '乡镇', width: 10, style: 'centre', value: ({ township }) => township ?? '全县' },
    { heading: '此前行数', width: 7, style: 'number', value: ({ rowsBefore }) => rowsBefore },
    { heading: '本月行数', width: 7, style: 'number', value: ({ rowsNow }) => rowsNow },
    { heading: '变动', width: 6, style: 'centre', value: fall },
    { heading: '处理', width: 48, value: advice },
  ],
  rows: ({ report }) => report.stops,
})

/** How far the rows fell, `-35%`; 缺失 when nothing came. */
export function fall({ rowsBefore, rowsNow }: SafetyStop): string {
  if (rowsNow === 0) return '缺失'
  return `${Math.round(((rowsNow - rowsBefore) / rowsBefore) * 100)}%`
}

function advice({ township, unread }: SafetyStop): string {
  if (unread !== undefined)
    return `“${unread}”像是这一名册而没有读成（见“数据问题”）。该乡镇依赖此名册的疑点已停判。请按提示写明是哪一种名单，重新运行本月。`
  const scope = township === null ? '' : '该乡镇'
  return `疑似导出不全。${scope}依赖此名册的疑点已停判（漏保、脱保、错保、补贴都可能在内，见“未判定”），以免把没导出的人误列。请核对导出条件，补齐后重新运行本月。`
}
