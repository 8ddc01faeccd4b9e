import { join } from 'node:path'
import { addMonths, isMonth, type Month } from '../../domain/month.js'
import { ToolError } from '../../domain/tool-error.js'
import { openHistory } from '../../track/history.js'
import { figures, total } from '../../write/figures.js'
import { progressFiles } from '../../write/progress-files.js'
import type { ProgressView } from '../../write/progress-view.js'
import { stageFolder } from '../../write/staged-folder.js'
import type { AddCommand } from '../main.js'
import { progressOf } from '../progress.js'
import { openWorkspace } from '../workspace.js'

interface Options {
  readonly month?: string
  readonly due?: string
  readonly workspace: string
  readonly json?: boolean
}

/** `doudi report`: the figures, the draft of the periodic report and the work ledger, from the history alone. */
export const reportCommand: AddCommand = (program, output, exit) => {
  program
    .command('report')
    .summary('情况报告、统计表、工作台账')
    .description(
      '按台账汇总当年截至某月的核查情况，把情况报告（Word 草稿）、情况统计、工作台账写到 out/报告/<月份>/。' +
        '定期报告用 --due 6、--due 9、--due 12：分别截至当年 5 月、8 月、11 月，供 6 月 5 日、9 月 5 日、12 月 5 日前上报。',
    )
    .option('-m, --month <YYYY-MM>', '截至哪个月；不写则为台账里最近的月份')
    .option('--due <月>', '定期报告：6、9 或 12')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--json', '把各项指标以 JSON 写到标准输出')
    .action(async (options: Options) => {
      const workspace = await openWorkspace(options.workspace, process.env)
      const history = await openHistory(workspace.state, { readOnly: true })
      try {
        const months = (await history.months()).map(({ month }) => month)
        const month = reportedMonth(options, months)
        const view = await progressOf(workspace, history, month)
        const folder = join(workspace.out, '报告', month)
        const staged = await stageFolder(folder, progressFiles(view))
        await staged.publish()
        if (options.json) output.data(JSON.stringify(figuresJson(view), null, 2))
        output.say(`统计期 ${view.from} 至 ${month}：下发 ${view.asked.length} 条。`)
        output.say(`已写到 ${folder}：${staged.paths.join('、')}`)
        exit(0)
      } finally {
        history.close()
      }
    })
}

const dueMonths = ['6', '9', '12']

function reportedMonth({ month, due }: Options, months: readonly Month[]): Month {
  const last = months.at(-1)
  if (last === undefined) throw new ToolError('no-months')
  if (month !== undefined && !isMonth(month)) throw new ToolError('bad-month', { text: month })
  if (due !== undefined && !dueMonths.includes(due)) throw new ToolError('bad-due', { text: due })
  const reported = due === undefined ? (month ?? last) : beforeDue(due, month ?? last)
  const [first] = months as [Month]
  if (reported < first || reported > last) throw new ToolError('month-not-published', { month: reported })
  return reported
}

// The report due in December tells of the months up to November: of that year, or asked for in January of the year before.
function beforeDue(due: string, month: Month): Month {
  const ofYear = addMonths(`${month.slice(0, 4)}-${due.padStart(2, '0')}`, -1)
  return ofYear > addMonths(month, 1) ? addMonths(ofYear, -12) : ofYear
}

function figuresJson(view: ProgressView): Record<string, unknown> {
  const { from, month, asked } = view
  return { from, month, figures: Object.fromEntries(figures.map((one) => [one.id, total(one, asked, month)])) }
}
