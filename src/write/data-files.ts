import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { compareText } from '../domain/compare-text.js'
import type { Issue } from '../domain/issue.js'
import { maskIdNumbersIn } from '../domain/mask.js'
import { issueText } from '../domain/messages.js'
import type { Person } from '../match/person.js'
import type { RuleState } from '../screen/screening.js'
import { changesFile, movementsFile } from './change-files.js'
import { damageFile } from './damage-file.js'
import { identityFile } from './identity-file.js'
import { idText } from './person-facts.js'
import { registerFile } from './register-file.js'
import type { Report } from './report.js'
import { setAsideFile } from './set-aside-file.js'
import type { CaseRow, View } from './view.js'

/** One line of a data file. */
export type DataRow = readonly (string | number)[]

/** One file of data/: its name, its headings, and its rows in their stable order. */
export interface DataFile {
  readonly name: string
  readonly headings: readonly string[]
  rows(): Iterable<DataRow>
}

/** The machine-readable files of design §6. Ids are whole in their own columns and masked in sentences. */
export function dataFiles(view: View): DataFile[] {
  const { report } = view
  return [
    changesFile(report),
    damageFile(report),
    { name: 'findings.csv', headings: findingHeadings, rows: () => findingRows(view) },
    identityFile(report),
    { name: 'issues.csv', headings: issueHeadings, rows: () => issueRows(report) },
    movementsFile(report),
    { name: 'persons.csv', headings: personHeadings, rows: () => personRows(report) },
    registerFile(report),
    { name: 'rules.csv', headings: ruleHeadings, rows: () => report.rules.map(ruleRow) },
    setAsideFile(report),
  ]
}

const batchSize = 4_000

/** Writes a data file: UTF-8 with BOM, LF, formulas escaped. Goes batch by batch, so that memory stays small. `mode` 0600. */
export async function writeDataFile(path: string, file: DataFile): Promise<void> {
  await pipeline(textOf(file), createWriteStream(path, { mode: 0o600, flush: true }))
}

function* textOf({ headings, rows }: DataFile): Generator<string> {
  yield `\uFEFF${csv([headings])}`
  let batch: DataRow[] = []
  for (const row of rows())
    if (batch.push(row) >= batchSize) {
      yield csv(batch)
      batch = []
    }
  if (batch.length > 0) yield csv(batch)
}

/** Rows as CSV text with LF line ends; a text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csv(rows: readonly DataRow[]): string {
  return rows.map(csvLine).join('')
}

// What needs quotes or an escape (the signs also in full width); commas are counted.
const special = /["\r\n\t]|(?:^|,)[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/

// Nearly every line of persons.csv is plain: joining it is four times as fast and gives the same text, which a test holds.
function csvLine(row: DataRow): string {
  const plain = row.join(',')
  if (!special.test(plain) && plain.split(',').length === row.length) return `${plain}\n`
  return stringify([row as (string | number)[]], { escape_formulas: true, record_delimiter: 'unix' })
}

const findingHeadings = [
  'case_id',
  'rule',
  'kind',
  'severity',
  'unit',
  'id_number',
  'name',
  'township',
  'village',
  'household_no',
  'explanation',
  'match_grade',
  'first_month',
  'times_seen',
  'status',
  'member_ids',
]

function* findingRows({ cases, report }: View): Generator<DataRow> {
  const ids = new Map(report.persons.map((person) => [person.key, person.idNumber ?? '']))
  for (const row of cases) yield findingRow(row, ids)
}

function findingRow({ case: one, person }: CaseRow, ids: ReadonlyMap<string, string>): DataRow {
  const { finding } = one
  return [
    one.number,
    finding.rule,
    finding.kind,
    finding.severity,
    finding.unit,
    person?.idNumber ?? '',
    person?.name ?? '',
    finding.township ?? '',
    finding.village ?? '',
    finding.householdNumber ?? '',
    maskIdNumbersIn(finding.explanation),
    person?.grade ?? '',
    one.firstMonth,
    one.timesSeen,
    one.status,
    finding.memberKeys.map((key) => ids.get(key) ?? '').join('|'),
  ]
}

const personHeadings = [
  'person_key',
  'source',
  'file',
  'sheet',
  'row',
  'column',
  'id_number',
  'name',
  'grade',
  'score',
] as const

// One line per record, in the order of the records. A duplicate row is as sure as the row that it repeats.
function* personRows({ persons }: Report): Generator<DataRow> {
  const rows: { index: number; row: DataRow }[] = []
  for (const person of persons) {
    for (const { record, grade, score } of person.links)
      rows.push({ index: record.index, row: personRow(person, record, grade, score) })
    for (const record of person.duplicates) {
      const repeated = person.links.find((link) => link.record.source === record.source) ?? person.links[0]
      const { grade, score } = repeated ?? { grade: person.grade, score: 1 }
      rows.push({ index: record.index, row: personRow(person, record, grade, score) })
    }
  }
  rows.sort((a, b) => a.index - b.index)
  for (const { row } of rows) yield row
}

function personRow(person: Person, record: Person['duplicates'][number], grade: string, score: number): DataRow {
  const { origin, source, idNumber, name } = record
  const place = [origin.file, origin.sheet, origin.row, origin.column ?? ''] as const
  return [person.key, source, ...place, idText(idNumber), name ?? '', grade, Number(score.toFixed(4))]
}

const issueHeadings = [
  'code',
  'severity',
  'department',
  'source',
  'file',
  'sheet',
  'row',
  'column',
  'explanation',
  'hint',
] as const

function issueRows({ issues }: Report): DataRow[] {
  return issues
    .map((issue) => ({ issue, place: placeOf(issue) }))
    .sort(
      (a, b) =>
        compareText(a.place, b.place) ||
        a.issue.origin.row - b.issue.origin.row ||
        compareText(whatOf(a.issue), whatOf(b.issue)),
    )
    .map(({ issue }) => issueRow(issue))
}

function placeOf({ origin }: Issue): string {
  return `${origin.file}\t${origin.sheet}`
}

function whatOf({ code, origin }: Issue): string {
  return `${origin.column ?? ''}\t${code}`
}

function issueRow({ code, facts, origin, department, source }: Issue): DataRow {
  const { severity, text, hint } = issueText(code, facts)
  const place = [origin.file, origin.sheet, origin.row, origin.column ?? ''] as const
  return [code, severity, department ?? '', source ?? '', ...place, maskIdNumbersIn(text), maskIdNumbersIn(hint)]
}

const ruleHeadings = ['rule', 'title', 'state', 'reason', 'hits', 'suppressed', 'exceptions_not_checked']

function ruleRow({ rule, title, state, reason, hits, suppressed, uncheckedExceptions }: RuleState): DataRow {
  return [rule, title, state, maskIdNumbersIn(reason), hits, suppressed, uncheckedExceptions.join('|')]
}
