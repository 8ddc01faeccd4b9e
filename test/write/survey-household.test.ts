import { describe, expect, it } from 'vitest'
import { paperWords, type SurveyHousehold, surveyHouseholds } from '../../src/write/survey-household.js'
import type { CaseRow, View } from '../../src/write/view.js'
import { countyView, townshipViews } from '../../src/write/view.js'
import { sampleReport } from './sample-report.js'

const [view] = townshipViews(countyView(sampleReport())) as [View]

describe('surveyHouseholds', () => {
  it('has the households of 漏保 and 脱保 cases, gravest first, each case in one of them', () => {
    const households = surveyHouseholds(view)
    const numbers = households.flatMap(({ cases }) => cases.map((row) => row.case.number)).sort()
    const wanted = view.cases.filter(({ case: { finding } }) => ['漏保', '脱保'].includes(finding.kind))
    expect(numbers).toEqual(wanted.map((row) => row.case.number).sort())
    const severities = households.map(({ cases }) => cases[0]?.case.finding.severity)
    expect(severities).toEqual(
      [...severities].sort((a, b) => ['high', 'medium'].indexOf(a ?? '') - ['high', 'medium'].indexOf(b ?? '')),
    )
  })

  it('has nobody over whom there is nothing left to ask, and who still owes an answer from before', () => {
    const [answered, owed] = view.cases.filter(({ person, case: { finding } }) => person && finding.kind === '漏保')
    const cases = [{ ...(answered as CaseRow), case: { ...(answered as CaseRow).case, asked: false } }]
    const found = surveyHouseholds({ ...view, cases, carried: [owed as CaseRow] })
    expect(found.map((survey) => survey.cases.map((row) => row.case.number))).toEqual([[owed?.case.number]])
  })

  it('has those whom no roster of this month knows: reported, or gone without a record', () => {
    const [one] = view.cases.filter(({ case: { finding } }) => finding.kind === '脱保') as [CaseRow]
    const named = { name: '周玉梅', idNumber: '340199195303090799', headName: '周老四' }
    const gone = (more: object, number: string): CaseRow => {
      return { case: { ...one.case, number, named: { ...named, ...more } }, person: null, members: [] }
    }
    const unknown = { idNumber: null, headName: null, name: '赵二' }
    const cases = [gone({}, '202611-T01-0001'), gone({}, '202611-T02-0001'), gone(unknown, '202611-V01-0001')]
    const found = surveyHouseholds({ ...view, cases })
    expect(found.map((survey) => [survey.headName, survey.headId, survey.cases.length])).toEqual([
      ['周老四', '340199195303090799', 2],
      ['赵二', '', 1],
    ])
  })

  it('names nobody with the id of another where no roster says who heads the household', () => {
    const [one] = view.cases.filter(({ person, case: { finding } }) => person && finding.kind === '漏保') as [CaseRow]
    const [other] = view.cases.filter(({ person }) => person && person.key !== one.person?.key) as [CaseRow]
    const members = [other.person, one.person].flatMap((person) => (person ? [{ ...person, households: [] }] : []))
    const [found] = surveyHouseholds({ ...view, cases: [{ ...one, person: members[1] ?? null, members }] })
    const head = found?.members.find(({ name }) => name === found.headName)
    expect(found?.headId).toBe(head?.idNumber)
    expect(found?.head).toBe(head)
  })

  it('takes cases that share a person for one household', () => {
    const [one] = view.cases.filter(({ case: { finding } }) => finding.kind === '漏保') as [CaseRow]
    const again: CaseRow = { ...one, case: { ...one.case, number: `${one.case.number}-2` } }
    const [found, ...others] = surveyHouseholds({ ...view, cases: [one, again] })
    expect(others).toEqual([])
    expect(found?.cases).toHaveLength(2)
  })

  it('takes cases for one household that only a third case joins', () => {
    const missed = view.cases.filter(({ person, case: { finding } }) => person && finding.kind === '漏保')
    const one = missed[0] as CaseRow
    const other = missed.find(({ person }) => person?.key !== one.person?.key) as CaseRow
    const members = [one.person, other.person].flatMap((person) => person ?? [])
    const [left, right] = [one, other].map((row) => ({ ...row, members: [] })) as unknown as [CaseRow, CaseRow]
    const both: CaseRow = { ...one, members, case: { ...one.case, number: `${one.case.number}-2` } }
    for (const cases of [
      [left, right, both],
      [both, left, right],
    ])
      expect(surveyHouseholds({ ...view, cases }).map((survey) => survey.cases.length)).toEqual([3])
  })

  it('does not depend on the order of the cases', () => {
    expect(surveyHouseholds({ ...view, cases: [...view.cases].reverse() }).map(({ headId }) => headId)).toEqual(
      surveyHouseholds(view).map(({ headId }) => headId),
    )
  })
})

describe('paperWords', () => {
  const asked = (firstMonth: string, more: object = {}) =>
    ({ cases: [{ case: { firstMonth, round: 1, why: '', ...more } }] }) as unknown as SurveyHousehold
  const [fresh, listed] = [asked('2026-11'), asked('2026-10')]

  it('has nothing to say when every form is new', () => {
    expect(paperWords([fresh, asked('2026-10', { round: 2, why: '免问期满' })], '2026-11')).toBeNull()
  })

  it('names the pages of households that were not listed before, as a printer takes them', () => {
    const again = asked('2026-10', { why: '名册仍在发' })
    expect(paperWords([fresh, again, fresh, listed, fresh], '2026-11')).toMatch(
      /^本月新列或再次核查的 4 户在第1—3、5页；其余的户.*不必再印。$/,
    )
    expect(paperWords([listed], '2026-11')).toMatch(/^这些户以前月份列过.*不必再印。$/)
  })

  it('has a household with one new case print its form', () => {
    const [{ cases: old }, { cases }] = [listed, fresh]
    expect(paperWords([{ ...fresh, cases: [...old, ...cases] }, listed], '2026-11')).toContain('1 户在第1页')
  })
})
