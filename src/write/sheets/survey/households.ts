import { showIdNumber } from '../../../domain/mask.js'
import { terms } from '../../../domain/terms.js'
import { notJudgedRemark } from '../../case-columns.js'
import { severityWord } from '../../finding-text.js'
import { numberColumn, shownHouseholdNumber } from '../../ledger-columns.js'
import { contactOf, lines } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import { paperWords, printedForms, type SurveyHousehold, surveyHouseholds } from '../../survey-household.js'
import type { CaseRow, View } from '../../view.js'

/** 入户名单: the households to be visited, and the page of each one's form. */
export default defineSheet<View, SurveyHousehold>({
  id: 'households',
  position: 1,
  name: '入户名单',
  layout: 'table',
  title: () => '社会救助入户调查名单',
  columns: ({ report: { settings } }): Column<SurveyHousehold>[] => [
    numberColumn,
    {
      heading: '调查表\n页次',
      width: 4,
      style: 'centre',
      value: (_, index) => (index < printedForms ? `第${index + 1}页` : '用空白表'),
    },
    {
      heading: '严重\n程度',
      width: 3,
      style: 'centre',
      value: ({ cases }) => severityWord((cases[0] as CaseRow).case.finding.severity),
    },
    {
      heading: terms.village,
      width: 5,
      style: 'centre',
      value: ({ cases }) => (cases[0] as CaseRow).case.finding.village ?? '',
    },
    {
      heading: '户主',
      width: 4.6,
      style: 'centre',
      value: ({ headName }) => headName,
    },
    {
      heading: '户编号\n身份证号',
      width: 10.4,
      style: 'id',
      value: ({ householdNumber, headId }) =>
        lines([shownHouseholdNumber(householdNumber, settings.mask), showIdNumber(headId, settings.mask)]),
    },
    { heading: '人口', width: 2.6, style: 'number', value: ({ members }) => members.length || null },
    {
      heading: '联系电话',
      width: 6.6,
      style: 'id',
      value: ({ head }) => (head ? contactOf(head).phone : ''),
    },
    {
      heading: terms['case number'],
      width: 8.4,
      style: 'id',
      value: ({ cases }) => lines(cases.map((row) => row.case.number)),
    },
    {
      heading: '疑点',
      width: 24,
      value: ({ cases }) =>
        lines(cases.map(({ case: { finding } }) => `${finding.rule} ${finding.title}（${finding.kind}）`)),
    },
    { heading: '入户日期', width: 6, style: 'centre', answer: 'free' },
    { heading: '调查人', width: 7, style: 'centre', answer: 'free' },
  ],
  rows: surveyHouseholds,
  remark: (view) => {
    const open = [notJudgedRemark(view, '漏保'), notJudgedRemark(view, '脱保')].filter((text) => text !== null)
    const more =
      surveyHouseholds(view).length > printedForms
        ? [`严重程度靠前的 ${printedForms} 户已印好，其余用最后一页的空白表。`]
        : []
    const paper = paperWords(surveyHouseholds(view), view.report.month)
    const texts = [...more, ...(paper === null ? [] : [paper]), ...open]
    return texts.length === 0 ? null : texts.join('\n')
  },
})
