import { availableParallelism, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api'
import { historyFault } from './faults.js'

/** What the history binds and reads. Everything else is text or a whole number. */
export type SqlValue = string | number | boolean | null

/** One row of a result by column name; whole numbers are cast to INTEGER or DOUBLE in the statement, so none is a bigint. */
export type SqlRow = Readonly<Record<string, SqlValue>>

/** One open connection to the history file. Every fault of file or disk comes out as a ToolError. */
export interface Database {
  /** Runs one statement; values are bound to $1, $2 … */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>
  /** All rows of a result. */
  rows(sql: string, values?: readonly SqlValue[]): Promise<SqlRow[]>
  /** Adds rows to the end of `table`, given as chunks of columns in the table's order (at most `chunkRows` rows each). */
  append(table: string, chunks: Iterable<SqlValue[][]>): Promise<void>
  /** Writes what is open to the file and lets go of it; a second call does nothing. */
  close(): void
}

/** Rows that one chunk holds: DuckDB's vector size. */
export const chunkRows = 2048

/** Opens a DuckDB file (or ':memory:') without network, extensions or access to any other file but `attached`, which goes by that name. */
export async function openDatabase(file: string, readOnly: boolean, attached?: string): Promise<Database> {
  const create = () => DuckDBInstance.create(file, configuration(file, readOnly))
  const instance = await privately(() => guard(file, create))
  const opened = await instance.connect()
  if (attached !== undefined) await opened.run(`ATTACH '${attached.replaceAll("'", "''")}' AS attached`)
  // Not accepted among the options at opening; from here on no statement can reach beyond the file or undo it.
  await opened.run('SET enable_external_access = false')
  await opened.run('SET lock_configuration = true')
  return {
    run: (sql, values = []) => privately(() => guard(file, async () => void (await opened.run(sql, [...values])))),
    rows: (sql, values = []) =>
      privately(() =>
        guard(file, async () => (await (await opened.run(sql, [...values])).getRowObjectsJS()) as SqlRow[]),
      ),
    append: (table, chunks) =>
      privately(() =>
        guard(file, async () => {
          const appender = await opened.createAppender(table)
          const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column))
          for (const columns of chunks) {
            const chunk = DuckDBDataChunk.create(types, columns[0]?.length ?? 0)
            chunk.setColumns(columns)
            appender.appendDataChunk(chunk)
          }
          appender.closeSync()
        }),
      ),
    close: () => {
      opened.closeSync()
      instance.closeSync()
    },
  }
}

// An office machine: the rest of the run needs the memory more than the history does, and spilled rows stay inside the private folder.
function configuration(file: string, readOnly: boolean): Record<string, string> {
  const megabytes = Math.max(256, Math.min(1024, Math.floor(totalmem() / 4 / 2 ** 20)))
  return {
    access_mode: readOnly ? 'READ_ONLY' : 'AUTOMATIC',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: `${megabytes}MB`,
    threads: String(Math.max(1, Math.min(4, availableParallelism()))),
    temp_directory: file === ':memory:' ? '' : join(dirname(file), 'tmp'),
  }
}

async function guard<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw historyFault(error, file)
  }
}

// DuckDB creates its write-ahead log and spill files with the process's mask, whenever it likes; they hold the same people as the history.
// Statements may overlap, so the mask comes back when the last of them ends.
let privateSteps = 0
let outerMask = 0

async function privately<T>(work: () => Promise<T>): Promise<T> {
  if (!isMainThread) return work()
  if (privateSteps++ === 0) outerMask = process.umask(0o077)
  try {
    return await work()
  } finally {
    if (--privateSteps === 0) process.umask(outerMask)
  }
}
