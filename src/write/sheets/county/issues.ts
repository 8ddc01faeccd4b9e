import { groupBy } from '../../../domain/group.js'
import { type Issue, sheetTold } from '../../../domain/issue.js'
import { issueText } from '../../../domain/messages.js'
import { severityWord } from '../../finding-text.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

interface IssueGroup {
  readonly first: Issue
  readonly rows: readonly number[]
}

/** 数据问题: what reading met, alike ones together: the first five rows and a count. The whole list is data/issues.csv. */
export default defineSheet<View, IssueGroup>({
  id: 'issues',
  position: 10,
  name: '数据问题',
  layout: 'table',
  title: ({ report }) => `${report.county}数据问题（逐条见 data/issues.csv）`,
  columns: (): Column<IssueGroup>[] => [
    { heading: '严重\n程度', width: 3, style: 'centre', value: ({ first }) => severityWord(textOf(first).severity) },
    { heading: '部门', width: 5, style: 'centre', value: ({ first }) => first.department ?? '' },
    { heading: '文件', width: 18, value: ({ first }) => first.origin.file },
    { heading: '表', width: 7, value: ({ first }) => sheetTold(first.origin) },
    { heading: '列', width: 7, value: ({ first }) => first.origin.column },
    { heading: '处数', width: 4.4, style: 'number', value: ({ rows }) => rows.length },
    { heading: '前五处\n(行号)', width: 11, value: ({ rows }) => rowsText(rows) },
    { heading: '问题（第一处）', width: 28, value: ({ first }) => textOf(first).text },
    { heading: '怎么办', width: 22, value: ({ first }) => textOf(first).hint },
  ],
  rows: ({ report }) => {
    const groups = groupBy(report.issues, ({ code, origin }) =>
      [code, origin.file, origin.sheet, origin.column].join('\t'),
    )
    return [...groups.values()].map((group) => ({
      first: group[0] as Issue,
      rows: group.map(({ origin }) => origin.row),
    }))
  },
})

function textOf({ code, facts }: Issue) {
  return issueText(code, facts)
}

function rowsText(rows: readonly number[]): string {
  const named = rows.filter((row) => row > 0).slice(0, 5)
  return `${named.join('、')}${rows.length > 5 ? '等' : ''}`
}
