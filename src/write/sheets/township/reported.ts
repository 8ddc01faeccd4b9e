import { terms } from '../../../domain/terms.js'
import { numberColumn } from '../../ledger-columns.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

const emptyRows = 12

/** 来源登记: an empty form for people whom visits, the hot line or other offices report and whom no list shows; it comes back with the book. */
export default defineSheet<View, null>({
  id: 'reported',
  position: 9,
  name: '来源登记',
  layout: 'check',
  title: () => '走访、热线、信息共享线索登记表',
  columns: (): Column<null>[] => [
    { ...numberColumn, width: 2.6 },
    { heading: '来源', width: 6, style: 'centre', answer: 'report_sources' },
    { heading: terms.village, width: 7, style: 'centre', answer: 'free' },
    { heading: terms.name, width: 6, style: 'centre', answer: 'free' },
    { heading: terms['id number'], width: 11, style: 'id', answer: 'free' },
    { heading: '情况说明', width: 34, answer: 'free' },
    { heading: '反映时间', width: 7, style: 'centre', answer: 'free' },
    { heading: '登记人', width: 6, style: 'centre', answer: 'free' },
  ],
  rows: () => Array<null>(emptyRows).fill(null),
  remark: () =>
    '前面各表没有列出、而走访、热线或部门信息共享发现的困难群众登记在这里，下月列入核查表。来源、姓名、情况说明、反映时间必填；号码不清楚的可以空着。写不下的，照这个表头另建一个文件。',
})
