// A year of a county that answers: `npx tsx bench/year.ts [SEED] [PER-MONTH]`. Twelve months are run by the built tool; townships answer truthfully,
// hastily, falsely, late, twice and in a broken file; the rosters follow what they do. At the end every planted problem is closed, or open with
// a reason; no question was put again without cause; the ledger's totals are those of the world. Exits 1 when anything differs.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addMonths, type Month, monthsBetween } from '../src/domain/month.js'
import { openHistory } from '../src/track/history.js'
import type { LedgerCase } from '../src/track/ledger.js'
import { type Asked, acts, answerTo, filled, type Question, questionsOf } from './year/townships.js'
import { makeWorkspace, runTool } from './year/workspace.js'
import { makeWorld, type Problem, problemRules } from './year/world.js'

const [seed = '1', perMonth = '10'] = process.argv.slice(2)
const months = Array.from({ length: 12 }, (_, at) => addMonths('2025-01', at))
const world = makeWorld(seed, months.slice(0, 11), Number(perMonth))
const workspace = makeWorkspace()
const doudi = (...argv: string[]) => runTool(workspace, ...argv)
const byId = new Map(world.problems.map((problem) => [problem.id, problem]))
const firstAsked = new Map<string, Month>()
const unexpected: string[] = []

/** Fills every book of a folder and reads it back; a township that answers double hands in two files, one hands in a broken file first. */
async function answerBooks(folder: string, month: Month, sheet: string | null): Promise<void> {
  if (!existsSync(folder)) return
  const returned = join(workspace, 'returned', month, sheet ?? 'books')
  mkdirSync(returned, { recursive: true })
  const files: string[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!name.includes('核')) continue
    const bytes = readFileSync(join(folder, name))
    const asked = await questionsOf(bytes)
    if (asked.length === 0) continue
    for (const copy of [1, 2] as const) {
      if (copy === 2 && (sheet !== null || !asked.some(({ id }) => byId.get(id)?.manner === 'double'))) continue
      const file = join(returned, `${copy === 2 ? '再报-' : ''}${name}`)
      writeFileSync(file, await filled(bytes, (question) => respond(question, month, copy, sheet)))
      files.push(file)
    }
  }
  if (files.length === 0) return
  const broken = join(returned, '坏文件.xlsx')
  writeFileSync(broken, readFileSync(files[0] as string).subarray(0, 900))
  doudi('import', ...files, broken)
  const { taken, sentBack, conflicting } = doudi('import', ...files).cases as Record<string, number>
  const changed = (taken ?? 0) + (sentBack ?? 0) + (conflicting ?? 0)
  if (changed > 0) unexpected.push(`${month}: the same files read again changed ${changed} cases`)
}

function respond({ number, id, sheet }: Question, month: Month, copy: 1 | 2, book: string | null) {
  const problem = byId.get(id)
  if (!problem) {
    unexpected.push(`${month}: ${number} asks about somebody about whom nothing was planted`)
    return null
  }
  const first = firstAsked.get(number) ?? month
  firstAsked.set(number, first)
  const asked: Asked = { times: 1, months: monthsBetween(first, month), sheet: book ?? sheet }
  // Only what the contradicted file leaves alone may differ between the two.
  if (copy === 2 && problem.manner !== 'double') return null
  const answer = answerTo(problem, asked, month, copy)
  if (answer !== null && settles(problem, asked) && acts(problem, asked)) problem.fixedFrom ??= addMonths(month, 1)
  return answer
}

// A hasty or double answer is sent back; only the answer to that is acted on.
function settles({ manner }: Problem, { sheet }: Asked): boolean {
  return (manner !== 'hasty' && manner !== 'double') || sheet === '退回补核'
}

async function ledger(): Promise<LedgerCase[]> {
  const history = await openHistory(join(workspace, 'state'), { readOnly: true })
  try {
    const problems = await history.check()
    unexpected.push(...problems.map(({ text }) => `history: ${text}`))
    return await history.ledger()
  } finally {
    history.close()
  }
}

