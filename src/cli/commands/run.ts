import { type Month, monthsBetween } from '../../domain/month.js'
import { ToolError } from '../../domain/tool-error.js'
import { besideMonths } from '../../ingest/inbox.js'
import { isComplete, type RunResult } from '../../reconcile.js'
import type { HistoryReader } from '../../track/history.js'
import type { AddCommand } from '../main.js'
import type { Output } from '../output.js'
import { publishedMonths } from '../published-months.js'
import { type RunOptions, reconcileMonth, wantedMonth } from '../reconcile-month.js'
import { summaryJson, summaryLines } from '../run-summary.js'
import { countyToName } from '../templates.js'
import { openWorkspace, settingsName, type Workspace } from '../workspace.js'

interface Options {
  readonly month?: string
  readonly workspace: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `doudi run`: one month, from the departments' files to the townships' check sheets. */
export const runCommand: AddCommand = (program, output, exit) => {
  program
    .command('run')
    .summary('比对一个月')
    .description(
      '读取 inbox/<月份>/ 里的全部报送文件，比对、筛查，把核查表写到 out/<月份>/。同一个月可以重复运行，后一次代替前一次。',
    )
    .option('-m, --month <YYYY-MM>', '所属期；不写则取 inbox 里最新的月份')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--dry-run', '只试算：不写台账、不写任何文件')
    .option('--json', '把结果摘要以 JSON 写到标准输出')
    .action(async (options: Options) => {
      const workspace = await openWorkspace(options.workspace, process.env)
      const month = await wantedMonth(workspace, options.month)
      const dryRun = options.dryRun ?? false
      const onHistory = async (history: HistoryReader) => {
        await refuseLost(history, workspace)
        if (options.month === undefined) await refuseLeap(history, month)
        await refusePurged(history, month)
      }
      const result = await runMonth(workspace, month, output, { dryRun, onHistory })
      if (options.json) output.data(JSON.stringify(summaryJson(result), null, 2))
      exit(isComplete(result) ? 0 : 1)
    })
}

// Begun anew, the history would give the numbers of old cases to other people, and ask again what was answered.
async function refuseLost(history: HistoryReader, { state, out }: Workspace): Promise<void> {
  const published = await publishedMonths(out)
  if (published.length === 0 || (await history.months()).length > 0) return
  throw new ToolError('history-lost', { folder: state, out, months: published.reverse().join('、') })
}

// A folder misnamed by years would become the newest month of the history for good, and every month to come an old one.
async function refuseLeap(history: HistoryReader, month: Month): Promise<void> {
  const last = (await history.months()).at(-1)?.month
  if (last !== undefined && monthsBetween(last, month) > 12) throw new ToolError('month-far-ahead', { month, last })
}

// Run again without what was known then, it would say otherwise than its books, and take up again whom the purge was to forget.
async function refusePurged(history: HistoryReader, month: Month): Promise<void> {
  const first = await history.purgedBefore()
  // The first month that is left has lost the month it was compared with.
  if (first === null || month > first) return
  throw new ToolError('month-purged', { month, first })
}

/** Runs one month of the workspace and says on `output` how it went. Throws ToolError when nothing could be done. */
export async function runMonth(
  workspace: Workspace,
  month: Month,
  output: Output,
  options: RunOptions,
): Promise<RunResult> {
  const result = await reconcileMonth(workspace, month, output, options)
  for (const line of summaryLines(result)) output.say(line)
  const beside = await besideMonths(workspace.inbox)
  if (beside.length > 0) {
    output.say(`收件目录里还有 ${named(beside)}，没有读：只读以月份命名的文件夹（如 ${month}）。`)
    output.say('  办法：是部门报送的，请移进该月的文件夹（或把文件夹改成这样的名字）后重新运行；不是的，不用处理。')
  }
  if (workspace.settings.county === countyToName) {
    output.say(`${settingsName} 的 county 还是“${countyToName}”，没有改成本县的名称，各表的标题都这样印。`)
    output.say(`  办法：请在 ${settingsName} 的 county 后面填上县名，再重新运行。`)
  }
  return result
}

function named(names: readonly string[]): string {
  return `${names.slice(0, 5).join('、')}${names.length > 5 ? `等 ${names.length} 项` : ''}`
}
