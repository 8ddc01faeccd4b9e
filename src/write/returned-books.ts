import { join } from 'node:path'
import type { Mask } from '../domain/mask.js'
import type { Month } from '../domain/month.js'
import { unplaced } from '../domain/place.js'
import { inForce } from '../track/case-life.js'
import type { LedgerCase } from '../track/ledger.js'
import { safeName } from './books.js'
import { protectedBook } from './protected-book.js'
import { tablesOf } from './sheet.js'
import { returnedSheets } from './sheets/returned/all.js'
import type { ReturnedRow } from './sheets/returned/returned.js'
import { bytesFile, type StagedFile } from './staged-folder.js'

/** What the books of answers that go back are made of. */
export interface Returned {
  readonly ledger: readonly LedgerCase[]
  /** The latest month of the history. */
  readonly month: Month
  /** In the order of towns.csv. */
  readonly townships: readonly string[]
  readonly mask: Mask
  /** The password of a township's book; null writes it unencrypted. */
  readonly passwordFor: (township: string) => string | null
}

/** Where the books that go back stand, below the folder of what is written. */
export function returnedFolder(out: string): string {
  return join(out, '退回补核')
}

/** The cases that go back to their townships by themselves: what a month's check sheets ask in the same round stands there already. */
export function goingBack(ledger: readonly LedgerCase[]): readonly LedgerCase[] {
  return ledger.filter(({ life, asked }) => life.state === '退回补核' && asked.every(({ round }) => round < life.round))
}

/**
 * One book for each township with a case that goes back, numbered as its check sheets are; what belongs to no known township goes to the county
 * (`00-待归属`). Each holds its own people only.
 */
export function returnedBooks({ ledger, month, townships, mask, passwordFor }: Returned): StagedFile[] {
  const returned = goingBack(ledger)
  const rowsOf = (isOwn: (township: string) => boolean) =>
    returned.filter(({ finding }) => isOwn(finding.township ?? '')).map((one) => rowOf(one, month))
  const units = [
    { unit: unplaced, number: 0, rows: rowsOf((township) => !townships.includes(township)), password: null },
    ...townships.map((unit, at) => {
      return { unit, number: at + 1, rows: rowsOf((township) => township === unit), password: passwordFor(unit) }
    }),
  ]
  return units
    .filter(({ rows }) => rows.length > 0)
    .map(({ unit, number, rows, password }) =>
      bytesFile(`${String(number).padStart(2, '0')}-${safeName(unit)}-退回补核.xlsx`, () =>
        protectedBook({ month, unit, tables: tablesOf(returnedSheets, { mask, rows }) }, password),
      ),
    )
}

function rowOf(one: LedgerCase, month: Month): ReturnedRow {
  const { number, finding, named, firstMonth, lastMonth, timesSeen, life, steps } = one
  const { state, round, why, answer } = life
  const known = {
    number,
    finding,
    named,
    firstMonth,
    lastMonth,
    timesSeen,
    found: lastMonth === month,
    asked: true,
    keptBack: false,
    recheck: true,
  }
  const earlier = inForce(steps).flatMap(({ content }) => (content.kind === 'answered' ? [content.answer] : []))
  return { case: { ...known, status: state, round, why, answer }, person: null, members: [], earlier }
}