/** A question put again in the same round after an answer was taken, without a step between that says why. */
function askedWithoutCause({ number, steps, asked }: LedgerCase): string[] {
  return asked.slice(1).flatMap(({ month, round }, at) => {
    const before = asked[at] as LedgerCase['asked'][number]
    const answered = steps.some(
      ({ content, month: taken }) => content.kind === 'answered' && taken >= before.month && taken < month,
    )
    if (!answered || round > before.round) return []
    const last = steps.filter((step) => step.month < month && step.content.kind === 'answered').at(-1)
    const isResult = last?.content.kind === 'answered' && last.content.answer.code.startsWith('B')
    return isResult ? [] : [`${number} was put again in ${month} though answered`]
  })
}

function accountFor(cases: readonly LedgerCase[]): void {
  const byPerson = new Map(cases.map((one) => [`${one.finding.rule} ${one.named.idNumber}`, one]))
  const counts = new Map<string, number>()
  for (const problem of world.problems) {
    const one = byPerson.get(`${problemRules[problem.kind]} ${problem.id}`)
    const word = one === undefined ? 'never asked' : one.life.state
    const key = `${problem.manner}${problem.real ? '' : ', not so'}: ${word}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (one === undefined) unexpected.push(`${problemRules[problem.kind]} of ${problem.from} was never asked`)
    else if (one.life.state !== '已闭环' && problem.from <= '2025-08')
      unexpected.push(`${one.number} of ${problem.from} is still ${one.life.state}: ${one.life.why}`)
    if (one && problem.real && one.life.answer && !/^A/.test(one.life.answer.code))
      unexpected.push(`${one.number} is real and ended as ${one.life.answer.code}`)
    if (one && !problem.real && one.life.answer && !/^C/.test(one.life.answer.code))
      unexpected.push(`${one.number} is not so and ended as ${one.life.answer.code}`)
  }
  const planted = cases.filter(({ finding }) => finding.kind !== '数据')
  if (planted.length !== world.problems.length)
    unexpected.push(`${planted.length} cases for ${world.problems.length} planted problems`)
  console.log('\nmanner of the township, and how its questions ended')
  for (const [key, count] of [...counts].sort()) console.log(`  ${key.padEnd(28)} ${count}`)
}

console.log('month    asked  taken  sent back  conflicts  contradicted  reopened  closed  open')
for (const month of months) {
  world.deliver(workspace, month)
  const { asked } = doudi('run', '-m', month)
  await answerBooks(join(workspace, 'out', month, '乡镇'), month, null)
  await answerBooks(join(workspace, 'out', '退回补核'), month, '退回补核')
  const cases = await ledger()
  const steps = (kind: string) =>
    cases.flatMap((one) => one.steps).filter((step) => step.month === month && step.content.kind === kind).length
  const state = (closed: boolean) =>
    cases.filter(({ life, finding }) => finding.kind !== '数据' && (life.state === '已闭环') === closed).length
  const row = [
    asked,
    steps('answered'),
    steps('returned'),
    steps('conflicted'),
    steps('contradicted'),
    steps('reopened'),
    state(true),
    state(false),
  ]
  const widths = [6, 7, 11, 11, 14, 10, 8, 6]
  console.log(month + row.map((value, at) => String(value).padStart(widths[at] as number)).join(''))
}
const cases = await ledger()
unexpected.push(...cases.flatMap(askedWithoutCause))
accountFor(cases)
console.log(
  `\n${world.problems.length} planted, ${cases.reduce((sum, one) => sum + one.asked.length, 0)} askings; ${unexpected.length} things that should not be`,
)
for (const line of unexpected.slice(0, 40)) console.log(`  ${line}`)
rmSync(workspace, { recursive: true })
process.exitCode = unexpected.length === 0 ? 0 : 1
