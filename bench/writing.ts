/**
 * Writing the month of a county of 300,000 people: 20 townships, 20,000 cases, 30,000 identity questions. Prints the time of each part and
 * the peak memory of the process. Run: `npx tsx bench/writing.ts [persons] [cases] [questions]`.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publish } from '../src/write/publish.js'
import { sampleReport } from '../test/write/sample-report.js'

async function main(): Promise<void> {
  const [persons = 300_000, cases = 20_000, questions = 30_000] = process.argv.slice(2).map(Number)
  const report = sampleReport({ townships: 20, persons, cases, questions })
  const folder = await mkdtemp(join(tmpdir(), 'doudi-writing-'))
  const before = process.memoryUsage().rss
  const parts = new Map<string, number>()
  const start = performance.now()
  const cpu = process.cpuUsage()
  let last = start
  await publish({
    folder: join(folder, '2026-11'),
    report,
    onFile: (path) => {
      const part = path.startsWith('data/') ? path : (path.split('/')[0] as string)
      parts.set(part, (parts.get(part) ?? 0) + performance.now() - last)
      last = performance.now()
    },
  })
  for (const [part, time] of parts) console.log(`${part}\t${(time / 1000).toFixed(2)} s`)
  console.log(`total\t${((performance.now() - start) / 1000).toFixed(2)} s`)
  const { user, system } = process.cpuUsage(cpu)
  console.log(`processor\t${((user + system) / 1e6).toFixed(2)} s`)
  const peak = process.resourceUsage().maxRSS * 1024
  console.log(`memory\treport in memory ${megabytes(before)}, peak ${megabytes(peak)}`)
  await rm(folder, { recursive: true })
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`
}

await main()
