/**
 * Speed and memory of the screening stage alone, every rule switched on: `npx tsx bench/rules.ts [--people 300000] [--seed 1]`, or `--county DIR`
 * for a workspace that is already there (its two newest months are used). `--slowest N` also measures every rule alone, which takes minutes for a
 * whole county, and names the N slowest. Build first: the built modules are measured.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeCounty } from '../fixtures/county.js'
import { writeCounty } from '../fixtures/write-county.js'
import type { PastRecord } from '../src/match/person.js'
import type { ComparingInput } from '../src/screen/compare-months.js'
import type { ScreeningInput } from '../src/screen/context.js'
import type { Indexes } from '../src/screen/indexes.js'
import type { Rule } from '../src/screen/rule.js'
import type { RecordReader } from '../src/track/record-codec.js'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '300000' },
    seed: { type: 'string', default: '1' },
    county: { type: 'string' },
    slowest: { type: 'string', default: '0' },
    measured: { type: 'string' },
  },
})

if (values.measured !== undefined) await measure(values.measured)
else if (values.county !== undefined) inOwnProcess(values.county)
else {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-rules-'))
  try {
    await writeCounty(makeCounty({ people: Number(values.people), months: 2, seed: Number(values.seed) }), folder)
    inOwnProcess(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// The generator's garbage must not be counted, and the collector must be at hand.
function inOwnProcess(folder: string): void {
  const self = fileURLToPath(import.meta.url)
  const flags = ['--expose-gc', '--max-old-space-size=8000', '--import', 'tsx', self]
  const asked = ['--measured', folder, '--slowest', values.slowest]
  execFileSync(process.execPath, [...flags, ...asked], { stdio: 'inherit' })
}

async function measure(folder: string): Promise<void> {
  const { screen } = await built<typeof import('../src/screen/screen.js')>('screen/screen.js')
  const { indexesOf } = await built<typeof import('../src/screen/indexes.js')>('screen/indexes.js')
  const { input, rules, peopleBytes } = await people(folder)
  // Made by whoever asks first and shared by all, as in a run.
  const indexes = indexesOf(input.persons)
  const before = settledHeap()
  const rssBefore = process.memoryUsage().rss
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const screening = screen(input, rules, indexes)
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const rssAfter = process.memoryUsage().rss
  const held = settledHeap() - before
  const hits = screening.findings.length + screening.suppressed.length
  console.log(
    `${rules.length} rules over ${input.persons.length} people, ${input.households.length} households: ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor time)`,
  )
  console.log(`  ${hits} hits, ${screening.notJudged.length} not judged, ${screening.withheld.length} withheld`)
  console.log(
    `  memory: people ${mib(peopleBytes)}, screening keeps ${mib(held)}, resident set grew ${mib(rssAfter - rssBefore)}`,
  )
  await comparing(input, indexes)
  if (Number(values.slowest) > 0) perRule(input, rules, screen)
}

// What a run makes of the same people after the rules.
async function comparing(input: ComparingInput, indexes: Indexes): Promise<void> {
  const { compareMonths } = await built<typeof import('../src/screen/compare-months.js')>('screen/compare-months.js')
  const { ledgersOf } = await built<typeof import('../src/screen/ledgers.js')>('screen/ledgers.js')
  const { user } = process.cpuUsage()
  const { changes } = compareMonths(input, indexes)
  const compared = process.cpuUsage().user
  ledgersOf(input, indexes)
  const booked = process.cpuUsage().user
  console.log(
    `  processor time: ${changes.length} changes against last month ${((compared - user) / 1000).toFixed(0)} ms, ledgers ${((booked - compared) / 1000).toFixed(0)} ms`,
  )
}

function perRule(
  input: ScreeningInput,
  rules: readonly Rule[],
  screen: typeof import('../src/screen/screen.js').screen,
): void {
  const alone = (some: readonly Rule[]) => {
    const { user } = process.cpuUsage()
    screen(input, some)
    return (process.cpuUsage().user - user) / 1000
  }
  const best = (some: readonly Rule[]) => Math.min(alone(some), alone(some), alone(some))
  const index = best([])
  const times = rules
    .map((rule) => ({ id: rule.id, ms: Math.max(0, best([rule]) - index) }))
    .sort((a, b) => b.ms - a.ms)
  const sum = times.reduce((total, { ms }) => total + ms, 0)
  console.log(
    `  index of the people: ${index.toFixed(0)} ms; rules one by one: ${sum.toFixed(0)} ms (processor time, best of three each)`,
  )
  for (const { id, ms } of times.slice(0, Number(values.slowest)))
    console.log(`  ${id.padEnd(4)} ${ms.toFixed(1).padStart(7)} ms  ${((ms / sum) * 100).toFixed(1).padStart(5)} %`)
}

/** The people of the newest month with last month's records behind them, all rules switched on, and what the people weigh. */
async function people(folder: string) {
  const { openWorkspace } = await built<typeof import('../src/cli/workspace.js')>('cli/workspace.js')
  const { inboxMonths } = await built<typeof import('../src/ingest/inbox.js')>('ingest/inbox.js')
  const { parseOwnRule } = await built<typeof import('../src/cli/own-rules.js')>('cli/own-rules.js')
  const { ownRuleExample } = await built<typeof import('../src/cli/own-rule-example.js')>('cli/own-rule-example.js')
  const { compileOwnRule } = await built<typeof import('../src/screen/own/compile.js')>('screen/own/compile.js')
  const workspace = await openWorkspace(folder, {})
  const own = parseOwnRule(ownRuleExample, 'X01.yaml')
  const all = [...workspace.rules, ...(own ? [compileOwnRule(own)] : [])]
  const rules = all.map((rule) => ({ ...rule, on: true }))
  const [previousMonth, month] = (await inboxMonths(workspace.inbox)).slice(-2) as [string, string]
  const empty = settledHeap()
  const { past, previousDeliveries } = await lastMonth(workspace, previousMonth)
  const { ingested, matched } = await read(workspace, month, past)
  const input: ComparingInput = {
    persons: matched.persons,
    households: matched.households,
    deliveries: ingested.deliveries,
    previousDeliveries,
    month,
    previousMonth,
    stops: [],
    standards: workspace.standards,
    settings: workspace.settings,
  }
  return { input, rules, peopleBytes: settledHeap() - empty }
}

