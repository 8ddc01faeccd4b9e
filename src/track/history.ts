import { statSync } from 'node:fs'
import type { Month } from '../domain/month.js'
import type { AskedHouseholds } from '../match/asked-households.js'
import type { Judgement } from '../match/judgements.js'
import type { KeyChange } from '../match/person-key.js'
import type { Rewordings } from '../match/reworded-rows.js'
import { askedHouseholds } from './asked-households.js'
import type { Case } from './case.js'
import type { StepDraft } from './case-step.js'
import { type MonthView, recordFindings } from './case-store.js'
import { checkHistory, type HistoryProblem } from './check.js'
import type { Database } from './database.js'
import {
  emptyInMemory,
  historyFile,
  isThere,
  type OpenFile,
  type Opening,
  openFile,
  openingOf,
} from './history-file.js'
import {
  addJudgement,
  everyJudgement,
  judgementsInForce,
  matchingModelBefore,
  storeMatchingModel,
} from './judgement.js'
import { changeKeys, keyNow, rewordings } from './key-change.js'
import { type LedgerCase, ledger, mergedCases, noteReturned, type ReturnedFile, returnedFiles } from './ledger.js'
import { schemaVersion } from './migrate.js'
import {
  type MonthRun,
  type PastMonth,
  previousMonth,
  purgedBefore,
  type StoredMonth,
  storedMonths,
  storeMonth,
} from './month-store.js'
import { addProposal, type IdProposal, idProposals } from './proposal.js'
import type { KeyedRecord } from './record-codec.js'
import { openReported, type ReportedCase } from './reported-case.js'
import { addSteps } from './step-store.js'

/** What the history can be asked, inside a transaction and outside. */
export interface HistoryReader {
  /** Every stored month, earliest first. */
  months(): Promise<StoredMonth[]>
  /** The earliest stored month when a purge took those before it, else null. */
  purgedBefore(): Promise<Month | null>
  /** The latest stored month before `month` with its records, deliveries and row counts; null in a first month. */
  previousMonth(month: Month): Promise<PastMonth | null>
  /** What persons decided about identities, one judgement a pair; with `month` as the run of that month goes by them. */
  judgements(month?: Month): Promise<Judgement[]>
  /** Every judgement that was ever made, in order; the last on a pair is in force. */
  everyJudgement(): Promise<Judgement[]>
  /** What a key of an earlier month goes by today: the key it was merged into, or itself. */
  keyNow(): Promise<(key: string) => string>
  /** Judged rows whose damaged number is written otherwise since, as runs up to that of `month` found. */
  rewordings(month: Month): Promise<Rewordings>
  /** Households that cases seen before `month` speak of. */
  askedHouseholds(month: Month): Promise<AskedHouseholds>
  /** Every case as it stands today, or stood at the end of `month`, by number. */
  ledger(month?: Month): Promise<LedgerCase[]>
  /** Cases that went into others. */
  mergedCases(): Promise<Map<string, string>>
  /** Correct ids that townships gave; with `month` those that its run goes by. */
  idProposals(month?: Month): Promise<IdProposal[]>
  /** Every file of answers that was read, in order. */
  returnedFiles(): Promise<ReturnedFile[]>
  /** The matching model (JSON text) learned in the latest month before `month`, or null. */
  matchingModel(month: Month): Promise<string | null>
}

/** What one run writes: all of it or nothing. */
interface Transaction extends HistoryReader {
  /** Replaces the month as a whole by this run's deliveries and records. Comes before `recordFindings`. */
  storeMonth(run: MonthRun, records: Iterable<KeyedRecord>): Promise<void>
  /** Replaces what was seen in the month, takes the steps that follow, and returns the month's cases: see `recordFindings`. */
  recordFindings(view: MonthView): Promise<Case[]>
  /** Adds steps to cases, in the order given. */
  addSteps(drafts: readonly StepDraft[]): Promise<void>
  /** Opens reported cases in the latest stored month; returns the numbers of the new ones. */
  openReported(reported: readonly ReportedCase[], month: Month): Promise<readonly string[]>
  /** Keeps a correct id that somebody read from a document. */
  propose(proposal: IdProposal): Promise<void>
  /** Carries keys that gave way to others through every month's records, cases and judgements. */
  changeKeys(changes: readonly KeyChange[], month: Month): Promise<void>
  /** Notes a file of answers. */
  noteReturned(file: ReturnedFile): Promise<void>
  /** Adds a judgement on two keys. */
  judge(judgement: Judgement): Promise<void>
  /** Keeps the matching model of `month`. */
  storeMatchingModel(month: Month, model: string): Promise<void>
}

/** Figures for `status`. */
interface HistoryStatus {
  /** null while there is no file yet. */
  readonly file: string | null
  readonly bytes: number
  readonly schemaVersion: number
  readonly months: readonly StoredMonth[]
  readonly cases: number
  readonly judgements: number
}

