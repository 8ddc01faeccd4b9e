import { byCatalogue } from '../../domain/finding.js'
import { coverageWith } from '../../screen/coverage.js'
import { runExamples } from '../../screen/own/examples.js'
import { allRules } from '../../screen/rules/all.js'
import { isSwitchedOn } from '../../screen/switches.js'
import type { AddCommand } from '../main.js'
import type { Output } from '../output.js'
import { checkLines, fieldData, fieldLines } from '../own-rule-words.js'
import { publishedRules } from '../published-rules.js'
import { clauseLines, ruleData, ruleLines, starWords } from '../rule-words.js'
import { hasWorkspace, openWorkspace, type Workspace } from '../workspace.js'

interface Options {
  readonly month?: string
  readonly workspace: string
  readonly coverage?: boolean
  readonly fields?: boolean
  readonly check?: boolean
  readonly json?: boolean
}

/** `doudi rules`: every rule with how it fared, what it needs, what it rests on and its exceptions; and what own rules may say. */
export const rulesCommand: AddCommand = (program, output, exit) => {
  program
    .command('rules')
    .summary('列出全部筛查规则')
    .description(
      '列出全部筛查规则和本县自定规则：本月状态（疑点数、豁免数）、需要哪些名册、政策依据（未核实的注明待核）、豁免情形（带 * 的名册查不到）。',
    )
    .option('-m, --month <YYYY-MM>', '显示哪个月的状态；不写则取 out 里最新的月份')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）；不在工作目录里时只列自带规则', '.')
    .option('--coverage', '列出《实施意见》各条款由哪些规则核查，没有规则的注明原因')
    .option('--fields', '列出自定规则可用的字段、比较词、名册、标准和豁免情形')
    .option('--check', '逐条试自定规则（rules/*.yaml）里的例子')
    .option('--json', '以 JSON 输出')
    .action(async (options: Options) => {
      if (options.fields) {
        show(output, options, fieldData(), fieldLines().join('\n'))
        return exit(0)
      }
      const wanted = options.check || options.month !== undefined || options.workspace !== '.'
      const inside = wanted || (await hasWorkspace(options.workspace))
      const workspace = inside ? await openWorkspace(options.workspace, process.env) : null
      if (options.check) return exit(checkOwnRules(workspace as Workspace, output, options) ? 0 : 1)
      if (options.coverage) showCoverage(workspace, output, options)
      else await showRules(workspace, output, options)
      exit(0)
    })
}

function show(output: Output, options: Options, data: unknown, text: string): void {
  output.data(options.json ? JSON.stringify(data, null, 2) : text)
}

async function showRules(workspace: Workspace | null, output: Output, options: Options): Promise<void> {
  const published = workspace && (await publishedRules(workspace.out, options.month))
  const switches = workspace?.settings.rules ?? { on: [], off: [] }
  const rules = [...(workspace?.rules ?? allRules)].sort((a, b) => byCatalogue(a.id, b.id))
  const data = rules.map((rule) => ruleData(rule, isSwitchedOn(rule, switches), published))
  const texts = rules.map((rule) => ruleLines(rule, isSwitchedOn(rule, switches), published))
  show(output, options, data, [...texts, starWords].join('\n\n'))
}

function showCoverage(workspace: Workspace | null, output: Output, options: Options): void {
  const own = new Set(workspace?.ownRules.map(({ rule }) => rule.id))
  const { clauses, uncited } = coverageWith(workspace?.rules.filter(({ id }) => own.has(id)) ?? [])
  const rest = uncited.map(({ id, title }) => `\n本县自定 ${id} ${title}（没有引用《实施意见》条款）`)
  show(output, options, clauses, clauses.map(clauseLines).join('\n') + rest.join(''))
}

function checkOwnRules({ ownRules, standards }: Workspace, output: Output, options: Options): boolean {
  const checked = ownRules.map(({ file, rule }) => ({
    id: rule.id,
    file,
    rule,
    outcomes: runExamples(rule, standards),
  }))
  const results = checked.map(({ file, rule, outcomes }) => checkLines(file, rule, outcomes))
  const data = checked.map(({ id, file, outcomes }, at) => ({
    id,
    file,
    passed: results[at]?.passed ?? false,
    outcomes,
  }))
  const none = '没有自定规则：rules/ 里没有可用的 .yaml 文件（doudi init 会放一个例子）。'
  show(output, options, data, results.length === 0 ? none : results.map(({ lines }) => lines.join('\n')).join('\n\n'))
  return results.every(({ passed }) => passed)
}
