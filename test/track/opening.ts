import { expect } from 'vitest'
import { ToolError } from '../../src/domain/tool-error.js'
import { type OpenOptions, openHistory } from '../../src/track/history.js'
import { keyedRecords } from './samples.js'

/** The ToolError that opening ends in; its text and hint never leave a fact unfilled. */
export async function refusal(folder: string, options: OpenOptions = {}): Promise<ToolError> {
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

/** Stores 2026-10 with a few records in the history of `folder`. */
export async function withMonth(folder: string, options: OpenOptions & { records?: number } = {}): Promise<void> {
  const history = await openHistory(folder, options)
  const records = keyedRecords(options.records ?? 3)
  await history.transaction((month) =>
    month.storeMonth({ month: '2026-10', toolVersion: '1', deliveries: [] }, records),
  )
  history.close()
}

/** The months stored in the history of `folder`. */
export async function monthsIn(folder: string, options: OpenOptions = {}): Promise<string[]> {
  const history = await openHistory(folder, options)
  try {
    return (await history.months()).map(({ month }) => month)
  } finally {
    history.close()
  }
}
