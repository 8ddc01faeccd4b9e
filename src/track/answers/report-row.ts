import { isBlankWord, plainText, shownText } from '../../domain/cell.js'
import type { Finding } from '../../domain/finding.js'
import { type IdNumber, idNumber } from '../../domain/id-number.js'
import { type Issue, type IssueCode, issueAt } from '../../domain/issue.js'
import { maskIdNumbersIn } from '../../domain/mask.js'
import { type Day, day } from '../../domain/month.js'
import { personName } from '../../domain/person-name.js'
import type { Gazetteer } from '../../domain/place.js'
import { type ReportedRule, reportedBasis, reportedRuleOf, reportedRules } from '../../domain/reported.js'
import { shortHash } from '../../domain/row-key.js'
import type { ReportedCase } from '../reported-case.js'
import { fieldAsWritten, fieldCell, fieldText, type ReturnedRow, signatureOf } from './returned-book.js'

/** What became of a row of a 来源登记 sheet: the case that it reports, and what is wrong with it. */
export interface ReportReading {
  readonly reported: ReportedCase | null
  readonly problems: readonly Issue[]
}

/**
 * Reads a row of a 来源登记 sheet; null when nothing is filled in. A row needs its source, a name, the circumstances, the day and a township; a
 * damaged id is told and the case opened without one.
 */
export function reportedCaseOf(row: ReturnedRow, towns: Gazetteer, today: Day): ReportReading | null {
  const name = personName(fieldCell(row, 'name')).value
  const note = fieldAsWritten(row, 'note')
  const written = [fieldText(row, 'source'), fieldText(row, 'name'), fieldText(row, 'idNumber'), note]
  if (written.every((text) => isBlankWord(plainText(text)))) return null
  const problems: Issue[] = []
  const tell = (code: IssueCode, facts: Issue['facts'] = {}) => problems.push(issueAt(row.place, code, facts))
  const rule = reportedRuleOf(fieldText(row, 'source'))
  const reportedOn = day(fieldCell(row, 'day')).value
  if (rule === null) tell('report-source-unknown', { text: shownText(fieldText(row, 'source')) })
  else if (name === null || isBlankWord(plainText(note))) tell('report-incomplete')
  else if (reportedOn === null || reportedOn > today) tell('report-day-wrong')
  const township = fieldText(row, 'township') || row.place.unit
  const place = towns.locate(township || null, fieldText(row, 'village') || null, null)
  // A case of no township would stand in no book, and nobody would ever be asked.
  if (problems.length === 0 && place.township === null) tell('report-township-unknown', { text: shownText(township) })
  if (problems.length > 0 || rule === null || name === null || reportedOn === null) return { reported: null, problems }
  const { value: id, problem } = idNumber(fieldCell(row, 'idNumber'))
  if (problem) tell(problem.code, problem.facts)
  const who = signatureOf(row)
  return { reported: reportedCase({ rule, name, id, place, note, reportedOn, who }, row), problems }
}

interface Reported {
  readonly rule: ReportedRule
  readonly name: string
  readonly id: IdNumber | null
  readonly place: ReturnType<Gazetteer['locate']>
  readonly note: string
  readonly reportedOn: Day
  readonly who: string
}

// The same row is the same case, whatever file it comes in; another day or other circumstances are another one.
function reportedCase({ rule, name, id, place, note, reportedOn, who }: Reported, row: ReturnedRow): ReportedCase {
  const { source, title } = reportedRules[rule]
  const { file, sheet, row: number } = row.place
  const { township, village } = place
  const content = [rule, name, id?.pattern ?? '', township ?? '', village ?? '', reportedOn, plainText(note)]
  const finding: Finding = {
    rule,
    title,
    kind: '漏保',
    severity: 'medium',
    unit: 'person',
    subject: `v${shortHash(content.join('\u001f'))}`,
    personKey: null,
    memberKeys: [],
    township,
    village,
    householdNumber: null,
    explanation: maskIdNumbersIn(`${reportedOn} ${title}（登记人：${who}）：${note}`),
    action: '请入户核实，符合条件的按程序纳入，急难的先行临时救助',
    basis: [reportedBasis],
    evidence: [],
    exceptions: [],
    amountFen: null,
    facts: { reportedOn },
  }
  const report = { source, who, reportedOn, file, sheet, row: number }
  return { finding, named: { name, idNumber: id?.value ?? null, headName: null }, report }
}
