import { compareText } from '../../../domain/compare-text.js'
import { sheetTold } from '../../../domain/issue.js'
import { type DamageRow, damageRows } from '../../damage-cost.js'
import { lines } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

type Row = DamageRow | Total

interface Total extends Omit<DamageRow, 'department' | 'setToText' | 'source' | 'sheet' | 'field'> {
  readonly department: '合计'
  readonly sheet: ''
  readonly setToText: null
}

/** 号码损坏: what became of the ids of every column of every file, which columns to set to 文本, and what it cost this month. */
export default defineSheet<View, Row>({
  id: 'damage',
  position: 9,
  name: '号码损坏',
  layout: 'table',
  title: ({ report }) => `${report.county}各部门名册号码损坏情况`,
  columns: (): Column<Row>[] => [
    { heading: '部门', width: 4.6, style: 'centre', value: ({ department }) => department },
    { heading: '文件', width: 18, value: ({ file }) => file },
    { heading: '表', width: 6, value: sheetTold },
    { heading: '列', width: 8, value: ({ column }) => columnWords(column) },
    count('有号', ({ filled }) => filled),
    count('完好', ({ intact }) => intact),
    count('已复原', ({ repaired }) => repaired),
    { heading: '复原方式\n(处数)', width: 9, value: ({ repairs }) => kinds(repairs) },
    count('损坏', ({ damaged }) => damaged),
    { heading: '损坏情形\n(处数)', width: 8, value: ({ damage }) => kinds(damage) },
    count('缺号', ({ absent }) => absent),
    { heading: '该列须设\n为“文本”', width: 5, style: 'centre', value: ({ setToText }) => textWord(setToText) },
    { heading: '因此暂缓\n漏保(件)', width: 5, style: 'number', value: ({ withheld }) => withheld },
    { heading: '涉及号码\n待核(条)', width: 5, style: 'number', value: ({ questions }) => questions },
  ],
  rows: ({ report }) => {
    const rows = damageRows(report)
    return rows.length === 0 ? [] : [...rows, totalOf(rows)]
  },
  emphasis: (row) => (row.department === '合计' ? 'total' : null),
})

function count(heading: string, of: (row: Row) => number): Column<Row> {
  return { heading, width: 3.6, style: 'number', value: of }
}

function kinds(counts: Readonly<Record<string, number>>): string {
  return lines(
    Object.entries(counts)
      .sort(([a, n], [b, m]) => m - n || compareText(a, b))
      .map(([kind, n]) => `${kind} ${n}`),
  )
}

// Wide tables have a column for each member.
function columnWords(column: string): string {
  const headings = column.split('、')
  return headings.length <= 2 ? headings.join('、') : `${headings[0]} 等 ${headings.length} 列`
}

function textWord(setToText: boolean | null): string {
  return setToText === null ? '' : setToText ? '是' : '否'
}

// No sum of the two costs: a case that two files hold up stands in both lines.
function totalOf(rows: readonly DamageRow[]): Total {
  const sum = (of: (row: DamageRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    department: '合计',
    file: '（一件涉及多个文件的，各计一次，右两列不合计）',
    sheet: '',
    column: '',
    filled: sum(({ filled }) => filled),
    intact: sum(({ intact }) => intact),
    repaired: sum(({ repaired }) => repaired),
    repairs: {},
    damaged: sum(({ damaged }) => damaged),
    damage: {},
    absent: sum(({ absent }) => absent),
    setToText: null,
    withheld: null,
    questions: null,
  }
}
