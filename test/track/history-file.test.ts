import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ToolError } from '../../src/domain/tool-error.js'
import { type OpenOptions, openHistory } from '../../src/track/history.js'
import { type Migration, migrations } from '../../src/track/migrations.js'
import { startWriter } from './processes.js'
import { keyedRecords, memberRecord, stateFolder } from './samples.js'

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** The ToolError that opening ends in; its text and hint never leave a fact unfilled. */
async function refusal(folder: string, options: OpenOptions = {}): Promise<ToolError> {
  try {
    const history = await openHistory(folder, { waitMs: 200, ...options })
    history.close()
  } catch (error) {
    if (!(error instanceof ToolError)) throw error
    expect(error.message + error.hint).not.toMatch(/\{\w+\}/)
    return error
  }
  throw new Error('it opened')
}

async function withMonth(folder: string, options: OpenOptions & { records?: number } = {}): Promise<void> {
  const history = await openHistory(folder, options)
  const records = keyedRecords(options.records ?? 3)
  await history.transaction((month) =>
    month.storeMonth({ month: '2026-10', toolVersion: '1', deliveries: [] }, records),
  )
  history.close()
}

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

async function monthsIn(folder: string, options: OpenOptions = {}): Promise<string[]> {
  const history = await openHistory(folder, options)
  try {
    return (await history.months()).map(({ month }) => month)
  } finally {
    history.close()
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
    for (const share of [0, 0.3, 0.5, 0.7, 0.9]) {
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
    const { openDatabase } = await import('../../src/track/database.js')
    const database = await openDatabase(':memory:', false)
    await expect(database.run('INSTALL excel')).rejects.toThrow(/disabled/)
    await expect(database.rows("SELECT * FROM read_csv('/etc/hostname')")).rejects.toThrow(/disabled/)
    await expect(database.run('SET enable_external_access = true')).rejects.toThrow(/locked|Cannot/)
    database.close()
  })
})

describe('versions', () => {
  const second: Migration = {
    version: 2,
    does: 'adds a note',
    statements: ['ALTER TABLE cases ADD COLUMN note TEXT', "UPDATE cases SET note = ''"],
  }

  test('an older history is copied, then migrated', async () => {
    const folder = stateFolder()
    await withMonth(folder)
    expect((await refusal(folder, { readOnly: true, migrations: [...migrations, second] })).code).toBe('history-older')
    const history = await openHistory(folder, { migrations: [...migrations, second] })
    expect((await history.status()).schemaVersion).toBe(2)
    expect(await history.check()).toEqual([])
    expect(await history.months()).toHaveLength(1)
    history.close()
    expect(readdirSync(folder).sort()).toEqual(['history.duckdb', 'history.v1.backup.duckdb'])
    expect(mode(join(folder, 'history.v1.backup.duckdb'))).toBe('600')
  })

  test('a migration that fails leaves the older history as it was', async () => {
    const folder = stateFolder()
    await withMonth(folder)
    const broken = { ...second, statements: [...second.statements, 'ALTER TABLE nowhere ADD COLUMN x TEXT'] }
    await expect(openHistory(folder, { migrations: [...migrations, broken] })).rejects.toThrow('nowhere')
    const history = await openHistory(folder)
    expect([(await history.status()).schemaVersion, await history.check()]).toEqual([1, []])
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

describe('one writer at a time', () => {
  test('another process waits, then says who holds it; readers too', async () => {
    const folder = stateFolder()
    const writer = startWriter(folder, 'hold', 1500)
    await writer.hears('ready')
    const errors = [await refusal(folder), await refusal(folder, { readOnly: true })]
    for (const error of errors) {
      expect(error.code).toBe('history-locked')
      expect(error.facts).toMatchObject({ pid: writer.process.pid, host: hostname(), command: 'doudi run' })
      expect(Date.now() - Date.parse(String(error.facts.since))).toBeLessThan(60_000)
    }
    expect(await monthsIn(folder, { waitMs: 8000 })).toEqual([])
    await writer.ended
  })

  test('this process does not open it twice', async () => {
    const folder = stateFolder()
    const history = await openHistory(folder)
    expect((await refusal(folder)).code).toBe('history-locked')
    expect((await refusal(folder, { readOnly: true })).code).toBe('history-locked')
    history.close()
    expect(await monthsIn(folder)).toEqual([])
  })

  test('a reader makes a writer wait, by the lock of the database itself', async () => {
    const folder = stateFolder()
    await withMonth(folder)
    const reader = await openHistory(folder, { readOnly: true })
    const writer = startWriter(folder, 'hold', 0)
    await writer.ended
    expect(writer.said).toEqual(['refused history-locked-by-program'])
    expect(await reader.months()).toHaveLength(1)
    reader.close()
  })

  test.each([
    ['of a process that has died', { pid: 2 ** 22 + 1, host: hostname(), started: null }, 0],
    ['of a process number that another process has now', { pid: process.pid, host: hostname(), started: '1' }, 0],
    ['of another machine that has long been silent', { pid: 1, host: 'elsewhere', started: null }, 3600],
  ])('a lock %s is taken over', async (_, holder, silentSeconds) => {
    const folder = stateFolder()
    await withMonth(folder)
    const lock = join(folder, 'history.duckdb.lock')
    writeFileSync(lock, JSON.stringify({ ...holder, command: 'doudi run', since: '2026-11-01T00:00:00Z', token: 'x' }))
    utimesSync(lock, Date.now() / 1000 - silentSeconds, Date.now() / 1000 - silentSeconds)
    expect(await monthsIn(folder)).toEqual(['2026-10'])
    expect(readdirSync(folder)).toEqual(['history.duckdb'])
  })

  test.each([
    ['of another machine', JSON.stringify({ pid: 1, host: 'elsewhere', command: 'doudi run', since: 'S', token: 'x' })],
    ['that cannot be read', '{"pid":'],
  ])('a fresh lock %s is respected', async (_, content) => {
    const folder = stateFolder()
    await withMonth(folder)
    writeFileSync(join(folder, 'history.duckdb.lock'), content)
    expect((await refusal(folder)).code).toBe('history-locked')
    expect(readFileSync(join(folder, 'history.duckdb.lock'), 'utf8')).toBe(content)
  })

  test('of many who find a dead lock at once only one gets in at a time', async () => {
    const folder = stateFolder()
    await withMonth(folder)
    const dead = { pid: 2 ** 22 + 1, host: hostname(), started: null, command: '', since: '', token: 'x' }
    writeFileSync(join(folder, 'history.duckdb.lock'), JSON.stringify(dead))
    const writers = Array.from({ length: 3 }, () => startWriter(folder, 'hold', 600))
    await Promise.all(writers.map(({ ended }) => ended))
    const outcomes = writers.map(({ said }) => said[0])
    expect(outcomes.filter((text) => text === 'ready').length).toBeGreaterThan(0)
    expect(outcomes.filter((text) => text !== 'ready' && !text?.startsWith('refused history-locked'))).toEqual([])
    expect(await monthsIn(folder)).toEqual(['2026-10'])
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
