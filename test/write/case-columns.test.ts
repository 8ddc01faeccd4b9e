import { expect, test } from 'vitest'
import { casesOfKind } from '../../src/write/case-columns.js'
import { surveyHouseholds } from '../../src/write/survey-household.js'
import { type CaseRow, countyView, townshipViews, type View } from '../../src/write/view.js'
import { sampleReport } from './sample-report.js'

const [view] = townshipViews(countyView(sampleReport())) as [View]

test('cases of no known village stand behind those of the villages, as they are numbered', () => {
  const [one, other] = view.cases.filter(({ person, case: { finding } }) => person && finding.kind === '漏保')
  const placed = (row: CaseRow | undefined, village: string | null, number: string): CaseRow => {
    const { case: known, ...rest } = row as CaseRow
    const finding = { ...known.finding, village, severity: 'high' as const }
    return { ...rest, members: [], case: { ...known, number, finding } }
  }
  const cases = [placed(one, null, '202611-L02-0001'), placed(other, '枣畈村', '202611-L02-0002')]
  const few = { ...view, cases, carried: [] }
  const wanted = ['202611-L02-0002', '202611-L02-0001']
  expect(casesOfKind(few, '漏保').map((row) => row.case.number)).toEqual(wanted)
  expect(surveyHouseholds(few).map((survey) => survey.cases[0]?.case.number)).toEqual(wanted)
})
