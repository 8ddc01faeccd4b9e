import type { Month } from '../domain/month.js'
import { type CaseLife, lifeOf } from './case-life.js'
import type { CaseStep } from './case-step.js'
import type { Database } from './database.js'
import { type LastSighting, lastSightings } from './sighting-store.js'
import { stepsByCase } from './step-store.js'

/** One line of the ledger (台账): a case as it stands today, with everything that happened to it. */
export interface LedgerCase extends Omit<LastSighting, 'month'> {
  /** The latest month in which it was found. */
  readonly lastMonth: Month
  readonly life: CaseLife
  /** In their order. */
  readonly steps: readonly CaseStep[]
  /** The books that asked it, earliest first. */
  readonly asked: readonly Asking[]
}

/** A case printed in a township's book. */
interface Asking {
  readonly month: Month
  readonly round: number
  /** '' when it belongs to no known township. */
  readonly township: string
}

/** A returned file that was read, and what came of it. */
export interface ReturnedFile {
  readonly sha256: string
  /** File name without folders. */
  readonly name: string
  /** When it was read, ISO. */
  readonly readAt: string
  /** The month whose books were current then. */
  readonly month: Month
  /** Units that its sheets name as filled in by, those of inspections left out. */
  readonly units: readonly string[]
  /** Rows of it with an answer, of whatever kind (0: it came back blank); answers to cases newly taken; those sent back. */
  readonly answers: number
  readonly taken: number
  readonly sentBack: number
}

// Months compare as text; no month is later.
const always: Month = '9999-12'

/**
 * Every case that counts, by case number, as it stands today or stood at the end of `month`: later steps, askings and sightings have not happened
 * then. Cases that came to nothing (opened by a run that was repeated without them) are left out.
 */
export async function ledger(database: Database, month: Month = always): Promise<LedgerCase[]> {
  const steps = await stepsByCase(database)
  const asked = await askings(database, month)
  const cases: LedgerCase[] = []
  for (const [number, { month: lastMonth, ...sighting }] of await lastSightings(database, month)) {
    const own = (steps.get(number) ?? []).filter((step) => step.month <= month)
    const life = lifeOf(own)
    if (life) cases.push({ ...sighting, lastMonth, life, steps: own, asked: asked.get(number) ?? [] })
  }
  return cases
}

/** Cases that went into others, by number: the numbers into which they went, the next one at a time. */
export async function mergedCases(database: Database): Promise<Map<string, string>> {
  const rows = await database.rows('SELECT number, merged_into AS "into" FROM cases WHERE merged_into IS NOT NULL')
  return new Map(rows.map(({ number, into }) => [String(number), String(into)]))
}

async function askings(database: Database, until: Month): Promise<Map<string, Asking[]>> {
  const rows = await database.rows(
    'SELECT number, month, round, township FROM asked WHERE month <= $1 ORDER BY number, month',
    [until],
  )
  const byCase = new Map<string, Asking[]>()
  for (const { number, ...asking } of rows) {
    const known = byCase.get(String(number)) ?? []
    byCase.set(String(number), known)
    known.push(asking as unknown as Asking)
  }
  return byCase
}

/** Every file read back, in the order in which they were read. */
export async function returnedFiles(database: Database): Promise<ReturnedFile[]> {
  const rows = await database.rows(
    `SELECT sha256, name, read_at AS "readAt", month, units, answers, taken, sent_back AS "sentBack"
      FROM returned_file ORDER BY read_at, name, sha256`,
  )
  return rows.map((row) => ({ ...row, units: JSON.parse(String(row.units)) }) as unknown as ReturnedFile)
}

/** Notes a file that was read back. */
export async function noteReturned(database: Database, file: ReturnedFile): Promise<void> {
  const { sha256, name, readAt, month, units, answers, taken, sentBack } = file
  await database.run('INSERT INTO returned_file VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
    sha256,
    name,
    readAt,
    month,
    JSON.stringify(units),
    answers,
    taken,
    sentBack,
  ])
}
