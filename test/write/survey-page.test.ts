import { describe, expect, it } from 'vitest'
import { formRowHeight } from '../../src/write/form.js'
import { formHeight, rowHeight } from '../../src/write/layout.js'
import type { FormRow } from '../../src/write/sheet.js'
import { type SurveyHousehold, surveyHouseholds } from '../../src/write/survey-household.js'
import { surveyPage, surveyWidths } from '../../src/write/survey-page.js'
import { lineCount } from '../../src/write/text-size.js'
import { countyView, townshipViews, type View } from '../../src/write/view.js'
import { household, person } from '../screen/county.js'
import { sampleReport } from './sample-report.js'

const [view] = townshipViews(countyView(sampleReport())) as [View]
const heightOf = (page: readonly FormRow[]) => page.reduce((sum, row) => sum + formRowHeight(row, surveyWidths), 0)
const textOf = (page: readonly FormRow[]) => page.flatMap(({ cells }) => cells.map(({ text }) => text)).join('\n')

/** A household of so many members, about each of whom the rosters say a lot. */
function large(size: number): SurveyHousehold {
  const [sample] = surveyHouseholds(view) as [SurveyHousehold]
  const member = () =>
    person({
      'monitored-households': { health: '长期慢性病，患有大病', labour: '弱劳动力或半劳动力', workplace: '外省务工' },
      'living-subsidies': {},
      'care-subsidies': {},
      'rural-allowance-members': {},
    })
  const members = household('monitored', Array.from({ length: size }, member))
  const [one] = sample.cases
  const cases = Array.from({ length: 4 }, () => one as SurveyHousehold['cases'][number])
  return { ...sample, cases, members, head: members[0] ?? null }
}

describe('surveyPage', () => {
  it('fills its rows of ten columns and never more than a page', () => {
    for (const survey of [null, ...surveyHouseholds(view), large(2), large(8), large(30)]) {
      const page = surveyPage(survey, view)
      for (const { cells } of page) expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(surveyWidths.length)
      expect(heightOf(page)).toBeLessThanOrEqual(formHeight)
    }
  })

  it('breaks no line of a blank form elsewhere than it is meant to, and gives every row the height of its lines', () => {
    for (const { cells, height } of surveyPage(null, view)) {
      let at = 0
      for (const { text, span, kind } of cells) {
        const width = surveyWidths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
        at += span
        const written = text.split('\n').map((line) => line.trimEnd())
        if (kind === 'value' && !text.startsWith('□低保'))
          for (const line of written) expect([line, lineCount(line, width)]).toEqual([line, 1])
        if (kind === 'value' && height !== undefined)
          expect(rowHeight([{ text: written.join('\n'), width }]), text).toBeLessThanOrEqual(height)
      }
    }
  })

  it('asks for a further page when not all members have room', () => {
    expect(textOf(surveyPage(large(30), view))).toMatch(/另有 \d+ 人，请附页/)
    expect(textOf(surveyPage(large(2), view))).not.toMatch(/请附页|其余成员/)
  })

  it('names the members who have no row of their own', () => {
    const survey = large(12)
    const named = survey.members.map((member, at) => ({ ...member, name: `第${at + 1}人` }))
    const text = textOf(surveyPage({ ...survey, members: named }, view))
    for (const { name } of named) expect(text).toContain(name)
    expect(textOf(surveyPage(large(30), view))).toMatch(/其余成员\n.+等 \d+ 人/)
  })

  it('prints whom the rosters do not know by the name and number of the case, and leaves the household to the visit', () => {
    const [sample] = surveyHouseholds(view) as [SurveyHousehold]
    const gone = { ...sample, head: null, members: [], headName: '赵二', headId: '340199195303090799' }
    const text = textOf(surveyPage(gone, view))
    expect(text).toContain('户主姓名\n赵二\n身份证号\n340199********0799')
    expect(text).toContain('人口\n\n')
  })

  it('names cases by whole numbers, and says how many there are', () => {
    const text = textOf(surveyPage(large(2), view))
    const number = large(2).cases[0]?.case.number
    expect(text).toContain(`线索编号：${number}、${number}、${number}等 4 条`)
  })

  it('prints what the rosters say, masked, and leaves the rest to be written', () => {
    const [survey] = surveyHouseholds(view) as [SurveyHousehold]
    const text = textOf(surveyPage(survey, view))
    expect(text).toContain(survey.cases[0]?.case.number)
    expect(text).toContain(survey.headName)
    expect(text).not.toMatch(/\d{17}[\dX]/)
    for (const part of ['三、收入、刚性支出和财产', '邻里', '需求', '调查人（两人以上签字）'])
      expect(text).toContain(part)
  })
})
