import type { Issue } from '../../domain/issue.js'
import type { Day, Month } from '../../domain/month.js'
import type { Gazetteer } from '../../domain/place.js'
import { ToolError } from '../../domain/tool-error.js'
import type { History } from '../history.js'
import type { LedgerCase } from '../ledger.js'
import type { ReportedCase } from '../reported-case.js'
import { type CaseAnswer, caseAnswerOf } from './case-row.js'
import { type FindQuestion, type IdentityAnswer, identityAnswerOf } from './identity-row.js'
import { type Inspection, inspectionOf } from './inspection-row.js'
import { type CasePlan, planCases } from './plan-cases.js'
import { type IdentityPlan, planIdentity } from './plan-identity.js'
import { type InspectionPlan, planInspections } from './plan-inspections.js'
import { reportedCaseOf } from './report-row.js'
import type { ReturnedBook } from './returned-book.js'

/** A returned file that could be read. */
export interface ReturnedFileRead {
  readonly sha256: string
  readonly book: ReturnedBook
}

/** What the answers are read against. */
export interface AnswerGround {
  readonly today: Day
  /** ISO time of the import. */
  readonly readAt: string
  readonly towns: Gazetteer
  readonly findQuestion: FindQuestion
}

/** What an import did. */
export interface Taken {
  readonly cases: CasePlan
  readonly identity: IdentityPlan
  readonly inspections: InspectionPlan
  /** Rows with an answer, of every kind; of these, identity answers and reports of which nothing could be used; rows that nobody filled in. */
  readonly answers: number
  readonly unusable: number
  readonly unanswered: number
  /** Numbers of the reported cases that are new, and rows that were known. */
  readonly opened: readonly string[]
  readonly reportedKnown: number
  /** Rows that could not be used and are not those of `cases` and `identity`. */
  readonly problems: readonly Issue[]
}

/**
 * Takes answers into the history and gives the ledger as it then stands, with its latest month, to `publish`: all in one transaction, so that the
 * books that go back and the history agree. What was read before changes nothing. With `dryRun` the history stays as it was. Throws ToolError
 * `nothing-run-yet` when there is no month that could be answered.
 */
export async function takeAnswers<T>(
  history: History,
  files: readonly ReturnedFileRead[],
  ground: AnswerGround,
  publish: (ledger: readonly LedgerCase[], month: Month) => Promise<T>,
  options: { readonly dryRun: boolean },
): Promise<{ readonly taken: Taken; readonly published: T }> {
  const sorted = await sortRows(files, ground)
  return history.transaction(async (transaction) => {
    const month = (await transaction.months()).at(-1)?.month
    if (month === undefined) throw new ToolError('nothing-run-yet')
    const known = { ledger: await transaction.ledger(), merged: await transaction.mergedCases() }
    const cases = planCases(sorted.cases, { ...known, month, today: ground.today })
    const identity = planIdentity(sorted.identity, {
      judgements: await transaction.judgements(),
      proposals: await transaction.idProposals(),
      keyNow: await transaction.keyNow(),
      month,
      today: ground.today,
    })
    await transaction.addSteps(cases.drafts)
    // What was answered in the same import is inspected with it.
    const inspections = planInspections(sorted.inspections, await transaction.ledger(), month)
    await transaction.addSteps(inspections.drafts)
    for (const judgement of identity.added) await transaction.judge(judgement)
    for (const proposal of identity.proposed) await transaction.propose(proposal)
    const opened = await transaction.openReported(sorted.reported, month)
    await noteFiles(transaction, files, cases, { month, readAt: ground.readAt })
    const taken = {
      cases,
      identity,
      inspections,
      answers:
        sorted.cases.length +
        sorted.identity.length +
        sorted.inspections.length +
        sorted.reported.length +
        sorted.unusable,
      unusable: sorted.unusable,
      unanswered: sorted.unanswered,
      opened,
      reportedKnown: sorted.reported.length - opened.length,
      problems: sorted.problems,
    }
    return { taken, published: await publish(await transaction.ledger(), month) }
  }, options)
}

interface SortedRows {
  readonly cases: readonly CaseAnswer[]
  readonly identity: readonly IdentityAnswer[]
  readonly inspections: readonly Inspection[]
  readonly reported: readonly ReportedCase[]
  readonly problems: readonly Issue[]
  readonly unusable: number
  readonly unanswered: number
}

async function sortRows(files: readonly ReturnedFileRead[], ground: AnswerGround): Promise<SortedRows> {
  const cases: CaseAnswer[] = []
  const identity: IdentityAnswer[] = []
  const inspections: Inspection[] = []
  const reported: ReportedCase[] = []
  const problems: Issue[] = []
  let [unusable, unanswered] = [0, 0]
  for (const row of files.flatMap(({ book }) => book.rows)) {
    if (row.kind === 'cases') {
      const answer = caseAnswerOf(row, ground.today)
      if (answer !== null) cases.push(answer)
      else if (row.key !== null || row.cells.number?.text) unanswered++
    } else if (row.kind === 'identity') {
      const reading = await identityAnswerOf(row, ground.findQuestion)
      if (reading.answer !== null) identity.push(reading.answer)
      else if (reading.isBlank) unanswered++
      else if (reading.problems.length > 0) unusable++
      problems.push(...reading.problems)
    } else if (row.kind === 'inspections') {
      const inspection = inspectionOf(row)
      if (inspection !== null) inspections.push(inspection)
      else if (row.key !== null || row.cells.number?.text) unanswered++
    } else {
      const reading = reportedCaseOf(row, ground.towns, ground.today)
      if (reading?.reported) reported.push(reading.reported)
      else if (reading !== null) unusable++
      problems.push(...(reading?.problems ?? []))
    }
  }
  return { cases, identity, inspections, reported, problems, unusable, unanswered }
}

type Noting = Pick<Parameters<Parameters<History['transaction']>[0]>[0], 'returnedFiles' | 'noteReturned'>

// A file that was read before is not noted again: nothing came of it.
async function noteFiles(
  transaction: Noting,
  files: readonly ReturnedFileRead[],
  cases: CasePlan,
  { month, readAt }: { readonly month: Month; readonly readAt: string },
): Promise<void> {
  const known = new Set((await transaction.returnedFiles()).map(({ sha256 }) => sha256))
  for (const { sha256, book } of files) {
    if (known.has(sha256)) continue
    known.add(sha256)
    await transaction.noteReturned({
      sha256,
      name: book.file,
      readAt,
      month,
      // Of a sheet saved without its title the cases tell whose it is.
      units: book.units.length > 0 ? book.units : [...(cases.townshipsByFile.get(book.file) ?? [])],
      answers: cases.answersByFile.get(book.file) ?? 0,
      taken: cases.takenByFile.get(book.file) ?? 0,
      sentBack: cases.sentBackByFile.get(book.file) ?? 0,
    })
  }
}
