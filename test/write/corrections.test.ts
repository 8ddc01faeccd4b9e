import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer.js'
import type { Finding } from '../../src/domain/finding.js'
import type { Issue, IssueCode, Origin } from '../../src/domain/issue.js'
import { departmentOf } from '../../src/domain/programme.js'
import { recordFingerprint } from '../../src/match/record-fingerprint.js'
import { correctionsOf } from '../../src/write/corrections.js'
import type { Report } from '../../src/write/report.js'
import { id } from '../match/people.js'
import { sampleReport } from './sample-report.js'

const report = sampleReport()
const right = id('19700114', '746')
const answer = (code: string, note: string): Answer => ({
  ...{ code, values: { note }, who: '张某', file: 'a.xlsx', sheet: '错保', row: 4 },
  ...{ bookMonth: '2026-10', readOn: '2026-11-20' },
})

const placeOf = ({ origin }: { readonly origin: Origin }) => `${origin.file} ${origin.row}`

/** The lines that the report has beside those of the same report without answers and proposals. */
function added(more: Partial<Report>) {
  const before = new Set(correctionsOf(report).map((one) => JSON.stringify(one)))
  return correctionsOf({ ...report, ...more }).filter((one) => !before.has(JSON.stringify(one)))
}
const [first] = report.cases.filter(({ finding }) => finding.kind !== '数据' && finding.evidence.length > 0)
const answered = (code: string, note: string) =>
  report.cases.map((one) => (one.number === first?.number ? { ...one, answer: answer(code, note) } : one))

describe('a row that reading and a rule complain of', () => {
  const [finding] = report.cases.flatMap(({ finding }) => (finding.evidence.length > 0 ? [finding] : []))
  const { origin, programme } = (finding as Finding).evidence[0] as Finding['evidence'][number]
  const issue = (code: IssueCode, column: string): Issue => {
    const facts = { id: '340199********4008' }
    return { code, facts, origin: { ...origin, column }, department: departmentOf(programme), source: null }
  }
  const found = (rule: string) =>
    report.cases.map((one) =>
      one.finding === finding
        ? { ...one, finding: { ...finding, rule, kind: '数据' as const, title: '号码校验码不符' } }
        : one,
    )
  const problems = (more: Partial<Report>) =>
    added(more).flatMap((one) => (placeOf(one) === placeOf({ origin }) ? one.problems : []))

  it('is told once what both say, with every column in which the number stands', () => {
    const issues = [issue('id-check-digit', '户主身份证号'), issue('id-check-digit', '家庭成员身份证号')]
    expect(problems({ issues, cases: found('D02') })).toEqual([
      '户主身份证号、家庭成员身份证号：号码 340199********4008 校验码不符，至少有一位录错。此行不参与证号比对。',
    ])
  })

  it('is told of both where they are not the same', () => {
    expect(problems({ issues: [issue('id-length', '证号')], cases: found('D02') })).toHaveLength(2)
    expect(problems({ issues: [], cases: found('D02') })).toHaveLength(1)
  })
})

describe('answers that say a roster is wrong', () => {
  it('go to the rows that the finding rests on, with the number that the township gives', () => {
    const lines = added({ cases: answered('C8', `户口簿上的号码是${right}`) })
    expect(lines.map(placeOf)).toEqual(expect.arrayContaining((first?.finding.evidence ?? []).map(placeOf)))
    for (const line of lines) expect(line.proposedIds).toEqual([right])
    expect(lines[0]?.problems.join()).toContain(`线索 ${first?.number} 乡镇核查（2026-10）：号码/姓名错`)
  })

  it('are those of C7 and C8 only', () => {
    expect(added({ cases: answered('C7', '低保名册没有更新') }).length).toBeGreaterThan(0)
    expect(added({ cases: answered('C1', '入户核实收入高于低保标准') })).toEqual([])
  })
})

describe('numbers given on identity sheets', () => {
  const [person] = report.persons
  const proposal = (subject: string, idNumber: string) => ({
    proposals: [{ subject, idNumber, who: '张某', when: '2026-11-20', month: '2026-10', why: '' }],
  })

  it('go to every row of the person that holds another one, and to none that holds it', () => {
    const lines = added(proposal(person?.key ?? '', right))
    expect(lines.map(placeOf)).toEqual(
      expect.arrayContaining((person?.links ?? []).map(({ record }) => placeOf(record))),
    )
    expect(lines.every(({ proposedIds }) => proposedIds.includes(right))).toBe(true)
    expect(added(proposal(person?.key ?? '', person?.idNumber ?? ''))).toEqual([])
  })

  it('speak of rows that are certain by the person only, never by the row', () => {
    const [link] = person?.links ?? []
    if (link === undefined) throw new Error('a sample person has a row')
    expect(link.grade).toBe('exact')
    expect(added(proposal(recordFingerprint(link.record), right))).toEqual([])
    const doubtful = {
      ...report.persons[0],
      links: [{ ...link, grade: 'probable' as const }],
    } as Report['persons'][number]
    const persons = [doubtful, ...report.persons.slice(1)]
    expect(added({ ...proposal(recordFingerprint(link.record), right), persons }).length).toBe(1)
  })
})
