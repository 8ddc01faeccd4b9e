import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openHistory } from '../../src/track/history.js'
import { takeLock } from '../../src/track/lock.js'
import { monthsIn, refusal, withMonth } from './opening.js'
import { startWriter } from './processes.js'
import { stateFolder } from './samples.js'

const refusedLinks = vi.hoisted(() => ({ code: null as string | null }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    linkSync: (from: string, to: string) => {
      const { code } = refusedLinks
      if (code === null) return fs.linkSync(from, to)
      throw Object.assign(new Error(`${code}: link '${from}' -> '${to}'`), { code, syscall: 'link' })
    },
  }
})

// As systems without /proc leave it.
const alive = { pid: process.ppid, host: hostname(), started: null }

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

  test('what is no file in the lock’s place is no lock that will be given back', async () => {
    const folder = stateFolder()
    mkdirSync(folder, { recursive: true })
    symlinkSync(join(folder, 'nowhere'), join(folder, 'history.duckdb.lock'))
    expect((await refusal(folder)).code).toBe('history-locked')
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
    ['of a process number without a start that has long been silent', { ...alive, started: null }, 3600],
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
    ['of a process number without a start', JSON.stringify({ ...alive, command: 'doudi run', since: 'S', token: 'x' })],
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

describe('on a file system without hard links', () => {
  const now = () => new Date('2026-11-25T01:00:00Z')
  const lockIn = () => {
    const folder = stateFolder()
    mkdirSync(folder, { recursive: true })
    return { folder, path: join(folder, 'history.duckdb.lock') }
  }
  afterEach(() => {
    refusedLinks.code = null
  })

  // EISDIR is what Windows says of exFAT.
  test.each([
    'EISDIR',
    'EPERM',
    'ENOTSUP',
    'ENOSYS',
  ])('that answers %s one writer is let in at a time', async (code) => {
    refusedLinks.code = code
    const { folder, path } = lockIn()
    const lock = await takeLock(path, 'doudi run', 0, now)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, command: 'doudi run' })
    await expect(takeLock(path, 'doudi run', 0, now)).rejects.toMatchObject({ code: 'history-locked' })
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('a lock of a process that has died is taken over', async () => {
    refusedLinks.code = 'EISDIR'
    const { folder, path } = lockIn()
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), started: null, token: 'x' }))
    const lock = await takeLock(path, 'doudi run', 0, now)
    expect(readdirSync(folder)).toEqual(['history.duckdb.lock'])
    lock.release()
  })
})
