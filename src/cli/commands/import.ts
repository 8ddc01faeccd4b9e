import { basename, dirname, join } from 'node:path'
import { type Issue, issueAt, placeWords } from '../../domain/issue.js'
import { issueText } from '../../domain/messages.js'
import { ToolError } from '../../domain/tool-error.js'
import { openWorkbook } from '../../ingest/formats/open.js'
import { hashOf } from '../../ingest/inbox.js'
import { unreadable } from '../../ingest/ingest.js'
import { readReturned } from '../../track/answers/returned-book.js'
import { type ReturnedFileRead, type Taken, takeAnswers } from '../../track/answers/take-answers.js'
import { openHistory } from '../../track/history.js'
import { goingBack, returnedBooks, returnedFolder } from '../../write/returned-books.js'
import { type Staged, stageFolder } from '../../write/staged-folder.js'
import { exists } from '../exists.js'
import { importJson, importLines, issueLines } from '../import-summary.js'
import type { AddCommand } from '../main.js'
import { namedFiles } from '../named-files.js'
import { publishedQuestions } from '../published-questions.js'
import { today } from '../today.js'
import { openWorkspace, type Workspace } from '../workspace.js'

interface Options {
  readonly workspace: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `doudi import`: takes returned check sheets, identity sheets and reported cases into the history, and writes the books that go back. */
export const importCommand: AddCommand = (program, output, exit) => {
  program
    .command('import')
    .summary('导入乡镇回填的核查表')
    .description(
      '读取乡镇回填的核查表、退回补核簿、“号码待核”表和来源登记表（Excel、WPS 另存的 .xlsx、.xls、.csv 都可以，排过序、筛选过、删过行、移过列也可以），' +
        '按行标识、线索编号、内容认行，只取填写栏，把结论记入台账。不能用的和相互矛盾的按乡镇写到 out/退回补核/。同一文件重复导入不会重复记。',
    )
    .argument('<文件...>', '回填后的核查表，或放它们的文件夹，或带 * 的文件名')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--dry-run', '只试读：不写台账，不写退回补核簿')
    .option('--json', '把结果摘要以 JSON 写到标准输出')
    .action(async (paths: string[], options: Options) => {
      const workspace = await openWorkspace(options.workspace, process.env)
      const { files, faults, open } = await readAll(paths, workspace)
      if (files.length + faults.length === 0) throw new ToolError('no-file-to-import', { paths: paths.join('、') })
      if (files.every(({ book }) => book.sheets.length === 0))
        throw nothingToImport([...faults, ...files.flatMap(({ book }) => book.problems)])
      const others = files.filter(({ book }) => book.sheets.length === 0 && book.problems.length === 0)
      const { taken, waiting, folder } = await take(files, workspace, options.dryRun ?? false)
      const issues = [
        ...faults,
        ...open.map((file) => issueAt({ file }, 'book-open')),
        // Given among real answers, a file of another kind would otherwise pass for one that was taken.
        ...others.map(({ book: { file } }) => issueAt({ file }, 'no-check-sheet')),
        ...taken.problems,
        ...taken.identity.conflicts,
        ...taken.identity.changes,
        ...taken.cases.issues,
        ...taken.inspections.issues,
      ]
      if (options.dryRun) output.say('以下是试读：正式导入时会这样记、这样退，现在什么都没有写。')
      for (const line of importLines(taken, { files: files.length + faults.length, waiting, folder })) output.say(line)
      for (const line of issueLines(issues)) output.say(line)
      output.say(lastLine(taken, options.dryRun ?? false))
      if (options.json) output.data(JSON.stringify(importJson(taken, issues, files.length + faults.length), null, 2))
      exit(issues.some(({ code }) => issueText(code, {}).severity !== 'note') ? 1 : 0)
    })
}

function lastLine({ cases, identity, inspections, opened }: Taken, dryRun: boolean): string {
  if (dryRun) return '试读完成，没有写台账。'
  const waits = [cases.drafts, identity.proposed, inspections.drafts, opened].some(({ length }) => length > 0)
  const when = [
    ...(waits ? ['下一个月比对时生效'] : []),
    ...(identity.added.length > 0 ? ['“号码待核”的答复重跑最新的一个月就用上'] : []),
  ]
  return when.length > 0 ? `已记入台账，${when.join('；')}。` : '没有新的答复要记，台账里的线索没有变动。'
}

async function readAll(
  paths: readonly string[],
  { keys, towns }: Workspace,
): Promise<{ readonly files: ReturnedFileRead[]; readonly faults: Issue[]; readonly open: string[] }> {
  const passwords = [...keys.incoming, ...towns.townships.flatMap((township) => keys.passwordFor(township) ?? [])]
  const files: ReturnedFileRead[] = []
  const faults: Issue[] = []
  const open: string[] = []
  for (const { path, name: file } of await namedFiles(paths)) {
    // What Excel and WPS keep beside a book for as long as somebody has it open.
    if (await exists(join(dirname(path), `~$${basename(path)}`))) open.push(file)
    try {
      const workbook = await openWorkbook(path, { passwords })
      try {
        files.push({ sha256: await hashOf(path), book: await readReturned(file, workbook) })
      } finally {
        await workbook.close()
      }
    } catch (cause) {
      faults.push(unreadable(file, cause))
    }
  }
  return { files, faults, open }
}

function nothingToImport(faults: readonly Issue[]): ToolError {
  const words = faults.map(({ code, facts, origin }) => {
    const { text, hint } = issueText(code, facts)
    return `${placeWords(origin)}：${text}${hint}`
  })
  return new ToolError('nothing-to-import', { faults: words.slice(0, 3).join(' ') })
}

interface Imported {
  readonly taken: Taken
  /** Cases that go back to the townships. */
  readonly waiting: number
  /** Where their books are; null in a dry run. */
  readonly folder: string | null
}

// The books that go back are written inside the transaction, beside their place, and take it once the history is committed.
async function take(files: readonly ReturnedFileRead[], workspace: Workspace, dryRun: boolean): Promise<Imported> {
  const { state, out, towns, settings, keys } = workspace
  const folder = returnedFolder(out)
  // Without a month that was run there is nothing to answer, and nothing to create.
  const history = await openHistory(state, { create: false })
  let staged: Staged | null = null
  try {
    const now = new Date()
    const ground = { today: today(now), readAt: now.toISOString(), towns, findQuestion: publishedQuestions(out) }
    const { taken, published } = await takeAnswers(
      history,
      files,
      ground,
      async (ledger, month) => {
        const waiting = goingBack(ledger).length
        if (dryRun) return waiting
        const { townships } = towns
        const books = returnedBooks({ ledger, month, townships, mask: settings.mask, passwordFor: keys.passwordFor })
        staged = await stageFolder(folder, books)
        return waiting
      },
      { dryRun },
    )
    await (staged as Staged | null)?.publish()
    return { taken, waiting: published, folder: dryRun ? null : folder }
  } catch (error) {
    await (staged as Staged | null)?.discard()
    throw error
  } finally {
    history.close()
  }
}
