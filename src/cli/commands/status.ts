import { booksDue, clockTime, type Deadline, nextDeadlines } from '../../domain/calendar.js'
import { type Day, daysBetween, type Month } from '../../domain/month.js'
import { inboxMonths } from '../../ingest/inbox.js'
import { type History, openHistory } from '../../track/history.js'
import type { LedgerCase } from '../../track/ledger.js'
import { askedSince, type FigureId, figureOf, total } from '../../write/figures.js'
import { byTownship, type ProgressView } from '../../write/progress-view.js'
import type { AddCommand } from '../main.js'
import { megabytes } from '../megabytes.js'
import { progressOf } from '../progress.js'
import { today } from '../today.js'
import { openWorkspace } from '../workspace.js'

interface Options {
  readonly workspace: string
  readonly json?: boolean
}

type HistoryStatus = Awaited<ReturnType<History['status']>>

interface TownshipStatus {
  readonly township: string
  readonly asked: number
  readonly answered: number
  readonly unanswered: number
  /** Those of `unanswered` that had been answered and were asked anew; they count in `answered` too. */
  readonly askedAgain: number
  /** Closed without an answer: the rosters no longer show it. */
  readonly cleared: number
  readonly overdue: number
  readonly sentBack: number
  readonly underWay: number
  readonly files: number
  /** Those of `files` in which nothing was filled in. */
  readonly blankFiles: number
}

interface Status extends HistoryStatus {
  /** Months of the inbox that were not run; not those that a purge took. */
  readonly waiting: readonly Month[]
  readonly townships: readonly TownshipStatus[]
  /** The day by which the books of the latest month are due, or null. */
  readonly booksDue: Day | null
  readonly next: readonly (Deadline & { readonly on: Day })[]
}

/** `doudi status`: who owes what, what is due next, and the state of the history. Reads only. */
export const statusCommand: AddCommand = (program, output, exit) => {
  program
    .command('status')
    .summary('各乡镇欠答情况、下一个时间节点、台账状态')
    .description(
      '列出各乡镇下发、已核、未答、逾期、退回的条数和交回的文件数，县里接下来的时间节点，台账里的月份和文件大小，以及收件目录里还没有比对的月份。只读。',
    )
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--json', '以 JSON 输出')
    .action(async (options: Options) => {
      const workspace = await openWorkspace(options.workspace, process.env)
      const history = await openHistory(workspace.state, { readOnly: true })
      try {
        const own = await history.status()
        const inbox = await inboxMonths(workspace.inbox)
        const first = await history.purgedBefore()
        const last = own.months.at(-1)?.month ?? null
        const view = last === null ? null : await progressOf(workspace, history, last)
        const status: Status = {
          ...own,
          waiting: inbox.filter(
            (month) => !own.months.some((one) => one.month === month) && (first === null || month > first),
          ),
          townships: view === null ? [] : townshipStatus(view, today()),
          booksDue: view === null ? null : booksDue(view.month, view.dueDay),
          next: nextDeadlines(today(), 3),
        }
        output.data(options.json ? JSON.stringify(status, null, 2) : words(status, today()).join('\n'))
        exit(0)
      } finally {
        history.close()
      }
    })
}

function townshipStatus(view: ProgressView, now: Day): TownshipStatus[] {
  // Whose day is over by now; the reports count by the end of their month.
  const isOverdue = (one: LedgerCase) => {
    const since = askedSince(one)
    return since !== null && booksDue(since, view.dueDay) < now
  }
  return [...byTownship(view)].map(([township, cases]) => {
    const of = (id: FigureId) => total(figureOf(id), cases, view.month)
    const files = view.returned.filter(({ units }) => units.includes(township))
    return {
      township,
      asked: of('asked'),
      answered: of('answered'),
      unanswered: of('unanswered'),
      askedAgain: of('asked-again'),
      cleared: of('cleared'),
      overdue: cases.filter(isOverdue).length,
      sentBack: of('sent-back'),
      underWay: of('under-way'),
      files: files.length,
      blankFiles: files.filter(({ answers }) => answers === 0).length,
    }
  })
}

function words(status: Status, now: Day): string[] {
  const { file, bytes, months, cases, judgements, waiting, townships, booksDue, next } = status
  return [
    file === null ? '还没有台账，先运行 doudi run。' : `台账 ${file}，${megabytes(bytes)}`,
    ...months.map(
      ({ month, records, runs, ranAt, toolVersion }) =>
        `  ${month}　${records} 条记录　比对 ${runs} 次　最近 ${clockTime(ranAt)}　版本 ${toolVersion}`,
    ),
    ...(file === null ? [] : [`线索 ${cases} 条，号码待核的答复 ${judgements} 条。`]),
    ...(townships.length > 0 ? ['各乡镇（本年）：', ...townships.map(townshipLine)] : []),
    ...(booksDue === null ? [] : [`最近一个月的核查表应于 ${booksDue} 前交回${booksDue < now ? '，已过期' : ''}。`]),
    ...(waiting.length > 0 ? [`收件目录里还没有比对的月份：${waiting.join('、')}`] : []),
    '接下来：',
    ...next.map(({ on, what, clause }) => `  ${on}（还有 ${daysBetween(now, on)} 天）　${what}（实施意见 ${clause}）`),
  ]
}

function townshipLine({
  township,
  asked,
  answered,
  unanswered,
  askedAgain,
  cleared,
  overdue,
  sentBack,
  underWay,
  files,
  blankFiles,
}: TownshipStatus): string {
  if (asked === 0) return `  ${township}　没有下发`
  const parts = [
    `下发 ${asked}`,
    `已核 ${answered}${among([['办理中', underWay]])}`,
    `未答 ${unanswered}${among([
      ['逾期', overdue],
      ['退回补核', sentBack],
      ['已核后再问', askedAgain],
    ])}`,
    ...(cleared > 0 ? [`未答而自行消除 ${cleared}`] : []),
    `交回文件 ${files} 个${blankFiles > 0 ? `（其中 ${blankFiles} 个什么都没有填）` : ''}`,
  ]
  return `  ${township}　${parts.join('　')}`
}

// What a number holds among others; parts of it may overlap (what went back is overdue, too).
function among(named: readonly (readonly [string, number])[]): string {
  const held = named.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
  return held.length === 0 ? '' : `（其中${held.join('、')}）`
}
