import { stdout } from 'node:process'
import { compareText } from '../../domain/compare-text.js'
import { byCatalogue } from '../../domain/finding.js'
import { rowWords } from '../../domain/issue.js'
import type { Month } from '../../domain/month.js'
import { ToolError } from '../../domain/tool-error.js'
import { inboxMonths, monthFiles } from '../../ingest/inbox.js'
import type { Person } from '../../match/person.js'
import type { RunResult } from '../../reconcile.js'
import { explainRule, type RuleExplanation } from '../../screen/explain.js'
import type { Rule } from '../../screen/rule.js'
import { openHistory } from '../../track/history.js'
import { caseAccount } from '../case-account.js'
import { caseLines } from '../case-words.js'
import { findPerson, isName } from '../find-person.js'
import type { AddCommand } from '../main.js'
import type { Output } from '../output.js'
import { personAccount } from '../person-account.js'
import { personLines } from '../person-words.js'
import { reconcileMonth, wantedMonth } from '../reconcile-month.js'
import { ruleAnswerLines } from '../rule-answer-words.js'
import { type Shown, shownPeople } from '../shown.js'
import { openWorkspace, type Workspace } from '../workspace.js'

interface Options {
  readonly month?: string
  readonly rule?: string
  readonly workspace: string
  readonly unmask?: boolean
  readonly json?: boolean
}

// More than `isCaseNumber` takes: of a number typed short it is better said that no case has it than that no person does.
const likeCaseNumber = /^\d{6}-[A-Z]+\d+-\d+$/i

/** `doudi explain`: why records are one person, why somebody is or is not flagged, what a case rests on. Writes nothing. */
export const explainCommand: AddCommand = (program, output, exit) => {
  program
    .command('explain')
    .summary('说明一个人或一条线索：依据、理由、为什么没有列出')
    .description(
      '重新读取该月名册（不写任何文件），说明一个人在哪些名册、凭什么认作一人、命中或没有命中哪些规则；或说明一条线索的事实、标准、豁免和依据。' +
        '号码可以是 18 位、15 位、残疾证号、残缺号（不知道的位写 *）或人员编号；不知道号码的写姓名，同名的都列出来。默认遮挡号码和姓名。',
    )
    .argument('<号码、姓名或线索编号>', '如 340199…，或 202611-C01-0003')
    .option('-m, --month <YYYY-MM>', '所属期；不写则取 inbox 里有文件的最新月份')
    .option('--rule <规则>', '此人为什么命中或没有命中这条规则，如 C04')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--unmask', '显示全号和全名（只在终端上可用）')
    .option('--json', '以 JSON 输出')
    .action(async (text: string, options: Options) => {
      if (options.unmask && !stdout.isTTY) throw new ToolError('unmask-needs-terminal')
      if (options.rule !== undefined && likeCaseNumber.test(text)) throw new ToolError('case-with-rule')
      const workspace = await openWorkspace(options.workspace, process.env)
      const rule = options.rule === undefined ? null : knownRule(options.rule, workspace)
      const month = await wantedMonth(workspace, options.month ?? (await newestDelivered(workspace)))
      const result = await reconcileMonth(workspace, month, output, { dryRun: true })
      const ground = { workspace, result, shown: shownPeople(options.unmask ?? false), output, json: options.json }
      if (likeCaseNumber.test(text)) await explainCase(text.toUpperCase(), ground)
      else explainPerson(onePerson(text, ground), rule, ground)
      exit(0)
    })
}

// The folder of the month to come may stand ready and still be empty: what is asked about is what was delivered.
async function newestDelivered({ inbox }: Workspace): Promise<Month | undefined> {
  for (const month of (await inboxMonths(inbox)).reverse())
    if ((await monthFiles(inbox, month)).files.length > 0) return month
  return undefined
}

interface Ground {
  readonly workspace: Workspace
  readonly result: RunResult
  readonly shown: Shown
  readonly output: Output
  readonly json: boolean | undefined
}

