import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCounty } from '../fixtures/county.js'
import type { MonthTruth } from '../fixtures/truth.js'
import { rulesOn } from '../fixtures/workspace.js'
import { writeCounty } from '../fixtures/write-county.js'
import { allRules } from '../src/screen/rules/all.js'
import { compare, compareStops } from './county/compare.js'
import { coverageOf } from './county/coverage.js'
import { wrongLinks } from './county/links.js'
import { type MonthScores, printCoverage, printFaults, printTotals } from './county/print.js'
import { readData, readFindings, readPersons, readRunning, readStops, runMonth, type ToolRun } from './county/tool.js'

// npx tsx bench/county.ts [--people N] [--seed S] [--months M] [--all-rules] [--off C01,T06] [--twice] [--show K]
// Without --people the shipped county is used. --all-rules also runs the rules that a county has to ask for; --off leaves some out, since a few
// rules stand back while another runs.
const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    seed: { type: 'string', default: '1' },
    months: { type: 'string', default: '3' },
    'all-rules': { type: 'boolean', default: false },
    off: { type: 'string', default: '' },
    twice: { type: 'boolean', default: false },
    show: { type: 'string', default: '5' },
  },
})
const scratch = mkdtempSync(join(tmpdir(), 'doudi-bench-'))
try {
  const source = await county()
  const first = await play(source, join(scratch, 'first'))
  if (values.twice) await sameAgain(source, first)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** The folder of the county to use: the shipped one, or a fresh one. */
async function county(): Promise<string> {
  if (values.people === undefined) return join(import.meta.dirname, '../fixtures/county')
  const folder = join(scratch, 'county')
  const wish = { people: Number(values.people), months: Number(values.months), seed: Number(values.seed) }
  await writeCounty(makeCounty(wish), folder)
  return folder
}

/** Runs all months in a copy of the workspace and prints how they fared. */
async function play(source: string, workspace: string): Promise<string> {
  for (const name of ['doudi.yaml', 'towns.csv', 'standards.csv', 'inbox'])
    cpSync(join(source, name), join(workspace, name), { recursive: true })
  const off = values.off.split(',').filter((rule) => rule !== '')
  appendFileSync(join(workspace, 'doudi.yaml'), rulesOn({ all: values['all-rules'], off }))
  const truths = months().map((month) => readTruth(source, month))
  const scores: MonthScores[] = []
  for (const truth of truths) scores.push(await score(workspace, truth))
  printTotals(scores)
  printFaults(scores, Number(values.show))
  printCoverage(coverageOf(truths, allRules))
  return workspace
}

async function score(workspace: string, truth: MonthTruth): Promise<MonthScores> {
  const { month } = truth
  const run = await runMonth(workspace, month)
  printRun(month, run)
  if (run.exitCode > 1) throw new Error(`${month}: exit code ${run.exitCode}\n${run.stderr}`)
  const findings = readFindings(workspace, month)
  return {
    month,
    rules: compare(truth, findings, readRunning(workspace, month)),
    stops: compareStops(truth, readStops(workspace, month)),
    links: wrongLinks(truth, readPersons(workspace, month), findings),
  }
}

/** Runs everything again in a second copy and compares the data files byte by byte. */
async function sameAgain(source: string, first: string): Promise<void> {
  const second = await play(source, join(scratch, 'second'))
  for (const month of months()) {
    const again = readData(second, month)
    for (const [name, bytes] of readData(first, month))
      console.log(`${month} ${name}: ${again.get(name)?.equals(bytes) ? 'byte-equal' : 'DIFFERENT'}`)
  }
}

function readTruth(source: string, month: string): MonthTruth {
  return JSON.parse(readFileSync(join(source, 'truth', `${month}.json`), 'utf8')) as MonthTruth
}

function months(): readonly string[] {
  return Array.from({ length: Number(values.months) }, (_, index) => `2026-${String(9 + index).padStart(2, '0')}`)
}

function printRun(month: string, run: ToolRun): void {
  const stages = Object.entries(run.stages).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(2)}`)
  const memory = `${Math.round(run.peakBytes / 2 ** 20)} MiB`
  console.log(`${month}: ${run.seconds.toFixed(2)} s, ${memory}, exit ${run.exitCode}; ${stages.join(', ')}`)
}
