import { byCatalogue, isOfSubject, type NotJudged } from '../../../domain/finding.js'
import { groupBy } from '../../../domain/group.js'
import { maskIdNumbersIn } from '../../../domain/mask.js'
import { defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

interface NotJudgedRow extends Pick<NotJudged, 'rule' | 'scope' | 'reason'> {
  readonly places: readonly string[]
  readonly count: number
}

const scopes = { rule: '整条规则', township: '乡镇', person: '个人', household: '户' } as const

/** 未判定: what could not be judged and why; people and households are counted by reason. */
export default defineSheet<View, NotJudgedRow>({
  id: 'not-judged',
  position: 3,
  name: '未判定',
  layout: 'table',
  title: ({ report }) => `${report.county}未判定情况（不等于没有问题）`,
  columns: ({ report }) => {
    const titles = new Map(report.rules.map(({ rule, title }) => [rule, title]))
    return [
      { heading: '规则', width: 18, value: ({ rule }) => `${rule} ${titles.get(rule) ?? ''}` },
      { heading: '范围', width: 6, style: 'centre', value: (row) => scopes[row.scope] },
      { heading: '乡镇', width: 14, value: (row) => row.places.join('、') },
      { heading: '数量', width: 6, style: 'number', value: (row) => row.count },
      { heading: '原因', width: 45, value: (row) => maskIdNumbersIn(row.reason) },
    ]
  },
  remark: ({ report: { notJudged } }) => (notJudged.some(isOfSubject) ? '是哪些人、哪些户，见“未列明细”。' : null),
  rows: ({ report }) => grouped(report.notJudged).sort((a, b) => byCatalogue(a.rule, b.rule)),
})

function grouped(all: readonly NotJudged[]): NotJudgedRow[] {
  return [...groupBy(all, keyOf).values()].map((group) => {
    const { rule, scope, reason } = group[0] as NotJudged
    const places = scope === 'township' ? group.map(({ subject }) => subject ?? '') : []
    return { rule, scope, reason, places, count: group.length }
  })
}

function keyOf({ rule, scope, reason }: NotJudged): string {
  return [rule, scope, reason].join('\t')
}
