import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ToolError } from '../../src/domain/tool-error.js'
import { openDatabase } from '../../src/track/database.js'
import { openHistory } from '../../src/track/history.js'
import { createHistory } from '../../src/track/migrate.js'
import { type Migration, migrations } from '../../src/track/migrations.js'
import { monthsIn, refusal, withMonth } from './opening.js'
import { startWriter } from './processes.js'
import { finding, keyedRecords, memberRecord, monthView, stateFolder } from './samples.js'

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** 'whole' when check finds nothing and the stored month reads as it was written, else the code of the error. */
async function checked(folder: string): Promise<string> {
  try {
    const history = await openHistory(folder)
    try {
      expect(await history.check()).toEqual([])
      expect((await history.previousMonth('2026-11'))?.records.at(-1)).toMatchObject(memberRecord(19_999))
    } finally {
      history.close()
    }
    return 'whole'
  } catch (error) {
    if (error instanceof ToolError) return error.code
    throw error
  }
}

describe('the file', () => {
  test('is readable by its owner only, like its folder and its log', async () => {
    const folder = stateFolder()
    const history = await openHistory(folder)
    const before = process.umask()
    await history.transaction((month) =>
      month.storeMonth({ month: '2026-10', toolVersion: '1', deliveries: [] }, keyedRecords(3)),
    )
    expect([mode(folder), mode(join(folder, 'history.duckdb')), mode(join(folder, 'history.duckdb.wal'))]).toEqual([
      '700',
      '600',
      '600',
    ])
    expect(process.umask()).toBe(before)
    history.close()
    expect(readdirSync(folder)).toEqual(['history.duckdb'])
  })

  test('is not made for reading or for a dry run, which see an empty history', async () => {
    const folder = stateFolder()
    expect(await monthsIn(folder, { readOnly: true })).toEqual([])
    await withMonth(folder, { create: false })
    expect(readdirSync(dirname(folder))).toEqual([])
  })

  test('that was made for work that failed goes again, and one that stood there before stays', async () => {
    const folder = stateFolder()
    const failing = async () => {
      const history = await openHistory(folder)
      const work = history.transaction(() => Promise.reject(new Error('stopped')))
      await expect(work).rejects.toThrow('stopped')
      history.close()
    }
    await failing()
    expect(readdirSync(folder)).toEqual([])
    await withMonth(folder)
    await failing()
    expect(await monthsIn(folder)).toEqual(['2026-10'])
  })

  test('left unfinished by a process killed while making it is made anew', async () => {
    const folder = stateFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'history.duckdb.new'), 'half')
    await withMonth(folder)
    expect(await monthsIn(folder)).toEqual(['2026-10'])
  })

  test('that is damaged or something else is refused and left alone', async () => {
    const folder = stateFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'history.duckdb'), 'not a history '.repeat(1000))
    expect((await refusal(folder)).code).toBe('history-damaged')
    expect((await refusal(folder, { readOnly: true })).code).toBe('history-damaged')
    expect(readFileSync(join(folder, 'history.duckdb'), 'utf8')).toBe('not a history '.repeat(1000))
    expect(readdirSync(folder)).toEqual(['history.duckdb'])
  })

  test('with spoilt bytes is called damaged, unless they lay where nothing is kept', async () => {
    const folder = stateFolder()
    const file = join(folder, 'history.duckdb')
    await withMonth(folder, { records: 20_000 })
    const bytes = readFileSync(file)
    const outcomes = new Set<string>()
    for (let share = 0; share < 1; share += 0.04) {
      const spoilt = Buffer.from(bytes)
      spoilt.fill(0x5a, Math.floor(bytes.length * share), Math.floor(bytes.length * share) + 64)
      writeFileSync(file, spoilt)
      outcomes.add(await checked(folder))
    }
    expect(outcomes).toEqual(new Set(['history-damaged', 'whole']))
    expect(readdirSync(folder)).toEqual(['history.duckdb'])
  })

  test('whose folder is a file, or may not be written, is a clear error', async () => {
    const folder = stateFolder()
    writeFileSync(folder, '')
    expect((await refusal(folder)).code).toBe('history-not-writable')
  })

  test('reaches nothing outside itself: no extension, no other file', async () => {
    const database = await openDatabase(':memory:', false)
    await expect(database.run('INSTALL excel')).rejects.toThrow(/disabled/)
    await expect(database.rows("SELECT * FROM read_csv('/etc/hostname')")).rejects.toThrow(/disabled/)
    await expect(database.run('SET enable_external_access = true')).rejects.toThrow(/locked|Cannot/)
    database.close()
  })
})

