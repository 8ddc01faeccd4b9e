import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { groupBy } from '../../domain/group.js'
import type { Issue } from '../../domain/issue.js'
import { issueText } from '../../domain/messages.js'
import { isMonth, type Month, monthOf } from '../../domain/month.js'
import { ToolError } from '../../domain/tool-error.js'
import { editDistance } from '../../ingest/heading.js'
import { type InboxFile, monthFiles } from '../../ingest/inbox.js'
import { ingest, unreadable } from '../../ingest/ingest.js'
import { columnsEntry, type Inspection, inspectFile, type SheetInspection } from '../../ingest/inspection.js'
import { olderMonthCodes } from '../../ingest/older-months.js'
import { sources } from '../../ingest/sources/all.js'
import { changeLines, type ExportChange, type ExportSide, exportChange } from '../inspection-changes.js'
import { inspectionLines, olderMonthLines, overviewLines } from '../inspection-words.js'
import type { AddCommand } from '../main.js'
import { namedFiles } from '../named-files.js'
import type { Output } from '../output.js'
import { savedColumns } from '../settings-file.js'
import { today } from '../today.js'
import { hasWorkspace, openWorkspace, settingsName, type Workspace } from '../workspace.js'
import { readText } from '../workspace-text.js'

interface Options {
  readonly workspace: string
  readonly against?: string
  readonly save?: boolean
  readonly json?: boolean
}

/** `doudi inspect`: what doudi sees in files, before anything is run. */
export const inspectCommand: AddCommand = (program, output, exit) => {
  program
    .command('inspect')
    .summary('查看文件：格式、表头、认成哪个名册、坏号码')
    .description('逐个查看文件，不写任何结果。号码和姓名都已遮挡。某部门换了导出格式时先用它看一眼。')
    .argument('<文件...>', '要查看的文件，或文件夹，或带 * 的文件名')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--against <YYYY-MM>', '与该月收件目录里同一名册相比：列的增减、改名、换位，各乡镇记录数')
    .option('--save', '把缺列的最近候选、没有认出的号码列、状态列等写进 doudi.yaml 的 columns')
    .option('--json', '以 JSON 输出')
    .action(async (files: string[], options: Options) => {
      const wanted = options.save || options.against !== undefined || (await hasWorkspace(options.workspace))
      const workspace = wanted ? await openWorkspace(options.workspace, process.env) : null
      exit(await inspectAll(files, workspace, options, output))
    })
}

async function inspectAll(
  files: readonly string[],
  workspace: Workspace | null,
  options: Options,
  output: Output,
): Promise<0 | 1 | 2> {
  const { against } = options
  if (against !== undefined && !isMonth(against)) throw new ToolError('bad-month', { text: against })
  const named = await namedFiles(files)
  if (named.length === 0) throw new ToolError('nothing-to-inspect')
  const earlier = workspace && against !== undefined ? await sheetsOf(workspace, against) : null
  const seen: Inspected[] = []
  const unread: string[] = []
  for (const file of named) {
    const inspection = await look(file, workspace, output.say)
    if (inspection === null) {
      unread.push(file.name)
      continue
    }
    const compared = workspace && earlier ? await comparisons(file, inspection, workspace, earlier) : []
    seen.push(earlier ? { ...inspection, compared } : inspection)
    if (options.json) continue
    for (const line of inspectionLines(inspection)) output.data(line)
    for (const { change } of compared) for (const line of changeLines(change, against ?? '')) output.data(line)
  }
  const older = workspace ? await olderMonthIssues(named, seen, workspace) : []
  if (options.json)
    output.data(
      JSON.stringify(
        seen.map((one) => withIssues(one, older)),
        null,
        2,
      ),
    )
  else for (const line of [...overviewLines(seen, unread), ...olderMonthLines(older)]) output.data(line)
  if (options.save && workspace) await save(seen, workspace, output)
  if (seen.length === 0) return 2
  return unread.length === 0 && seen.every((one) => one.sheets.some((sheet) => sheet.state === 'recognised')) ? 0 : 1
}

async function look(
  file: InboxFile,
  workspace: Workspace | null,
  say: (line: string) => void,
): Promise<Inspection | null> {
  const settings = workspace?.settings ?? { files: [], lists: [], columns: {} }
  try {
    return await inspectFile(file, { settings, month: monthNear(file), passwords: workspace?.keys.incoming ?? [] })
  } catch (cause) {
    const { code, facts } = unreadable(file.name, cause)
    const { text, hint } = issueText(code, facts)
    say(`■ ${file.name}：${text}${hint}`)
    return null
  }
}

