import type { Person } from '../match/person.js'
import type { KeyChange } from '../match/person-key.js'
import type { Case } from './case.js'
import type { MonthView } from './case-store.js'
import type { History, HistoryReader } from './history.js'
import type { MonthRun } from './month-store.js'
import type { KeyedRecord } from './record-codec.js'

/** What the month's run found out. */
export interface MonthResult {
  readonly run: MonthRun
  readonly persons: readonly Person[]
  /** What was found, and what it takes to say what that means for the cases known already. */
  readonly view: MonthView
  /** Keys that matching gave up for others. */
  readonly keyChanges?: readonly KeyChange[]
  /** The matching model learned, as JSON text. */
  readonly matchingModel?: string
}

/**
 * Carries a run into the history and gives its cases, and the history as it then stands, to `publish`, all in one transaction; returns what
 * `publish` returns. What is published and what the history knows agree: a publication that fails takes the run back, and a process killed between
 * the two leaves books that the same command makes again. With `dryRun` the history stays as it was.
 */
export async function track<T>(
  history: History,
  { run, persons, view, keyChanges = [], matchingModel }: MonthResult,
  publish: (cases: readonly Case[], history: HistoryReader) => Promise<T>,
  options: { readonly dryRun?: boolean } = {},
): Promise<T> {
  return history.transaction(async (transaction) => {
    await transaction.changeKeys(keyChanges, run.month)
    await transaction.storeMonth(run, keyedRecords(persons))
    if (matchingModel !== undefined) await transaction.storeMatchingModel(run.month, matchingModel)
    return publish(await transaction.recordFindings(view), transaction)
  }, options)
}

/** The records of all persons, by record index. Rows shown as duplicates of another say nothing new and are left out. */
export function keyedRecords(persons: readonly Person[]): KeyedRecord[] {
  return persons
    .flatMap(({ key, links }) => links.map(({ record }) => ({ personKey: key, record })))
    .sort((left, right) => left.record.index - right.record.index)
}
