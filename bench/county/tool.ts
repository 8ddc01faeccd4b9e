import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { ExpectedStop } from '../../fixtures/truth.js'
import type { FoundRow } from './compare.js'
import type { PersonRow } from './links.js'

/** One run of the real binary. */
export interface ToolRun {
  readonly exitCode: number
  readonly seconds: number
  /** Highest resident set seen, of the tool's own report or of the process table. */
  readonly peakBytes: number
  readonly stages: Readonly<Record<string, number>>
  readonly stderr: string
}

const binary = join(import.meta.dirname, '../../bin/doudi.js')

/** Runs `doudi run --month … --json` in a workspace and measures it. */
export async function runMonth(workspace: string, month: string): Promise<ToolRun> {
  const started = process.hrtime.bigint()
  const child = spawn(process.execPath, [binary, 'run', '--month', month, '--json'], { cwd: workspace })
  let [stdout, stderr, peak] = ['', '', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const timer = setInterval(() => {
    peak = Math.max(peak, residentPeak(child.pid))
  }, 50)
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? -1))
  })
  clearInterval(timer)
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const report = readReport(stdout)
  return {
    exitCode,
    seconds,
    peakBytes: Math.max(peak, report.peakMemoryBytes ?? 0),
    stages: report.stages ?? {},
    stderr,
  }
}

function readReport(stdout: string): { stages?: Record<string, number>; peakMemoryBytes?: number } {
  try {
    return JSON.parse(stdout)
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure
    return {}
  }
}

// The kernel keeps the high-water mark; systems without /proc fall back on the tool's own report.
function residentPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** The rows of a month's findings.csv; none when the run published nothing. */
export function readFindings(workspace: string, month: string): readonly FoundRow[] {
  return readTable(workspace, month, 'findings.csv') as FoundRow[]
}

/** The rows of a month's persons.csv: every record and the person it went to. */
export function readPersons(workspace: string, month: string): readonly PersonRow[] {
  return readTable(workspace, month, 'persons.csv') as PersonRow[]
}

/** Ids of the rules that were judged in the month, in full or in part. */
export function readRunning(workspace: string, month: string): ReadonlySet<string> {
  const rules = readTable(workspace, month, 'rules.csv') as { readonly rule: string; readonly state: string }[]
  return new Set(rules.filter(({ state }) => state === 'judged' || state === 'partly').map(({ rule }) => rule))
}

/** The safety stops of the month: rosters, or townships of them, that were missing or fell. */
export function readStops(workspace: string, month: string): readonly ExpectedStop[] {
  const manifest: { readonly stops: readonly ExpectedStop[] } = JSON.parse(
    readFileSync(join(workspace, 'out', month, 'manifest.json'), 'utf8'),
  )
  return manifest.stops
}

function readTable(workspace: string, month: string, name: string): unknown {
  const text = readFileSync(join(workspace, 'out', month, 'data', name), 'utf8')
  return parse(text, { columns: true, bom: true })
}

/** The text of every data file of a month by name, for comparing two runs byte by byte. */
export function readData(workspace: string, month: string): ReadonlyMap<string, Buffer> {
  const folder = join(workspace, 'out', month, 'data')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
}
