// Kills the built tool at random moments: `npx tsx bench/kills.ts [KILLS] [SEED]`. Runs, imports and reports of a small county are ended with SIGKILL
// somewhere between start and end; after each the history is whole, the old one or the new one, and the same command then does what it would
// have done. Prints what was lost (nothing) and how long the repetition took against an undisturbed one. Exits 1 on loss.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../fixtures/random.js'
import { openHistory } from '../src/track/history.js'
import { answerTo, filled } from './year/townships.js'
import { binary, makeWorkspace, runTool } from './year/workspace.js'
import { makeWorld } from './year/world.js'

const [kills = '200', seed = '1'] = process.argv.slice(2)
const months = ['2025-01', '2025-02', '2025-03']
const random = seeded(`kills/${seed}`)
const world = makeWorld(seed, months, 8)

/** One command, the workspace it starts from, and what it leaves when nobody disturbs it. */
interface Trial {
  readonly name: string
  readonly argv: readonly string[]
  readonly before: string
  readonly after: string
  readonly seconds: number
}

async function trials(): Promise<Trial[]> {
  const base = makeWorkspace()
  for (const month of months) world.deliver(base, month)
  runTool(base, 'run', '-m', '2025-01')
  const books = join(base, 'out', '2025-01', '乡镇')
  mkdirSync(join(base, 'returned'))
  const byId = new Map(world.problems.map((problem) => [problem.id, problem]))
  const answers = []
  for (const name of readdirSync(books).filter((one) => one.includes('核查表'))) {
    const file = join(base, 'returned', name)
    const book = await filled(readFileSync(join(books, name)), ({ id, sheet }) => {
      const problem = byId.get(id)
      return problem ? answerTo(problem, { times: 1, months: 0, sheet }, '2025-01', 1) : null
    })
    writeFileSync(file, book)
    answers.push(join('returned', name))
  }
  const first = trial('run (second month)', base, ['run', '-m', '2025-02'])
  const second = trial('import', base, ['import', ...answers])
  const third = trial('run again (same month)', first.after, ['run', '-m', '2025-02'])
  return [first, second, third, trial('report', first.after, ['report'])]
}

function trial(name: string, before: string, argv: readonly string[]): Trial {
  const after = copied(before)
  const started = performance.now()
  command(after, argv)
  return { name, argv, before, after, seconds: (performance.now() - started) / 1000 }
}

function copied(workspace: string): string {
  const copy = makeWorkspace()
  cpSync(workspace, copy, { recursive: true })
  return copy
}

function command(workspace: string, argv: readonly string[]): void {
  runTool(workspace, ...argv.map((word) => (word.startsWith('returned/') ? join(workspace, word) : word)))
}

async function killed(workspace: string, argv: readonly string[], afterMs: number): Promise<boolean> {
  const words = argv.map((word) => (word.startsWith('returned/') ? join(workspace, word) : word))
  const child = spawn(process.execPath, [binary, ...words, '-w', workspace], { stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs)
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, by) => resolve(by)))
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

/** What a workspace says: its published data and what its history knows, without the moments at which it was written. */
async function contentOf(workspace: string): Promise<{ published: string; known: string; problems: number }> {
  const out = join(workspace, 'out')
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.csv') && !/[\\/]\./.test(entry.parentPath.slice(out.length)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const published = files.map((file) => `${file.slice(out.length)} ${hash(readFileSync(file))}`).join('\n')
  const history = await openHistory(join(workspace, 'state'), { readOnly: true })
  try {
    const cases = await history.ledger()
    const steps = cases.map(({ number, life, steps: own }) => [
      number,
      life.state,
      life.round,
      own.map(({ content }) => content.kind),
    ])
    const months = (await history.months()).map(({ month, records }) => [month, records])
    return { published, known: JSON.stringify([months, steps]), problems: (await history.check()).length }
  } finally {
    history.close()
  }
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

const lost: string[] = []
console.log(
  'command                   kills  in time  left as before  left as after  files in between  repeated: median s  undisturbed s',
)
const planned = await trials()
for (const { name, argv, before, after, seconds } of planned) {
  const [was, becomes] = [await contentOf(before), await contentOf(after)]
  const share = Math.round(Number(kills) / 4)
  const repeats: number[] = []
  let [inTime, asBefore, asAfter, between] = [0, 0, 0, 0]
  for (let at = 0; at < share; at++) {
    const workspace = copied(before)
    if (await killed(workspace, argv, random.int(20, Math.ceil(seconds * 1050)))) inTime++
    const now = await contentOf(workspace)
    if (now.problems > 0) lost.push(`${name}: history check found ${now.problems} problems`)
    if (now.known === was.known) asBefore++
    else if (now.known === becomes.known) asAfter++
    else lost.push(`${name}: the history is neither the old nor the new one`)
    if (now.published !== was.published && now.published !== becomes.published) between++
    const started = performance.now()
    command(workspace, argv)
    repeats.push((performance.now() - started) / 1000)
    const repeated = await contentOf(workspace)
    if (repeated.known !== becomes.known) lost.push(`${name}: repeated, the history differs`)
    if (repeated.published !== becomes.published) lost.push(`${name}: repeated, the published files differ`)
    rmSync(workspace, { recursive: true })
  }
  const median = repeats.sort((a, b) => a - b)[Math.floor(repeats.length / 2)] ?? 0
  console.log(
    `${name.padEnd(24)}${String(share).padStart(7)}${String(inTime).padStart(9)}${String(asBefore).padStart(16)}${String(asAfter).padStart(15)}${String(between).padStart(18)}${median.toFixed(2).padStart(20)}${seconds.toFixed(2).padStart(15)}`,
  )
}
for (const workspace of new Set(planned.flatMap(({ before, after }) => [before, after])))
  rmSync(workspace, { recursive: true })
console.log(`lost: ${lost.length === 0 ? 'nothing' : ''}`)
for (const line of lost.slice(0, 20)) console.log(`  ${line}`)
process.exitCode = lost.length === 0 ? 0 : 1