/** The county's memory: one file, one writer at a time. Must be closed. */
export interface History extends HistoryReader {
  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws or with `dryRun`. A process that dies before the
   * commit leaves the history as it was.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, options?: { readonly dryRun?: boolean }): Promise<T>
  /** What in the history cannot be right; empty when it is whole. Throws ToolError 'history-damaged' when it cannot even be read. */
  check(): Promise<HistoryProblem[]>
  status(): Promise<HistoryStatus>
  /** Lets go of the file and the lock; a second call does nothing. A file made for this history to which nothing was committed goes again. */
  close(): void
}

/** How to open a history. */
export interface OpenOptions extends Partial<Opening> {
  /** No writing: several may read at once, though not while one writes. A missing file reads as an empty history. */
  readonly readOnly?: boolean
  /** False: a missing file is not created; what is written goes to memory and is lost (for a dry run in a new workspace). Default true. */
  readonly create?: boolean
}

/**
 * Opens the history in `folder` (created 0700, the file 0600), migrating an older one after a backup. Throws ToolError when another process
 * holds it (history-locked, history-locked-by-program), when it is of a later version (history-newer), damaged (history-damaged), or when the
 * folder or disk refuses (history-not-writable, history-disk-full, history-io); the file is then as it was.
 */
export async function openHistory(folder: string, options: OpenOptions = {}): Promise<History> {
  const { readOnly = false, create = !readOnly } = options
  const opening = openingOf(options)
  const { migrations: steps, now } = opening
  if (create || isThere(historyFile(folder))) return historyOn(await openFile(folder, readOnly, opening), opening)
  return historyOn({ database: await emptyInMemory(steps, now), file: null, letGo: () => undefined }, opening)
}

// `file` is null for a history in memory.
function historyOn(
  { database, file, letGo }: Omit<OpenFile, 'file'> & { readonly file: string | null },
  { migrations: steps, now }: Opening,
): History {
  const reader = readerOf(database)
  let inTransaction = false
  let open = true
  let isEmpty = true
  return {
    ...reader,
    async transaction(work, { dryRun = false } = {}) {
      if (inTransaction) throw new Error('the history is already in a transaction')
      inTransaction = true
      try {
        const result = await inOne(database, dryRun, () => work({ ...reader, ...writerOf(database, now) }))
        isEmpty &&= dryRun
        return result
      } finally {
        inTransaction = false
      }
    },
    check: () => checkHistory(database, steps),
    status: () => statusOf(database, file),
    close() {
      if (!open) return
      open = false
      database.close()
      letGo(isEmpty)
    },
  }
}

function readerOf(database: Database): HistoryReader {
  return {
    months: () => storedMonths(database),
    purgedBefore: () => purgedBefore(database),
    previousMonth: (month) => previousMonth(database, month),
    judgements: (month) => judgementsInForce(database, month),
    everyJudgement: () => everyJudgement(database),
    keyNow: () => keyNow(database),
    rewordings: (month) => rewordings(database, month),
    askedHouseholds: (month) => askedHouseholds(database, month),
    ledger: (month) => ledger(database, month),
    mergedCases: () => mergedCases(database),
    idProposals: (month) => idProposals(database, month),
    returnedFiles: () => returnedFiles(database),
    matchingModel: (month) => matchingModelBefore(database, month),
  }
}

function writerOf(database: Database, now: () => Date): Omit<Transaction, keyof HistoryReader> {
  return {
    storeMonth: (run, records) => storeMonth(database, run, records, now),
    recordFindings: (view) => recordFindings(database, view, now),
    addSteps: (drafts) => addSteps(database, drafts, now),
    openReported: (reported, month) => openReported(database, reported, month, now),
    propose: (proposal) => addProposal(database, proposal),
    changeKeys: (changes, month) => changeKeys(database, changes, month, now),
    noteReturned: (file) => noteReturned(database, file),
    judge: (judgement) => addJudgement(database, judgement),
    storeMatchingModel: (month, model) => storeMatchingModel(database, month, model),
  }
}

async function inOne<T>(database: Database, dryRun: boolean, work: () => Promise<T>): Promise<T> {
  await database.run('BEGIN TRANSACTION')
  try {
    const result = await work()
    await database.run(dryRun ? 'ROLLBACK' : 'COMMIT')
    return result
  } catch (error) {
    // When the rollback fails too (after a failed commit DuckDB has let go of the transaction), nothing was committed either way.
    await database.run('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function statusOf(database: Database, file: string | null): Promise<HistoryStatus> {
  const [counts] = await database.rows(
    `SELECT (SELECT count(*)::INTEGER FROM cases WHERE merged_into IS NULL) AS cases,
      (SELECT count(*)::INTEGER FROM judgement) AS judgements`,
  )
  return {
    file,
    bytes: file === null ? 0 : sizeOf(file) + sizeOf(`${file}.wal`),
    schemaVersion: await schemaVersion(database, file ?? ''),
    months: await storedMonths(database),
    cases: Number(counts?.cases),
    judgements: Number(counts?.judgements),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
