/**
 * Reads the same made rosters with each reader, every one in a process of its own, and prints wall time, CPU time and peak memory of the whole
 * processes, and ratios net of what an empty process costs, which is shown too. `inflate` only inflates the sheet and the string table; `touch`
 * also looks at every byte once (counts `<`). CPU time is the sum over all threads and hardly depends on what else the machine does; wall time does.
 *
 *   npx tsx bench/reading.ts [--rows 100000] [--large] [--only doudi,inflate,touch] [--rounds 1]
 *
 * Build first (`npm run build`): our reader is measured as built. `--large` is 300,000 rows. Peak memory of the shared variant holds the string
 * table as well, so what the table alone keeps is printed too.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { TextStyle } from './reading-files.js'

interface Cost {
  readonly cells: number
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
  readonly tableMegabytes: number
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    large: { type: 'boolean', default: false },
    only: { type: 'string', default: 'inflate,touch,doudi,sheetjs,exceljs' },
    rounds: { type: 'string', default: '1' },
  },
})
const rows = values.large ? 300_000 : Number(values.rows)
const modes = ['start', ...values.only.split(',')]
const folder = mkdtempSync(join(tmpdir(), 'doudi-bench-'))

try {
  for (const style of ['shared', 'inline'] as const) compare(style)
} finally {
  rmSync(folder, { recursive: true })
}

function compare(style: TextStyle): void {
  const path = join(folder, `${style}.xlsx`)
  run('make', path, String(rows), style)
  console.log(`\n${rows} × 30, ${style} strings, ${(statSync(path).size / 2 ** 20).toFixed(1)} MB`)
  console.log('reader\tcells\twall s\tCPU s\tpeak MB\t× inflate CPU\t× touch CPU\t× doudi CPU\t× doudi wall')
  const costs = new Map<string, Cost>()
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const mode of modes) {
      const cost = run(mode, path)
      const best = costs.get(mode)
      if (!best || cost.cpu < best.cpu) costs.set(mode, cost)
    }
  }
  for (const mode of modes) print(mode, costs)
  const table = run('table', path)
  if (table.cells > 0) {
    const rest = (costs.get('doudi')?.megabytes ?? Number.NaN) - table.tableMegabytes
    console.log(
      `string table: ${table.cells} strings keep ${Math.round(table.tableMegabytes)} MB; peak of doudi without it ${Math.round(rest)} MB`,
    )
  }
}

function run(mode: string, ...rest: string[]): Cost {
  const args = [
    '--max-old-space-size=8192',
    '--import',
    'tsx',
    join(import.meta.dirname, 'reading-child.ts'),
    mode,
    ...rest,
  ]
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    ) as Cost
  } catch (error) {
    console.error(`${mode} failed: ${(error as { stderr?: string }).stderr ?? error}`)
    return { cells: -1, wall: Number.NaN, cpu: Number.NaN, megabytes: Number.NaN, tableMegabytes: Number.NaN }
  }
}

function print(mode: string, costs: ReadonlyMap<string, Cost>): void {
  const cost = costs.get(mode) as Cost
  const start = costs.get('start') as Cost
  const ratio = (of: string, key: 'wall' | 'cpu') => {
    const base = costs.get(of)
    if (!base || mode === 'start') return '–'
    return ((cost[key] - start[key]) / (base[key] - start[key])).toFixed(1)
  }
  const numbers = [cost.cells, cost.wall.toFixed(2), cost.cpu.toFixed(2), Math.round(cost.megabytes)]
  console.log(
    [
      mode,
      ...numbers,
      ratio('inflate', 'cpu'),
      ratio('touch', 'cpu'),
      ratio('doudi', 'cpu'),
      ratio('doudi', 'wall'),
    ].join('\t'),
  )
}
