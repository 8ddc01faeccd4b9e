// Stores and loads one large month: `npx tsx bench/history.ts [records]`. Prints seconds, file size and peak memory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonRecord } from '../src/ingest/source.js'
import { openHistory } from '../src/track/history.js'
import type { KeyedRecord } from '../src/track/record-codec.js'

const count = Number(process.argv[2] ?? 400_000)
const folder = mkdtempSync(join(tmpdir(), 'doudi-bench-'))
const run = { month: '2026-11', toolVersion: 'bench', deliveries: [] }

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = [(performance.now() - start) / 1000, (user + system) / 1e6].map((value) => value.toFixed(2))
  console.log(`${what.padEnd(24)} ${seconds[0]} s (${seconds[1]} s of processor)`)
  return result
}

// Rows as wide as a rural-allowance member's, in 12 townships with 20 villages each.
function* records(): Generator<KeyedRecord> {
  for (let index = 0; index < count; index++) {
    const digits = String(index).padStart(6, '0')
    const value = `34019919${40 + (index % 60)}0101${digits.slice(0, 4)}`
    const record = {
      index,
      source: ['rural-allowance-members', 'registered-poor', 'disability-certificates'][index % 3],
      origin: { file: `民政_2026-11_${index % 4}.xlsx`, sheet: '家庭成员', row: (index >> 2) + 4, column: null },
      programmes: ['rural-allowance'],
      system: 'rural-allowance',
      place: { township: `第${index % 12}镇`, village: `第${(index >> 4) % 20}村` },
      idNumber: { state: 'intact', value, pattern: value },
      name: `测试${String.fromCodePoint(0x4e00 + (index % 2000))}`,
      sex: index % 2 === 0 ? '男' : '女',
      birthDate: `19${40 + (index % 60)}-01-01`,
      householdNumber: `3401990010${String(index >> 2).padStart(6, '0')}`,
      headIdNumber: { state: 'intact', value, pattern: value },
      headName: '测试户主',
      relation: '配偶',
      phone: `1390000${digits.slice(0, 4)}`,
      bankAccount: `6217000000${digits}`,
      formerIdNumber: null,
      formerName: null,
      age: null,
      amountFen: 42_000 + (index % 100),
      startMonth: '2021-03',
      graceStart: null,
      insured: true,
      category: null,
      level: null,
      health: '健康',
      labour: '有劳动能力',
      workplace: null,
    }
    yield { personKey: value, record: record as unknown as PersonRecord }
  }
}

const history = await openHistory(join(folder, 'state'))
await timed('make the records', async () => {
  let made = 0
  for (const _ of records()) made++
  return made
})
await timed('store a month', () => history.transaction((month) => month.storeMonth(run, records())))
await timed('store it again', () => history.transaction((month) => month.storeMonth(run, records())))
const past = await timed('load it', () => history.previousMonth('2026-12'))
const problems = await timed('check', () => history.check())
const { bytes } = await history.status()
await timed('close', async () => history.close())
const peak = process.resourceUsage().maxRSS / 1024
console.log(
  `${past?.records.length} records, ${problems.length} problems, file ${(bytes / 2 ** 20).toFixed(0)} MiB, peak ${peak.toFixed(0)} MiB`,
)
rmSync(folder, { recursive: true })