type Workspace = Awaited<ReturnType<typeof import('../src/cli/workspace.js').openWorkspace>>

async function lastMonth(workspace: Workspace, month: string) {
  const { ingested, matched } = await read(workspace, month, [])
  // Packed and read as the history does it: records that are copied in any other way are laid out otherwise, and every look at them is slower.
  const { recordPacker, recordReader } =
    await built<typeof import('../src/track/record-codec.js')>('track/record-codec.js')
  const packer = recordPacker()
  const packed = matched.persons
    .flatMap(({ key: personKey, links }) => links.map(({ record }) => packer.pack({ personKey, record })))
    .sort((left, right) => left.row.position - right.row.position)
  const readers = packer.groups.map((group) => recordReader(month, group))
  const past = packed.map(({ group, row }) => (readers[group] as RecordReader)(row, JSON.parse(row.content)))
  return { past, previousDeliveries: ingested.deliveries }
}

async function read(workspace: Workspace, month: string, past: readonly PastRecord[]) {
  const { ingest } = await built<typeof import('../src/ingest/ingest.js')>('ingest/ingest.js')
  const { monthFiles } = await built<typeof import('../src/ingest/inbox.js')>('ingest/inbox.js')
  const { matchPersons } = await built<typeof import('../src/match/match-persons.js')>('match/match-persons.js')
  const { files } = await monthFiles(workspace.inbox, month)
  const ingested = await ingest({ ...workspace, files, month })
  const duplicates = ingested.duplicates.map(({ record }) => record)
  const matched = matchPersons({ records: ingested.records, duplicates, past, judgements: [], month })
  return { ingested, matched }
}

async function built<T>(module: string): Promise<T> {
  return (await import(new URL(`../dist/${module}`, import.meta.url).href)) as T
}

function settledHeap(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function mib(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`
}
