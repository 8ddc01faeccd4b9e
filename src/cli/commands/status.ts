import { inboxMonths } from '../../ingest/inbox.js'
import { type History, openHistory } from '../../track/history.js'
import type { AddCommand } from '../main.js'
import { openWorkspace } from '../workspace.js'

interface Options {
  readonly workspace: string
  readonly json?: boolean
}

type Status = Awaited<ReturnType<History['status']>>

/** `doudi status`: what the history holds, and which months of the inbox it has not seen. Reads only. */
export const statusCommand: AddCommand = (program, output, exit) => {
  program
    .command('status')
    .summary('台账里有哪些月份、多少线索和答复')
    .description('列出台账里的月份、记录数、线索数、号码待核的答复数和文件大小，以及收件目录里还没有比对的月份。只读。')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--json', '以 JSON 输出')
    .action(async (options: Options) => {
      const workspace = await openWorkspace(options.workspace, process.env)
      const history = await openHistory(workspace.state, { readOnly: true })
      try {
        const status = await history.status()
        const inbox = await inboxMonths(workspace.inbox)
        const waiting = inbox.filter((month) => !status.months.some((one) => one.month === month))
        output.data(options.json ? JSON.stringify({ ...status, waiting }, null, 2) : words(status, waiting).join('\n'))
        exit(0)
      } finally {
        history.close()
      }
    })
}

function words(status: Status, waiting: readonly string[]): string[] {
  const { file, bytes, months, cases, judgements } = status
  return [
    file === null ? '还没有台账，先运行 doudi run。' : `台账 ${file}，${(bytes / 2 ** 20).toFixed(1)} MB`,
    ...months.map(
      ({ month, records, runs, ranAt, toolVersion }) =>
        `  ${month}　${records} 条记录　比对 ${runs} 次　最近 ${ranAt.slice(0, 16).replace('T', ' ')}（UTC）　版本 ${toolVersion}`,
    ),
    ...(file === null ? [] : [`线索 ${cases} 条，号码待核的答复 ${judgements} 条。`]),
    ...(waiting.length > 0 ? [`收件目录里还没有比对的月份：${waiting.join('、')}`] : []),
  ]
}