function knownRule(id: string, { rules }: Workspace): Rule {
  const rule = rules.find((one) => one.id === id.toUpperCase())
  if (rule) return rule
  const known = rules.map((one) => one.id).sort(byCatalogue)
  throw new ToolError('unknown-rule', { rule: id, known: known.join('、') })
}

async function explainCase(number: string, { workspace, result, shown, output, json }: Ground): Promise<void> {
  const one = result.cases.find((each) => each.number === number)
  if (!one) throw await notInMonth(number, result.month, workspace)
  const { standards, rules } = workspace
  const rule = rules.find((each) => each.id === one.finding.rule) ?? null
  const account = caseAccount({ one, rule, persons: result.matched.persons, standards, month: result.month }, shown)
  output.data(json ? JSON.stringify(account, null, 2) : caseLines(account, shown).join('\n'))
}

// What the history knows of a case that the month does not show.
async function notInMonth(number: string, month: Month, { state }: Workspace): Promise<ToolError> {
  const history = await openHistory(state, { readOnly: true })
  try {
    const into = (await history.mergedCases()).get(number)
    if (into !== undefined) return new ToolError('case-merged', { number, into })
    const known = (await history.ledger()).find((one) => one.number === number)
    if (known === undefined) return new ToolError('case-not-found', { number, month })
    const { firstMonth: first, lastMonth: last, life, steps } = known
    const { state, since } = life
    const report = steps.map(({ content }) => content).find((content) => content.kind === 'opened')?.report
    if (report) {
      const { source, file, sheet, row, reportedOn } = report
      return new ToolError('case-was-reported', {
        number,
        source,
        where: rowWords({ file, sheet, row }),
        day: reportedOn,
        state,
        since,
      })
    }
    // Of the month that is asked about: its files or the settings are not what they were when it was run.
    if (last === month) return new ToolError('case-no-longer-found', { number, month, state, since })
    return new ToolError('case-not-in-month', { number, month, first, last, state, since })
  } finally {
    history.close()
  }
}

function explainPerson(person: Person, rule: Rule | null, ground: Ground): void {
  const { result, shown, output, json } = ground
  const account = personAccount(person, result, shown)
  const answer = rule && ruleExplanation(rule, person, ground)
  const lines = answer && ruleAnswerLines(answer, shown)
  if (json) output.data(JSON.stringify({ ...account, ...(lines ? { rule: lines } : {}) }, null, 2))
  else if (lines) output.data([`${shown.person(person)}　${result.month}`, ...lines].join('\n'))
  else output.data(personLines(account).join('\n'))
}

function ruleExplanation(rule: Rule, person: Person, { workspace, result }: Ground): RuleExplanation {
  const { ingested, matched, stops, previousMonth, month } = result
  const input = { ...workspace, ...ingested, ...matched, stops, previousMonth, month }
  return explainRule(rule, person, input, workspace.rules)
}

/** A common name has a hundred bearers in a large county. */
const mostListed = 200

// Several people are listed, masked, with the keys that tell them apart.
function onePerson(text: string, { result, shown, output }: Ground): Person {
  const { found, nearest } = findPerson(result.matched.persons, text)
  const [person, second] = found
  if (person && !second) return person
  const placeOf = ({ place }: Person) => `${place.township ?? ''}${place.village ?? ''}`
  const line = (one: Person) => `  ${one.key}　${shown.person(one)}　${placeOf(one)}`
  if (person) {
    const byPlace = [...found].sort((a, b) => compareText(placeOf(a), placeOf(b)))
    for (const one of byPlace.slice(0, mostListed)) output.say(line(one))
    throw new ToolError('person-ambiguous', { count: found.length })
  }
  if (nearest.length > 0) output.say('号码最接近的是：')
  for (const near of nearest) output.say(`${line(near.person)}　相差 ${near.distance} 位`)
  throw new ToolError(isName(text) ? 'name-not-found' : 'person-not-found', { month: result.month })
}