// What a run would make of sheets of several months of one programme; only the files together show it.
async function olderMonthIssues(
  files: readonly InboxFile[],
  seen: readonly Inspected[],
  workspace: Workspace,
): Promise<readonly Issue[]> {
  const months = groupBy(
    seen.flatMap(({ sheets }) => sheets).filter(({ state, dataMonth }) => state === 'recognised' && dataMonth !== null),
    ({ source }) => sources.find(({ id }) => id === source?.id)?.feeds[0],
  )
  if ([...months.values()].every((own) => new Set(own.map(({ dataMonth }) => dataMonth)).size < 2)) return []
  const issues: Issue[] = []
  for (const [month, own] of groupBy(files, monthNear)) {
    const read = await ingest({ ...workspace, files: own, month, passwords: workspace.keys.incoming })
    issues.push(...read.issues.filter(({ code }) => olderMonthCodes.includes(code)))
  }
  return issues
}

function withIssues(one: Inspected, found: readonly Issue[]): Inspected {
  return { ...one, issues: [...one.issues, ...found.filter(({ origin }) => origin.file === one.file)] }
}

// A file in a month's folder is of that month; elsewhere today's month serves to read a bare “11月”.
function monthNear({ path }: InboxFile): Month {
  const folder = basename(dirname(path))
  return isMonth(folder) ? folder : monthOf(today())
}

/** What one file is like and, where another month was asked for, how each of its rosters differs from that month's. */
interface Inspected extends Inspection {
  readonly compared?: readonly Compared[]
}

/** null: the month has no file of the roster. */
interface Compared {
  readonly sheet: string
  readonly change: ExportChange | null
}

/** A sheet and the file that it stands in. */
interface SheetOfFile {
  readonly file: InboxFile
  readonly sheet: SheetInspection
}

async function sheetsOf(workspace: Workspace, month: Month): Promise<readonly SheetOfFile[]> {
  const { files } = await monthFiles(workspace.inbox, month)
  const sheets: SheetOfFile[] = []
  for (const file of files) {
    // A file of that month that cannot be read has been told of then.
    const seen = await look(file, workspace, () => {})
    for (const sheet of seen?.sheets ?? []) sheets.push({ file, sheet })
  }
  return sheets
}

async function comparisons(
  file: InboxFile,
  { sheets }: Inspection,
  workspace: Workspace,
  earlier: readonly SheetOfFile[],
): Promise<Compared[]> {
  const compared: Compared[] = []
  for (const sheet of sheets) {
    const { source } = sheet
    if (source === null) continue
    const before = nearest(
      { file, sheet },
      earlier.filter((other) => other.sheet.source?.id === source.id),
    )
    const change = before
      ? exportChange(await side(before.file, before.sheet, workspace), await side(file, sheet, workspace))
      : null
    compared.push({ sheet: sheet.sheet, change })
  }
  return compared
}

// A roster may come in several files (风险未消除, 风险已消除): each is compared with the one whose names of file and sheet are most like its own.
function nearest(one: SheetOfFile, among: readonly SheetOfFile[]): SheetOfFile | undefined {
  const named = ({ file, sheet }: SheetOfFile) => `${file.name}\n${sheet.sheet}`
  const byDistance = among.map((other) => ({ other, away: editDistance(named(one), named(other)) }))
  return byDistance.sort((a, b) => a.away - b.away)[0]?.other
}

async function side(file: InboxFile, sheet: SheetInspection, workspace: Workspace): Promise<ExportSide> {
  const month = sheet.dataMonth ?? ''
  const { deliveries } = await ingest({ ...workspace, files: [file], month, passwords: workspace.keys.incoming })
  return { sheet, byTownship: deliveries.find((delivery) => delivery.sheet === sheet.sheet)?.byTownship ?? {} }
}

async function save(seen: readonly Inspection[], workspace: Workspace, output: Output): Promise<void> {
  const entries = seen.flatMap(({ sheets }) =>
    sheets.map((sheet) => columnsEntry(sheet)).filter((entry) => entry !== null),
  )
  if (entries.length === 0) {
    output.say('没有需要写入的列。')
    return
  }
  const path = join(workspace.folder, settingsName)
  const text = savedColumns(await readText(path, settingsName), entries)
  // Whole or not at all, as everything else that is written.
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  for (const entry of entries)
    for (const [source, fields] of Object.entries(entry))
      for (const [field, heading] of Object.entries(fields))
        output.say(`已写入 ${settingsName}：${source} 的 ${field} 取“${heading}”列。请核对。`)
}
