import { countBy } from '../../domain/group.js'
import { type Issue, issueAt } from '../../domain/issue.js'
import { type Day, type Month, monthOf, monthsBetween } from '../../domain/month.js'
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
import type { ReturnedBook, ReturnedRow } from './returned-book.js'

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
 * `nothing-run-yet` when there is no month that could be answered, `clock-behind` when today lies a year before the latest one.
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
    const { today } = ground
    if (monthsBetween(monthOf(today), month) > 12) throw new ToolError('clock-behind', { today, month })
    const known = { ledger: await transaction.ledger(), merged: await transaction.mergedCases() }
    const cases = planCases(sorted.cases, { ...known, month, today })
    const identity = planIdentity(sorted.identity, {
      judgements: await transaction.everyJudgement(),
      readBefore: await readBefore(transaction, files),
      proposals: await transaction.idProposals(),
      keyNow: await transaction.keyNow(),
      month,
      today: ground.today,
    })
    await transaction.addSteps(cases.drafts)
    // What was answered in the same import is inspected with it.
    const inspections = planInspections(sorted.inspections, {
      ledger: await transaction.ledger(),
      merged: known.merged,
      month,
    })
    await transaction.addSteps(inspections.drafts)
    for (const judgement of identity.added) await transaction.judge(judgement)
    for (const proposal of identity.proposed) await transaction.propose(proposal)
    const opened = await transaction.openReported(sorted.reported, month)
    await noteFiles(
      transaction,
      files,
      { cases, answersByFile: sorted.answersByFile },
      { month, readAt: ground.readAt },
    )
    const taken = { cases, identity, inspections, opened, ...tally(sorted, opened) }
    return { taken, published: await publish(await transaction.ledger(), month) }
  }, options)
}

function tally(
  { cases, identity, inspections, reported, unusable, unanswered, problems }: SortedRows,
  opened: readonly string[],
): Pick<Taken, 'answers' | 'unusable' | 'unanswered' | 'reportedKnown' | 'problems'> {
  const usable = [cases, identity, inspections, reported].reduce((sum, { length }) => sum + length, 0)
  return { answers: usable + unusable, unusable, unanswered, reportedKnown: reported.length - opened.length, problems }
}

interface SortedRows {
  readonly cases: readonly CaseAnswer[]
  readonly identity: readonly IdentityAnswer[]
  readonly inspections: readonly Inspection[]
  readonly reported: readonly ReportedCase[]
  readonly problems: readonly Issue[]
  readonly unusable: number
  readonly unanswered: number
  /** Rows with an answer, usable or not, by file. */
  readonly answersByFile: ReadonlyMap<string, number>
}

async function sortRows(files: readonly ReturnedFileRead[], ground: AnswerGround): Promise<SortedRows> {
  const readings: RowReading[] = []
  const rows = files.flatMap(({ book }) => book.rows)
  for (const row of rows) readings.push(await readRow(row, ground))
  const all = <T>(of: (reading: RowReading) => T | undefined) => readings.flatMap((reading) => of(reading) ?? [])
  const answered = readings.filter(({ fate }) => fate === 'answer' || fate === 'unusable')
  const answersByFile = countBy(answered.map(({ file }) => file))
  const blank = files.map(({ book }) => book.file).filter((file) => !answersByFile.has(file))
  const merged = rows.filter(({ isMerged }, at) => isMerged && readings[at]?.fate === 'answer')
  const lacking = new Set(files.flatMap(({ book }) => (book.problems.length > 0 ? [book.file] : [])))
  const left = new Set(readings.flatMap(({ file, fate }) => (fate === 'blank' ? [file] : [])))
  return {
    cases: all(({ answer }) => answer),
    identity: all(({ identity }) => identity),
    inspections: all(({ inspection }) => inspection),
    reported: all(({ reported }) => reported),
    problems: [
      ...readings.flatMap(({ problems = [] }) => problems),
      ...merged.map(({ place }) => issueAt(place, 'answer-merged')),
      ...files.flatMap(({ book }) => book.problems),
      ...blank
        .filter((file) => left.has(file) && !lacking.has(file))
        .map((file) => issueAt({ file }, 'book-unanswered')),
    ],
    unusable: readings.filter(({ fate }) => fate === 'unusable').length,
    unanswered: readings.filter(({ fate }) => fate === 'blank').length,
    answersByFile,
  }
}

/** What a row of a returned sheet came to: an answer, one of which nothing can be used, a question that nobody answered, or no question at all. */
interface RowReading {
  readonly file: string
  readonly fate: 'answer' | 'unusable' | 'blank' | 'other'
  readonly answer?: CaseAnswer
  readonly identity?: IdentityAnswer
  readonly inspection?: Inspection
  readonly reported?: ReportedCase
  readonly problems?: readonly Issue[]
}

async function readRow(row: ReturnedRow, { today, towns, findQuestion }: AnswerGround): Promise<RowReading> {
  const { file } = row.place
  // Notes and totals stand below the questions.
  const unfilled = row.key !== null || row.cells.number?.text ? 'blank' : 'other'
  switch (row.kind) {
    case 'cases': {
      const answer = caseAnswerOf(row, today)
      return answer === null ? { file, fate: unfilled } : { file, fate: 'answer', answer }
    }
    case 'inspections': {
      const inspection = inspectionOf(row)
      return inspection === null ? { file, fate: unfilled } : { file, fate: 'answer', inspection }
    }
    case 'identity': {
      const { answer, problems, isBlank } = await identityAnswerOf(row, findQuestion)
      if (answer !== null) return { file, fate: 'answer', identity: answer, problems }
      return { file, fate: isBlank ? 'blank' : problems.length > 0 ? 'unusable' : 'other', problems }
    }
    case 'reports': {
      const reading = reportedCaseOf(row, towns, today)
      if (reading === null) return { file, fate: 'other' }
      const { reported, problems } = reading
      return reported === null ? { file, fate: 'unusable', problems } : { file, fate: 'answer', reported, problems }
    }
  }
}

// By name, as answers name their file: of two of one name both have to be known.
async function readBefore(transaction: Noting, files: readonly ReturnedFileRead[]): Promise<ReadonlySet<string>> {
  const known = new Set((await transaction.returnedFiles()).map(({ sha256 }) => sha256))
  const fresh = new Set(files.flatMap(({ sha256, book }) => (known.has(sha256) ? [] : [book.file])))
  return new Set(files.flatMap(({ book }) => (fresh.has(book.file) ? [] : [book.file])))
}

type Noting = Pick<Parameters<Parameters<History['transaction']>[0]>[0], 'returnedFiles' | 'noteReturned'>

// A file that was read before is not noted again: nothing came of it.
async function noteFiles(
  transaction: Noting,
  files: readonly ReturnedFileRead[],
  { cases, answersByFile }: { readonly cases: CasePlan; readonly answersByFile: ReadonlyMap<string, number> },
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
      answers: answersByFile.get(book.file) ?? 0,
      taken: cases.takenByFile.get(book.file) ?? 0,
      sentBack: cases.sentBackByFile.get(book.file) ?? 0,
    })
  }
}
