import { outcomeMeaning } from '../../../domain/outcome.js'
import { type RuleScore, ruleScores, yieldWords } from '../../figures.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

const fewAnswers = 10
const poorYield = 5

/** 规则成效: what each rule's questions came to; a rule that is nearly always wrong should be asked about less (domain E.2). */
export default defineSheet<ProgressView, RuleScore>({
  id: 'progress-rules',
  position: 3,
  name: '规则成效',
  layout: 'table',
  title: ({ county }) => `${county}筛查规则成效`,
  columns: (): Column<RuleScore>[] => [
    { heading: '规则', width: 4, style: 'centre', value: ({ rule }) => rule },
    { heading: '名称', width: 18, value: ({ title }) => title },
    { heading: '下发', width: 4.4, style: 'number', value: ({ asked }) => asked },
    { heading: '已核查', width: 4.4, style: 'number', value: ({ answered }) => answered },
    { heading: '属实', width: 4.4, style: 'number', value: ({ confirmed }) => confirmed },
    { heading: '不属实', width: 4.4, style: 'number', value: ({ dismissed }) => dismissed },
    {
      heading: '属实率',
      width: 4.4,
      style: 'centre',
      value: ({ yieldPercent }) => (yieldPercent === null ? '—' : `${yieldPercent}%`),
    },
    { heading: '答复用时\n(天,中位数)', width: 5.6, style: 'number', value: ({ medianDays }) => medianDays },
    { heading: '不属实的原因', width: 22, value: ({ dismissals }) => dismissals.map(inWords).join('\n') },
    { heading: '提示', width: 14, value: hint },
  ],
  rows: ({ asked }) => ruleScores(asked),
  remark: ({ asked }) => (asked.length === 0 ? null : `${yieldWords}。`),
})

function inWords(dismissal: string): string {
  const [code, times] = dismissal.split('×')
  return `${outcomeMeaning(code ?? '')} ${times} 条`
}

function hint({ yieldPercent, confirmed, dismissed }: RuleScore): string {
  if (yieldPercent === null || confirmed + dismissed < fewAnswers || yieldPercent >= poorYield) return ''
  return `属实率低于 ${poorYield}%，建议检查口径或在 doudi.yaml 中关闭`
}
