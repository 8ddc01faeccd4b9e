import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeCounty } from '../fixtures/county.js'
import type { MonthTruth } from '../fixtures/truth.js'
import { writeCounty } from '../fixtures/write-county.js'
import { compare, type RuleScore } from './county/compare.js'
import { type WrongLinks, wrongLinks } from './county/links.js'
import { readData, readFindings, readPersons, runMonth, type ToolRun } from './county/tool.js'

// npx tsx bench/county.ts [--people N] [--seed S] [--months M] [--twice] [--show K]
// Without --people the shipped county is used.
const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    seed: { type: 'string', default: '1' },
    months: { type: 'string', default: '3' },
    twice: { type: 'boolean', default: false },
    show: { type: 'string', default: '5' },
  },
})
const shown = Number(values.show)
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
  for (const month of months()) {
    const run = await runMonth(workspace, month)
    printRun(month, run)
    if (run.exitCode > 1) throw new Error(`${month}: exit code ${run.exitCode}\n${run.stderr}`)
    const truth = JSON.parse(readFileSync(join(source, 'truth', `${month}.json`), 'utf8')) as MonthTruth
    const findings = readFindings(workspace, month)
    printScores(compare(truth, findings))
    printLinks(wrongLinks(truth, readPersons(workspace, month), findings))
  }
  return workspace
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

function months(): readonly string[] {
  return Array.from({ length: Number(values.months) }, (_, index) => `2026-${String(9 + index).padStart(2, '0')}`)
}

function printRun(month: string, run: ToolRun): void {
  const stages = Object.entries(run.stages).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(2)}`)
  const memory = `${Math.round(run.peakBytes / 2 ** 20)} MiB`
  console.log(`\n${month}: ${run.seconds.toFixed(2)} s, ${memory}, exit ${run.exitCode}; ${stages.join(', ')}`)
}

function printLinks({ rowsKnown, linked, people, accusing, accusingWrongly }: WrongLinks): void {
  console.log(
    `links: ${rowsKnown} rows of known owners, ${linked} damaged ones among them linked, ${people} people made of two; ${accusing} accusing findings, ${accusingWrongly.length} of them caused by a wrong link`,
  )
  for (const row of accusingWrongly.slice(0, shown))
    console.log(`  accused by a wrong link: ${row.rule} ${row.explanation}`)
}

function printScores(scores: readonly RuleScore[]): void {
  console.log('rule   planted  found  missed  must-not  beyond')
  for (const { rule, planted, found, missed, wrong, beyond } of scores)
    console.log(
      `${rule.padEnd(6)} ${[planted, found, missed.length, wrong.length, beyond.length].map((n) => String(n).padStart(7)).join(' ')}`,
    )
  for (const { rule, missed, wrong, beyond } of scores) {
    for (const one of missed.slice(0, shown))
      console.log(`  missed ${rule}: ${one.because} [${one.idNumbers.join(' ')}]`)
    for (const { planted, row } of wrong.slice(0, shown))
      console.log(`  must not ${rule}: ${planted.because} ← ${row.explanation}`)
    for (const row of beyond.slice(0, shown))
      console.log(`  beyond ${rule}: ${row.name} ${row.id_number} ${row.township} ${row.explanation}`)
  }
}
