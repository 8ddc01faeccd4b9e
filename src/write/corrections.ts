import type { Department, Issue, Origin } from '../domain/issue.js'
import { issueText } from '../domain/messages.js'
import { departmentOf } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { groupBy } from './group.js'
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
}

interface Complaint {
  readonly department: Department
  readonly origin: Origin
  readonly problem: string
  readonly suggestion: string
}

/** All correction lines, from issues and from findings about data, by department, file, sheet and row. */
export function correctionsOf(report: Report): Correction[] {
  const complaints = [...report.issues.flatMap(ofIssue), ...ofFindings(report)]
  const rows = groupBy(complaints, ({ department, origin }) => [department, placeKey(origin)].join('\t'))
  const records = recordsAt(report, new Set(complaints.map(({ origin }) => placeKey(origin))))
  return [...rows.values()]
    .map((row) => correctionOf(row, records.get(placeKey((row[0] as Complaint).origin)) ?? null))
    .sort(byPlace)
}

function correctionOf(complaints: readonly Complaint[], record: PersonRecord | null): Correction {
  const { department, origin } = complaints[0] as Complaint
  return {
    department,
    origin,
    name: record?.name ?? '',
    idNumber: record ? idText(record.idNumber) : '',
    problems: [...new Set(complaints.map(({ problem }) => problem))],
    suggestions: [...new Set(complaints.map(({ suggestion }) => suggestion))].filter(Boolean),
  }
}

function ofIssue({ department, origin, code, facts }: Issue): Complaint[] {
  if (department === null) return []
  const { text, hint } = issueText(code, facts)
  const column = origin.column ? `${origin.column}：` : ''
  return [{ department, origin, problem: column + text, suggestion: hint }]
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
  const [one, two] = [text(a), text(b)]
  return one === two ? a.origin.row - b.origin.row : one < two ? -1 : 1
}
