import type { Command } from 'commander'
import { isMonth } from '../../domain/month.js'
import { ToolError } from '../../domain/tool-error.js'
import { openHistory } from '../../track/history.js'
import { backUpHistory, type Purge, purgeHistory } from '../../track/upkeep.js'
import type { AddCommand } from '../main.js'
import { megabytes } from '../megabytes.js'
import type { Output } from '../output.js'
import { openWorkspace } from '../workspace.js'

interface Options {
  readonly workspace: string
  readonly before?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `doudi history check|backup|purge`: looks after the county's memory. */
export const historyCommand: AddCommand = (program, output, exit) => {
  const history = program
    .command('history')
    .summary('检查、备份、清理历史库')
    .description('历史库（state/history.duckdb）存着各月名册、线索、答复和判断，丢了就要从头再问。')
  add(history, 'check', '检查历史库是否完整', '逐项核对月份、记录、线索、办理轨迹的哈希链；只读，不改动。').action(
    async (options: Options) => exit((await check(options, output)) ? 0 : 1),
  )
  add(
    history,
    'backup',
    '把历史库另存一份',
    '备份写在指定的文件里（0600），不覆盖已有文件。备份和历史库一样含个人信息。',
  )
    .argument('<文件>', '备份写到哪里')
    .action(async (file: string, options: Options) => {
      const { state } = await openWorkspace(options.workspace, process.env)
      const backup = await backUpHistory(state, file)
      if (options.json) output.data(JSON.stringify(backup, null, 2))
      output.say(`已备份到 ${backup.file}，${megabytes(backup.bytes)}。`)
      exit(0)
    })
  add(
    history,
    'purge',
    '删除早于某月的个人数据',
    '删除早于该月的名册记录和已闭环的线索；未闭环的线索、号码判断保留。删除后不能恢复，旧月份不能再重新出表，请先备份。',
  )
    .requiredOption('--before <YYYY-MM>', '早于该月的删除')
    .option('--dry-run', '只看会删多少，不删')
    .action(async (options: Options) => {
      for (const line of purgeWords(await purge(options, output), options.dryRun ?? false)) output.say(line)
      exit(0)
    })
}

function add(history: Command, name: string, summary: string, description: string): Command {
  return history
    .command(name)
    .summary(summary)
    .description(description)
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--json', '把结果以 JSON 写到标准输出')
}

async function check({ workspace, json }: Options, output: Output): Promise<boolean> {
  const { state } = await openWorkspace(workspace, process.env)
  const history = await openHistory(state, { readOnly: true })
  try {
    // Of one that is lost or was looked for in the wrong place it must not be said that it is whole.
    if ((await history.status()).file === null) throw new ToolError('no-history', { folder: state })
    const problems = await history.check()
    if (json) output.data(JSON.stringify(problems, null, 2))
    if (problems.length === 0) output.say('历史库完整：月份、记录、线索和办理轨迹都对得上。')
    for (const { text } of problems) output.say(`有问题：${text}`)
    if (problems.length > 0)
      output.say('办法：用最近一份完好的备份替换历史库，再把其后的月份和回填文件依次重新运行、导入。')
    return problems.length === 0
  } finally {
    history.close()
  }
}

async function purge({ workspace, before = '', dryRun = false, json }: Options, output: Output): Promise<Purge> {
  if (!isMonth(before)) throw new ToolError('bad-month', { text: before })
  const { state } = await openWorkspace(workspace, process.env)
  const result = await purgeHistory(state, before, { dryRun })
  if (json) output.data(JSON.stringify(result, null, 2))
  return result
}

function purgeWords({ months, cases, keptCases, bytesBefore, bytesAfter }: Purge, dryRun: boolean): string[] {
  const verb = dryRun ? '将删除' : '已删除'
  const which = months.length > 1 ? `${months[0]} 至 ${months.at(-1)}` : months[0]
  return [
    `${verb} ${months.length} 个月的名册记录${which === undefined ? '' : `（${which}）`}，已闭环线索 ${cases} 条；保留线索 ${keptCases} 条。`,
    ...(dryRun ? [] : [`历史库由 ${megabytes(bytesBefore)} 变为 ${megabytes(bytesAfter)}。`]),
    '升级前的备份（state/*.backup.duckdb）和另存的备份不在清理之列，过了保留期请自行删除。',
  ]
}
