import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'

const diskFull = /No space left|ENOSPC|EDQUOT|[Dd]isk quota|File too large|EFBIG|failed to offload/
const notWritable =
  /Permission denied|EACCES|EPERM|EROFS|Read-only file system|not permitted|ENOTDIR|EEXIST|Not a directory/
const damaged =
  /not a valid DuckDB database file|[Cc]hecksum|[Cc]orrupt|Serialization Error|[Ff]ailed to deserialize|Could not read enough bytes/
const newer = /storage version|newer version of DuckDB|version number/

/**
 * What a fault of the history file or its folder means to the clerk: a ToolError when it is the machine's (disk, rights, damage, another
 * program), otherwise the error as it came, which is then a bug of ours. `file` is the history file.
 */
export function historyFault(error: unknown, file: string): unknown {
  if (error instanceof ToolError || !(error instanceof Error)) return error
  const text = error.message
  if (isHeld(error)) return new ToolError('history-locked-by-program', { file, pid: holderPid(text) })
  if (diskFull.test(text)) return new ToolError('history-disk-full', { file })
  if (newer.test(text)) return new ToolError('history-newer', { file })
  if (damaged.test(text)) return new ToolError('history-damaged', { file })
  if (notWritable.test(text)) return new ToolError('history-not-writable', { file })
  if ('syscall' in error)
    return new ToolError('history-io', { file, reason: refusalWords(String((error as NodeJS.ErrnoException).code)) })
  if (/^IO Error/.test(text)) return new ToolError('history-io', { file, reason: firstLine(text) })
  return error
}

/** True when DuckDB refuses the file because another process has it open. */
export function isHeld(error: unknown): boolean {
  if (error instanceof ToolError) return error.code === 'history-locked-by-program'
  return (
    error instanceof Error && /Conflicting lock|Could not set lock|being used by another process/.test(error.message)
  )
}

function holderPid(text: string): string {
  return /PID (\d+)/.exec(text)?.[1] ?? '不详'
}

function firstLine(text: string): string {
  return text.split('\n')[0] as string
}
