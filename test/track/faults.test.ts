import { describe, expect, test } from 'vitest'
import { ToolError } from '../../src/domain/tool-error.js'
import { historyFault, isHeld } from '../../src/track/faults.js'

const file = '/state/history.duckdb'
const held =
  'IO Error: Could not set lock on file "x": Conflicting lock is held in /usr/bin/node (PID 4711). See also …'

describe('historyFault', () => {
  test.each([
    [held, 'history-locked-by-program'],
    ['IO Error: Could not write file "x": No space left on device', 'history-disk-full'],
    ['Out of Memory Error: failed to offload data block of size 256.0 KiB', 'history-disk-full'],
    ['ENOSPC: no space left on device, write', 'history-disk-full'],
    ['IO Error: Cannot open file "x": Permission denied', 'history-not-writable'],
    ["EROFS: read-only file system, open 'x'", 'history-not-writable'],
    ['IO Error: The file "x" exists, but it is not a valid DuckDB database file!', 'history-damaged'],
    ['IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2', 'history-damaged'],
    ['IO Error: Could not read enough bytes from file "x": attempted to read 262144 bytes', 'history-damaged'],
    ['IO Error: Trying to read a database file with version number 99, but we can only read 64', 'history-newer'],
    ['IO Error: Could not read from file "x": Input/output error', 'history-io'],
  ])('%s is %s', (message, code) => {
    const fault = historyFault(new Error(message), file)
    expect(fault).toBeInstanceOf(ToolError)
    expect(fault).toMatchObject({ code, facts: { file } })
  })

  test('a refusal of the system without a message of its own is said in words', () => {
    const refused = Object.assign(new Error("ELOOP: too many symbolic links encountered, mkdir 'x'"), {
      code: 'ELOOP',
      syscall: 'mkdir',
    })
    expect(historyFault(refused, file)).toMatchObject({ code: 'history-io', facts: { reason: '快捷方式指向自己' } })
  })

  test('our own bugs and our own errors stay what they are', () => {
    const bug = new Error('Binder Error: column "x" not found')
    const known = new ToolError('history-newer', { file })
    expect(historyFault(bug, file)).toBe(bug)
    expect(historyFault(known, file)).toBe(known)
    expect(historyFault('text', file)).toBe('text')
  })

  test('a held file names the process, as it came and as a ToolError', () => {
    const fault = historyFault(new Error(held), file)
    expect(fault).toMatchObject({ facts: { pid: '4711' } })
    expect([isHeld(new Error(held)), isHeld(fault), isHeld(new Error('other'))]).toEqual([true, true, false])
  })
})
