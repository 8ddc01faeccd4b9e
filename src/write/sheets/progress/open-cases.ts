import { caseStates } from '../../../domain/case-state.js'
import type { LedgerCase } from '../../../track/ledger.js'
import { answerLines, explanationIn } from '../../finding-text.js'
import { caseNumberColumn, namedIdColumn, townshipVillageColumn } from '../../ledger-case-columns.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

/** 未闭环清单: what is left to do before 不漏一户、不落一人 holds (实施意见 四(四)). */
export default defineSheet<ProgressView, LedgerCase>({
  id: 'progress-open',
  position: 6,
  name: '未闭环清单',
  layout: 'table',
  title: ({ county }) => `${county}未闭环线索清单`,
  columns: ({ mask, month }): Column<LedgerCase>[] => [
    caseNumberColumn,
    townshipVillageColumn,
    { heading: '姓名', width: 4.4, style: 'centre', value: ({ named }) => named.name ?? '' },
    namedIdColumn(mask),
    { heading: '疑点', width: 26, value: (one) => `【${one.finding.rule}】${explanationIn(month, one)}` },
    { heading: '首次\n发现', width: 4.6, style: 'centre', value: ({ firstMonth }) => firstMonth },
    { heading: '下发\n次数', width: 3, style: 'number', value: ({ asked }) => asked.length },
    { heading: '状态', width: 4.4, style: 'centre', value: ({ life }) => life.state },
    {
      heading: '最后答复',
      width: 11,
      value: ({ life: { answer } }) => (answer === null ? '' : answerLines(answer, mask)),
    },
    { heading: '未闭环原因', width: 14, value: ({ life }) => life.why || caseStates[life.state] },
  ],
  rows: ({ asked }) => asked.filter(({ life }) => life.state !== '已闭环'),
})
