import { join } from 'node:path'
import type { Issue } from './domain/issue.js'
import { issueText } from './domain/messages.js'
import type { Month } from './domain/month.js'
import type { Gazetteer } from './domain/place.js'
import type { Settings } from './domain/settings.js'
import { type Standard, standardsInForce } from './domain/standards.js'
import { ToolError } from './domain/tool-error.js'
import { damageReport } from './ingest/damage.js'
import { inputsOf, monthFiles, refuseChanges, stampsOf } from './ingest/inbox.js'
import { type Ingested, ingest } from './ingest/ingest.js'
import { carriedEvents } from './match/carried-events.js'
import { dropChangedColumns } from './match/changed-columns.js'
import type { LinkageModel } from './match/linkage/model.js'
import { type Matched, type Matching, matchPersons } from './match/match-persons.js'
import { misalignedSheets } from './match/misaligned-sheets.js'
import type { Person } from './match/person.js'
import type { Changes } from './screen/change.js'
import { type ComparingInput, compareMonths } from './screen/compare-months.js'
import { type ScreeningInput, settingOf } from './screen/context.js'
import { explainedLosses } from './screen/explained-losses.js'
import { indexesOf } from './screen/indexes.js'
import { type Ledgers, ledgersOf } from './screen/ledgers.js'
import { recheck } from './screen/recheck.js'
import type { Rule } from './screen/rule.js'
import { type SafetyStop, safetyStops, soundCounts, unreadStops } from './screen/safety.js'
import { screen } from './screen/screen.js'
import type { Screening } from './screen/screening.js'
import { steepRises } from './screen/steep-rises.js'
import { whetherJudged } from './screen/whether-judged.js'
import { type Stopwatch, stopwatch } from './stopwatch.js'
import type { Case, Named } from './track/case.js'
import type { MonthView } from './track/case-store.js'
import { type History, type HistoryReader, openHistory } from './track/history.js'
import type { IdProposal } from './track/proposal.js'
import { track } from './track/track.js'
import { headOf } from './write/person-facts.js'
import { stage } from './write/publish.js'
import type { InputFile, Report } from './write/report.js'
import { returnedBooks, returnedFolder } from './write/returned-books.js'
import { holdsFiles, publishAll, type Staged, stageFolder } from './write/staged-folder.js'

/** What a run works on; paths absolute. A workspace (cli) with a month is one. */
export interface Run {
  readonly month: Month
  readonly settings: Settings
  readonly towns: Gazetteer
  readonly standards: readonly Standard[]
  /** Every rule that may run: the catalogue's and the county's own. */
  readonly rules: readonly Rule[]
  /** The files of the county's own rules, for the manifest. */
  readonly ownRules: readonly { readonly file: string; readonly sha256: string }[]
  /** Tried on incoming workbooks that have a password. */
  readonly passwords: readonly string[]
  readonly passwordFor: (township: string) => string | null
  readonly inbox: string
  readonly state: string
  readonly out: string
  readonly toolVersion: string
  /** Judge and count, but write neither history nor files. */
  readonly dryRun: boolean
  /** Called when the history is open and nothing is judged yet; what it throws refuses the run. */
  readonly onHistory?: (history: HistoryReader, month: Month) => Promise<void>
  readonly onProgress: (stage: string, done: number, total: number) => void
  /** Called at the end of each stage. */
  readonly onStage: () => void
}

/** What was made of a month before it was remembered. */
export interface Judged {
  readonly inputs: readonly InputFile[]
  readonly ingested: Ingested
  readonly matched: Matched
  readonly previousMonth: Month | null
  readonly stops: readonly SafetyStop[]
  /** Correct numbers that townships gave in earlier months. */
  readonly proposals: readonly IdProposal[]
  readonly screening: Screening
  readonly changes: Changes
  readonly ledgers: Ledgers
}

/** What a run found, for the summary on the screen. */
export interface RunResult extends Judged {
  readonly month: Month
  /** Those of towns.csv, in its order. */
  readonly townships: readonly string[]
  /** Found this month. */
  readonly cases: readonly Case[]
  /** Not found anew, but an answer is still owed. */
  readonly carried: readonly Case[]
  /** How many books of answers that go back were waiting for their townships and still are; null when none was. */
  readonly goingBack: number | null
  /** The published folder, or null in a dry run. */
  readonly folder: string | null
  /** Milliseconds by stage. */
  readonly stages: Readonly<Record<string, number>>
}

