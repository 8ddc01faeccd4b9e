import { basename, resolve } from 'node:path'
import type { Issue } from '../../domain/issue.js'
import { issueText } from '../../domain/messages.js'
import { ToolError } from '../../domain/tool-error.js'
import { openWorkbook } from '../../ingest/formats/open.js'
import { unreadable } from '../../ingest/ingest.js'
import { openHistory } from '../../track/history.js'
import { type AnswerPlan, planAnswers } from '../answer-plan.js'
import { type ReturnedAnswers, readIdentityAnswers } from '../identity-answers.js'
import type { AddCommand } from '../main.js'
import type { Output } from '../output.js'
import { publishedQuestions } from '../published-questions.js'
import { openWorkspace, type Workspace } from '../workspace.js'

interface Options {
  readonly workspace: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `doudi import`: takes the answers of returned identity sheets (号码待核) into the history. */
export const importCommand: AddCommand = (program, output, exit) => {
  program
    .command('import')
    .summary('导入回填的“号码待核”表')
    .description(
      '读取县级总表或乡镇核查表里回填的“号码待核”表（Excel、WPS 另存的 .xlsx、.xls、.csv 都可以，排序、筛选过也可以），' +
        '把“同一人、非同一人、不确定”记入台账，下次比对时生效，答过的不再问。同一文件重复导入不会重复记。其他核查表的导入尚未提供。',
    )
    .argument('<文件...>', '回填后的核查表')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--dry-run', '只试读：不写台账')
    .option('--json', '把结果摘要以 JSON 写到标准输出')
    .action(async (files: string[], options: Options) => {
      const workspace = await openWorkspace(options.workspace, process.env)
      const returned = await readAll(files, workspace)
      if (returned.every(({ sheets }) => sheets === 0)) throw nothingToImport(returned)
      const plan = await remember(returned, workspace, options.dryRun ?? false)
      const problems = [...returned.flatMap((one) => one.problems), ...plan.conflicts]
      for (const line of summaryLines(returned, plan, options.dryRun ?? false)) output.say(line)
      sayProblems(problems, output)
      if (options.json) output.data(JSON.stringify(summary(returned, plan), null, 2))
      exit(problems.length > 0 ? 1 : 0)
    })
}

type Returned = ReturnedAnswers & { readonly file: string }

async function readAll(files: readonly string[], workspace: Workspace): Promise<Returned[]> {
  const { keys, towns, out } = workspace
  const passwords = [...keys.incoming, ...towns.townships.flatMap((township) => keys.passwordFor(township) ?? [])]
  const findQuestion = publishedQuestions(out)
  const returned: Returned[] = []
  // A file named twice on the command line is one file.
  for (const path of new Set(files.map((file) => resolve(file)))) {
    const file = basename(path)
    try {
      const workbook = await openWorkbook(path, { passwords })
      try {
        returned.push({ file, ...(await readIdentityAnswers(file, workbook, findQuestion)) })
      } finally {
        await workbook.close()
      }
    } catch (cause) {
      const nothing = { answers: [], sheets: 0, unanswered: 0, corrections: 0, caseSheets: [] }
      returned.push({ file, ...nothing, problems: [unreadable(file, cause)] })
    }
  }
  return returned
}

function nothingToImport(returned: readonly Returned[]): ToolError {
  const faults = returned
    .flatMap(({ problems }) => problems)
    .map(({ code, facts, origin }) => `${origin.file}：${issueText(code, facts).text}`)
  return new ToolError('nothing-to-import', { faults: faults.slice(0, 3).join(' ') })
}

async function remember(returned: readonly Returned[], { state }: Workspace, dryRun: boolean): Promise<AnswerPlan> {
  const answers = returned.flatMap((one) => one.answers)
  const history = await openHistory(state, { create: !dryRun })
  try {
    return await history.transaction(
      async (transaction) => {
        const keyNow = await transaction.keyNow()
        const plan = planAnswers(answers, await transaction.judgements(), keyNow, today())
        for (const judgement of plan.added) await transaction.judge(judgement)
        return plan
      },
      { dryRun },
    )
  } finally {
    history.close()
  }
}

// The day on the office's wall, not in Greenwich.
function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function summary(returned: readonly Returned[], plan: AnswerPlan): Record<string, number> {
  const sum = (of: (one: Returned) => number) => returned.reduce((total, one) => total + of(one), 0)
  return {
    files: returned.length,
    answers: sum(({ answers }) => answers.length),
    unanswered: sum(({ unanswered }) => unanswered),
    added: plan.added.length - plan.changed,
    changed: plan.changed,
    known: plan.known,
    unusable: sum(({ problems }) => problems.length),
    conflicting: plan.conflicts.length,
  }
}

function summaryLines(returned: readonly Returned[], plan: AnswerPlan, dryRun: boolean): string[] {
  const { files, answers, unanswered, added, changed, known, unusable, conflicting } = summary(returned, plan)
  const corrections = returned.reduce((total, one) => total + one.corrections, 0)
  return [
    `读取 ${files} 个文件：能用的答复 ${answers} 条，未填 ${unanswered} 条，不能用 ${unusable} 条。`,
    `新记 ${added} 条，改变原结论 ${changed} 条，早已记过或重复的 ${known} 条，相互矛盾未记的 ${conflicting} 条。`,
    ...(corrections > 0
      ? [`有 ${corrections} 行填了“正确号码”：工具不改号，请按退改单由报送部门更正源表后重新导出。`]
      : []),
    ...returned
      .filter(({ caseSheets }) => caseSheets.length > 0)
      .map(({ file, caseSheets }) => `${file} 的 ${caseSheets.join('、')} 没有读：核查结论的导入尚未提供。`),
    dryRun ? '试读完成，没有写台账。' : '下次 doudi run 时生效。',
  ]
}

function sayProblems(problems: readonly Issue[], output: Output): void {
  for (const { code, facts, origin } of problems) {
    const { text, hint } = issueText(code, facts)
    const place = [origin.file, origin.sheet, origin.row > 0 ? `第 ${origin.row} 行` : ''].filter((part) => part !== '')
    output.say(`${place.join(' › ')}：${text}${hint}`)
  }
}