describe('versions', () => {
  const latest = migrations.length
  const second: Migration = {
    version: latest + 1,
    does: 'adds a note',
    statements: ['ALTER TABLE cases ADD COLUMN note TEXT', "UPDATE cases SET note = ''"],
  }

  test('an older history is copied, then migrated', async () => {
    const folder = stateFolder()
    await withMonth(folder)
    expect((await refusal(folder, { readOnly: true, migrations: [...migrations, second] })).code).toBe('history-older')
    const history = await openHistory(folder, { migrations: [...migrations, second] })
    expect((await history.status()).schemaVersion).toBe(latest + 1)
    expect(await history.check()).toEqual([])
    expect(await history.months()).toHaveLength(1)
    history.close()
    expect(readdirSync(folder).sort()).toEqual(['history.duckdb', `history.v${latest}.backup.duckdb`])
    expect(mode(join(folder, `history.v${latest}.backup.duckdb`))).toBe('600')
  })

  test('a history of the first release keeps its cases: their numbers, first months and facts', async () => {
    const folder = stateFolder()
    mkdirSync(folder)
    await createHistory(join(folder, 'history.duckdb'), migrations.slice(0, 1), () => new Date())
    const database = await openDatabase(join(folder, 'history.duckdb'), false)
    await database.run("INSERT INTO month_run VALUES ('2026-09', '0.1.0', '2026-09-26T00:00:00.000Z', 1, 0)")
    await database.run(
      "INSERT INTO cases VALUES ('202609-T01-0001', 'T01', 'a', '2026-09', 1, '脱保', 'person', 'a', NULL)",
    )
    await database.run(`INSERT INTO sighting VALUES
      ('202609-T01-0001', '2026-09', 'high', '河湾镇', NULL, 'H1', NULL, '说明', '{}', 'f')`)
    database.close()
    const history = await openHistory(folder)
    const [known] = await history.transaction(async (transaction) => {
      await transaction.storeMonth({ month: '2026-10', toolVersion: '1', deliveries: [] }, [])
      return transaction.recordFindings(monthView('2026-10', [finding('a')]))
    })
    expect(known).toMatchObject({ number: '202609-T01-0001', firstMonth: '2026-09', timesSeen: 2, asked: true })
    expect(await history.check()).toEqual([])
    history.close()
  })

  test('a migration that fails leaves the older history as it was', async () => {
    const folder = stateFolder()
    await withMonth(folder)
    const broken = { ...second, statements: [...second.statements, 'ALTER TABLE nowhere ADD COLUMN x TEXT'] }
    await expect(openHistory(folder, { migrations: [...migrations, broken] })).rejects.toThrow('nowhere')
    const history = await openHistory(folder)
    expect([(await history.status()).schemaVersion, await history.check()]).toEqual([latest, []])
    history.close()
  })

  test('a newer history is refused and not touched', async () => {
    const folder = stateFolder()
    await withMonth(folder, { migrations: [...migrations, second] })
    const before = readFileSync(join(folder, 'history.duckdb'))
    expect((await refusal(folder)).code).toBe('history-newer')
    expect((await refusal(folder, { readOnly: true })).code).toBe('history-newer')
    expect(readFileSync(join(folder, 'history.duckdb')).equals(before)).toBe(true)
  })
})

test.skipIf(process.platform === 'win32')('a full disk loses the run, not the history', async () => {
  const folder = stateFolder()
  await withMonth(folder)
  // The largest file this writer may make is 2 MiB, in blocks of 512 bytes; the signal that comes with the limit is ignored.
  const writer = startWriter(folder, 'write', 60_000, "trap '' XFSZ; ulimit -f 4096;")
  await writer.ended
  expect(writer.said).toEqual(['ready', 'refused history-disk-full'])
  const history = await openHistory(folder)
  expect(await history.check()).toEqual([])
  expect((await history.previousMonth('2026-11'))?.records).toHaveLength(3)
  history.close()
})

test.skipIf(process.platform === 'win32')('a disk full from the first leaves no history behind', async () => {
  const folder = stateFolder()
  const writer = startWriter(folder, 'write', 10, "trap '' XFSZ; ulimit -f 200;")
  await writer.ended
  expect(writer.said).toEqual(['refused history-disk-full'])
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(process.getuid?.() === 0)('a read-only folder can be read, and writing says why it cannot', async () => {
  const folder = stateFolder()
  await withMonth(folder)
  chmodSync(folder, 0o500)
  expect((await refusal(folder)).code).toBe('history-not-writable')
  expect(await monthsIn(folder, { readOnly: true })).toEqual(['2026-10'])
  chmodSync(folder, 0o000)
  expect((await refusal(folder, { readOnly: true })).code).toBe('history-not-writable')
  chmodSync(folder, 0o700)
})