/**
 * One month, end to end: read the inbox, match, screen, remember, write. Nothing is remembered or published unless all of it succeeds; the
 * history is committed just before the new folder takes its place. Throws ToolError when the input cannot be used at all.
 */
export async function reconcile(run: Run): Promise<RunResult> {
  const clock = stopwatch(run.onStage)
  const { ingested: received, inputs } = await read(run)
  clock.lap('read')
  const history = await openHistory(run.state, { create: !run.dryRun })
  try {
    await run.onHistory?.(history, run.month)
    const past = await history.previousMonth(run.month)
    const previousMonth = past?.month ?? null
    clock.lap('recall')
    const known = await matchingKnowledge(run, history)
    const trusted = dropChangedColumns(received, past?.records ?? [])
    const matched = matchPersons({
      records: [...received.records, ...carriedEvents(received.records, past?.records ?? [])],
      duplicates: received.duplicates.map((duplicate) => duplicate.record),
      past: past?.records ?? [],
      pastHouseholdKeys: past?.householdKeys ?? new Map(),
      ...known,
    })
    const ingested = { ...trusted, issues: [...trusted.issues, ...misalignedSheets(matched.persons)] }
    clock.lap('match')
    const before = past && soundCounts(past.deliveries, past.earlierDeliveries, past.records)
    const short = safetyStops(ingested.deliveries, before, run.settings, explainedLosses(matched.persons, run.month))
    const stops = [...short, ...unreadStops(ingested.unreadRosters, ingested.deliveries, short, run.settings)]
    const rises = steepRises(ingested.deliveries, before, past?.earlierDeliveries ?? [], run.settings)
    const input = { ...run, ...ingested, ...matched, stops, rises, previousMonth }
    const verdicts = judgeMonth(input, run, past?.deliveries ?? [], clock)
    const proposals = await history.idProposals(run.month)
    const judged = { inputs, ingested, matched, previousMonth, stops, proposals, ...verdicts }
    const { cases, staged, goingBack } = await remember(run, history, judged, clock)
    await publishAll(staged)
    clock.lap('publish')
    const folder = run.dryRun ? null : folderOf(run)
    const { townships } = run.towns
    return { month: run.month, townships, ...judged, ...parted(cases), goingBack, folder, stages: clock.laps }
  } finally {
    history.close()
  }
}

// What the month's rosters say of the persons. The indexes over them serve it all and are let go with it.
function judgeMonth(
  input: ScreeningInput & Pick<Run, 'settings'>,
  { rules }: Run,
  previousDeliveries: ComparingInput['previousDeliveries'],
  clock: Stopwatch,
): Pick<Judged, 'screening' | 'changes' | 'ledgers'> {
  const indexes = indexesOf(input.persons)
  const screening = screen(input, rules, indexes)
  clock.lap('screen')
  const changes = compareMonths({ ...input, previousDeliveries }, indexes)
  const ledgers = ledgersOf(input, indexes)
  clock.lap('compare')
  return { screening, changes, ledgers }
}

/** True when every row was used and every rule that runs judged in full; otherwise the exit code is 1. */
export function isComplete({ ingested, screening }: Judged): boolean {
  const used = ingested.deliveries.every(({ rowsRejected, rowsReplaced = 0 }) => rowsRejected + rowsReplaced === 0)
  return (
    used &&
    ingested.rejectedFiles.length === 0 &&
    screening.rules.every(({ state }) => state === 'judged' || state === 'off')
  )
}

async function read(run: Run): Promise<{ ingested: Ingested; inputs: readonly InputFile[] }> {
  const { files, issues } = await monthFiles(run.inbox, run.month)
  if (files.length === 0) throw new ToolError('empty-inbox', { folder: join(run.inbox, run.month) })
  const stamps = await stampsOf(files)
  const ingested = await ingest({
    ...run,
    files,
    onProgress: (done, total) => run.onProgress('读取', done, total),
  })
  await refuseChanges(run.inbox, run.month, stamps)
  const all = { ...ingested, issues: [...issues, ...ingested.issues] }
  if (ingested.records.length === 0) throw nothingUsable(all, join(run.inbox, run.month))
  return { ingested: all, inputs: await inputsOf(files, ingested.hashes) }
}

// Not one record: each file's own fault says more than a general word.
function nothingUsable({ issues, rejectedFiles }: Ingested, folder: string): ToolError {
  const words = ({ code, facts, origin }: Issue) => `${origin.file}：${issueText(code, facts).text}`
  const faults = rejectedFiles.length > 0 ? rejectedFiles.map(({ issue }) => issue) : issues
  return new ToolError('nothing-usable', { folder, faults: faults.slice(0, 3).map(words).join(' ') })
}

