import { expect, test } from 'vitest'
import { casesOfKind } from '../../src/write/case-columns.js'
import { surveyHouseholds } from '../../src/write/survey-household.js'
import { type CaseRow, countyView, townshipViews, type View } from '../../src/write/view.js'
import { sampleReport } from './sample-report.js'

const [view] = townshipViews(countyView(sampleReport())) as [View]

const [one, other] = view.cases.filter(({ person, case: { finding } }) => person && finding.kind === '漏保')

function placed(row: CaseRow | undefined, village: string | null, number: string): CaseRow {
  const { case: known, ...rest } = row as CaseRow
  const finding = { ...known.finding, village, householdNumber: null, severity: 'high' as const }
  return { ...rest, members: [], case: { ...known, number, finding } }
}

test.each([
  ['behind those of the villages where nobody knows theirs', null, '0001', '枣畈村', '0002'],
  ['as they were opened, the ten-thousandth behind the one before', '枣畈村', '10000', '枣畈村', '9999'],
])('cases of one gravity stand %s', (_, village, number, before, first) => {
  const cases = [placed(one, village, `202611-L02-${number}`), placed(other, before, `202611-L02-${first}`)]
  const few = { ...view, cases, carried: [] }
  const wanted = [first, number].map((each) => `202611-L02-${each}`)
  expect(casesOfKind(few, '漏保').map((row) => row.case.number)).toEqual(wanted)
  expect(surveyHouseholds(few).map((survey) => survey.cases[0]?.case.number)).toEqual(wanted)
})
