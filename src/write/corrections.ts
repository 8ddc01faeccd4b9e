import { compareText } from '../domain/compare-text.js'
import { idNumbersIn } from '../domain/demand.js'
import { groupBy } from '../domain/group.js'
import type { Department, Issue, IssueCode, Origin } from '../domain/issue.js'
import { issueText } from '../domain/messages.js'
import { outcomeMeaning } from '../domain/outcome.js'
import { departmentOf } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { recordFingerprint } from '../match/record-fingerprint.js'
import { idText } from './person-facts.js'
import type { Report } from './report.js'

/** One row of a department's file that it is asked to correct; the problems met in that row together. */
export interface Correction {
  readonly department: Department
  readonly origin: Origin
  readonly name: string
  /** As read, unmasked; '' when the row holds none. */
  readonly idNumber: string
  readonly problems: readonly string[]
  readonly suggestions: readonly string[]
  /** Numbers that townships read from documents, whole; a department checks them, doudi applies none. */
  readonly proposedIds: readonly string[]
}

interface Complaint {
  readonly department: Department
  readonly origin: Origin
  readonly problem: string
  /** Of an issue: its code, and the column in which it was met. */
  readonly code?: IssueCode
  readonly column?: string
  /** Of a finding: the issues that say the same of its row already, and say in which column. */
  readonly repeats?: readonly IssueCode[]
  readonly suggestion: string
  readonly proposedId?: string
}

/** All correction lines, from issues, from findings about data and from what townships answered, by department, file, sheet and row. */
export function correctionsOf(report: Report): Correction[] {
  const complaints = [
    ...report.issues.flatMap(ofIssue),
    ...ofFindings(report),
    ...ofAnswers(report),
    ...ofProposals(report),
  ]
  const rows = groupBy(complaints, ({ department, origin }) => [department, placeKey(origin)].join('\t'))
  const records = recordsAt(report, new Set(complaints.map(({ origin }) => placeKey(origin))))
  return [...rows.values()]
    .map((row) => correctionOf(row, records.get(placeKey((row[0] as Complaint).origin)) ?? null))
    .sort(byPlace)
}

function correctionOf(row: readonly Complaint[], record: PersonRecord | null): Correction {
  const { department, origin } = row[0] as Complaint
  const complaints = row.filter(({ repeats = [] }) => !row.some(({ code }) => code && repeats.includes(code)))
  return {
    department,
    origin,
    name: record?.name ?? '',
    idNumber: record ? idText(record.idNumber) : '',
    problems: problemsOf(complaints),
    suggestions: [...new Set(complaints.map(({ suggestion }) => suggestion))].filter(Boolean),
    proposedIds: [...new Set(complaints.flatMap(({ proposedId }) => proposedId ?? []))],
  }
}

// A number that stands in two columns of a row (the head's, who is a member too) is told of once.
function problemsOf(complaints: readonly Complaint[]): string[] {
  return [...groupBy(complaints, ({ problem }) => problem)].map(([problem, same]) => {
    const columns = [...new Set(same.flatMap(({ column }) => column ?? []))]
    return columns.length > 0 ? `${columns.join('、')}：${problem}` : problem
  })
}

function ofIssue({ department, origin, code, facts }: Issue): Complaint[] {
  if (department === null) return []
  const { text, hint } = issueText(code, facts)
  const column = origin.column === null ? {} : { column: origin.column }
  return [{ department, origin, problem: text, suggestion: hint, code, ...column }]
}

// Reading meets a fault cell by cell, and a rule finds it person by person.
const repeatedBy: Readonly<Record<string, readonly IssueCode[]>> = {
  D01: ['id-character', 'id-length', 'id-masked'],
  D02: ['id-check-digit'],
  D03: ['id-birth-date'],
  D07: ['duplicate-row'],
  D08: ['id-placeholder'],
  D13: ['place-elsewhere', 'unknown-township'],
  D16: ['id-digits-lost', 'id-scientific'],
}

function* ofFindings({ cases }: Report): Generator<Complaint> {
  for (const { finding } of cases) {
    if (finding.kind !== '数据' || finding.audience === 'county') continue
    for (const { programme, origin } of finding.evidence)
      yield {
        department: departmentOf(programme),
        origin,
        problem: `${finding.title}：${finding.explanation}`,
        suggestion: finding.action,
        repeats: repeatedBy[finding.rule] ?? [],
      }
  }
}

// A township that says 数据滞后 (C7) or 号码/姓名错 (C8) speaks of the rows that the finding rests on, for as long as they make the finding.
function* ofAnswers({ cases }: Report): Generator<Complaint> {
  for (const { number, finding, answer } of cases) {
    if (answer === null || (answer.code !== 'C7' && answer.code !== 'C8')) continue
    const proposedId = idNumbersIn(answer.values.note ?? '')[0]
    for (const { programme, origin } of finding.evidence)
      yield {
        department: departmentOf(programme),
        origin,
        problem: `线索 ${number} 乡镇核查（${answer.bookMonth}）：${outcomeMeaning(answer.code)}。${answer.values.note ?? ''}`,
        suggestion: '请核对后更正源表，下月重新导出',
        ...(proposedId === undefined ? {} : { proposedId }),
      }
  }
}

// A number given on an identity sheet speaks of a row, or of every row of the person that does not hold it yet.
function* ofProposals({ persons, proposals }: Report): Generator<Complaint> {
  if (proposals.length === 0) return
  const bySubject = groupBy(proposals, ({ subject }) => subject)
  for (const { key, links } of persons)
    for (const { record, grade } of links) {
      const own = bySubject.get(key) ?? []
      const ofRow = grade === 'exact' ? [] : (bySubject.get(recordFingerprint(record)) ?? [])
      for (const { idNumber, who, when } of [...own, ...ofRow])
        if (record.idNumber?.value !== idNumber)
          yield {
            department: departmentOf(record.programmes[0] ?? record.system),
            origin: record.origin,
            problem: `号码待核：${who}（${when}）按证件核得的号码与本行不同`,
            suggestion: '请按户口簿核对“核得的号码”一栏，确认后更正源表',
            proposedId: idNumber,
          }
    }
}

// Only rows that are complained about: a county has hundreds of thousands of records.
function recordsAt({ persons }: Report, wanted: ReadonlySet<string>): Map<string, PersonRecord> {
  const found = new Map<string, PersonRecord>()
  const look = (record: PersonRecord) => {
    const key = placeKey(record.origin)
    if (wanted.has(key) && !found.has(key)) found.set(key, record)
  }
  for (const { links, duplicates } of wanted.size === 0 ? [] : persons) {
    for (const { record } of links) look(record)
    for (const record of duplicates) look(record)
  }
  return found
}

function placeKey({ file, sheet, row }: Origin): string {
  return `${file}\t${sheet}\t${row}`
}

function byPlace(a: Correction, b: Correction): number {
  const text = ({ department, origin }: Correction) => [department, origin.file, origin.sheet].join('\t')
  return compareText(text(a), text(b)) || a.origin.row - b.origin.row
}