async function matchingKnowledge(
  run: Run,
  history: History,
): Promise<Pick<Matching, 'month' | 'judgements' | 'rewordings' | 'askedHouseholds' | 'model'>> {
  const { month } = run
  const text = await history.matchingModel(month)
  const known = text === null ? {} : { model: JSON.parse(text) as LinkageModel }
  const [judgements, rewordings] = [await history.judgements(month), await history.rewordings(month)]
  return { month, judgements, rewordings, askedHouseholds: await history.askedHouseholds(month), ...known }
}

// The books are written inside the transaction, beside their place: either the history knows the month and its books stand ready, or neither.
async function remember(run: Run, history: History, judged: Judged, clock: Stopwatch) {
  const { ingested, matched } = judged
  const result = {
    run: {
      month: run.month,
      toolVersion: run.toolVersion,
      deliveries: ingested.deliveries,
      householdKeys: matched.householdKeys,
    },
    persons: matched.persons,
    view: monthView(run, judged),
    keyChanges: matched.keyChanges,
    matchingModel: JSON.stringify(matched.model),
  }
  const staged: Staged[] = []
  const write = async (cases: readonly Case[], now: HistoryReader) => {
    clock.lap('track')
    if (run.dryRun) return { cases, staged, goingBack: null }
    const onFile = (_: string, done: number, total: number) => run.onProgress('写出', done, total)
    const back = await stageGoingBack(run, now)
    if (back !== null) staged.push(back)
    staged.push(await stage({ folder: folderOf(run), report: reportOf(run, judged, cases), onFile }))
    clock.lap('write')
    return { cases, staged, goingBack: back?.paths.length ?? null }
  }
  try {
    return await track(history, result, write, { dryRun: run.dryRun })
  } catch (error) {
    // The history would not take the month: what was written beside its place names people and may not stay.
    for (const one of staged) await one.discard()
    throw error
  }
}

// What waits in the books of answers that go back is mostly asked in the new check sheets, or settled by the new rosters; the books follow. Null
// where there are none.
async function stageGoingBack({ out, settings, towns, passwordFor }: Run, now: HistoryReader): Promise<Staged | null> {
  const folder = returnedFolder(out)
  if (!(await holdsFiles(folder))) return null
  const [ledger, months] = [await now.ledger(), await now.months()]
  const { month } = months.at(-1) as { month: Month }
  const { townships } = towns
  return stageFolder(folder, returnedBooks({ ledger, month, townships, mask: settings.mask, passwordFor }))
}

// What the month's screening means for the cases known already: track asks, the stages before it answer.
function monthView(run: Run, { ingested, matched: { persons }, stops, screening }: Judged): MonthView {
  const { month, settings } = run
  const byKey = new Map(persons.map((person) => [person.key, person]))
  const lagMonths = settingOf(settings, 'lag.months')
  return {
    month,
    findings: screening.findings,
    named: ({ personKey, householdNumber }) => namedPerson(byKey.get(personKey ?? '') ?? null, householdNumber),
    standing: whetherJudged(screening, run.rules, persons, stops),
    contradictions: (answered) => recheck(answered, { ...ingested, persons, stops, month, lagMonths }),
    terms: { ...settings.tracking, lagMonths },
    limit: { most: settings.maxCasesPerTownship, townships: run.towns.townships },
  }
}

function namedPerson(person: Person | null, householdNumber: string | null): Named {
  const headName = person && headOf(person, householdNumber)
  return { name: person?.name ?? null, idNumber: person?.idNumber ?? null, headName }
}

function reportOf(run: Run, judged: Judged, cases: readonly Case[]): Report {
  const { inputs, ingested, matched, previousMonth, stops, proposals, screening, changes, ledgers } = judged
  const { county, areaCode } = run.settings
  const { townships } = run.towns
  const standardsUsed = standardsInForce(run.standards, run.month)
  const described = { county, areaCode, townships, previousMonth, standardsUsed }
  const damage = damageReport(ingested.records, ingested.deliveries)
  const compared = { changes, ledgers }
  return {
    ...run,
    ...screening,
    ...ingested,
    ...matched,
    ...described,
    ...compared,
    damage,
    stops,
    proposals,
    inputs,
    ...parted(cases),
  }
}

function parted(cases: readonly Case[]): Pick<Report, 'cases' | 'carried'> {
  return { cases: cases.filter(({ found }) => found), carried: cases.filter(({ found }) => !found) }
}

function folderOf(run: Run): string {
  return join(run.out, run.month)
}
