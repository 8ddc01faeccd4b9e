import type { IdentityQuestion } from '../../../match/person.js'
import { difference } from '../../difference.js'
import { lines } from '../../person-facts.js'
import { comparedWords, questionKey, questionNumber, questionReason, type Side, sidesOf } from '../../question.js'
import { type CellValue, type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** 号码待核: pairs that may be one person, side by side, what differs marked. Nothing is corrected by itself. */
export default defineSheet<View, IdentityQuestion>({
  id: 'identity',
  position: 6,
  name: '号码待核',
  layout: 'check',
  title: ({ report }) => `${report.county}身份号码待核表`,
  columns: ({ report: { settings } }): Column<IdentityQuestion>[] => [
    { heading: '序号', width: 3, style: 'centre', value: (_, index) => String(index + 1) },
    { heading: '核对编号', width: 6, style: 'id', value: questionNumber },
    { heading: '需要核对什么', width: 7, value: (question) => questionReason(question) },
    { heading: '甲：姓名', width: 4.2, style: 'centre', value: (question) => nameCell(...sidesOf(question)) },
    { heading: '甲：号码', width: 9.8, style: 'id', value: (question) => idCell(...sidesOf(question), settings.mask) },
    { heading: '甲：乡镇村\n出处', width: 10.5, value: (question) => whereLines(sidesOf(question)[0]) },
    { heading: '乙：姓名', width: 4.2, style: 'centre', value: (question) => nameCell(...turned(question)) },
    { heading: '乙：号码', width: 9.8, style: 'id', value: (question) => idCell(...turned(question), settings.mask) },
    { heading: '乙：乡镇村\n出处', width: 10.5, value: (question) => whereLines(sidesOf(question)[1]) },
    { heading: '比对情况', width: 9, value: (question) => comparedWords(question) },
    { heading: '可能性', width: 3.2, style: 'centre', value: ({ score }) => percent(score) },
    {
      heading: '甲的号码\n是否应为',
      width: 10.2,
      style: 'id',
      value: (question) => suggestion(question, settings.mask),
    },
    { heading: '是否\n同一人', width: 3.6, style: 'centre', answer: 'identity_answers' },
    { heading: '正确号码\n(按户口簿)', width: 9.6, style: 'id', answer: 'free' },
    { heading: '情况说明', width: 7, answer: 'free' },
    { heading: '核对人', width: 3.6, style: 'centre', answer: 'free' },
  ],
  rows: (view) => view.questions,
  key: questionKey,
})

type MaskSetting = View['report']['settings']['mask']

function turned(question: IdentityQuestion): readonly [Side | null, Side | null] {
  const [left, right] = sidesOf(question)
  return [right, left]
}

function nameCell(side: Side | null, other: Side | null): CellValue {
  if (side === null) return '—'
  if (other === null || side.name === other.name) return side.name
  return difference(side.name ?? '', other.name ?? '')[0]
}

// Equal characters are masked as the setting says; those that differ are the point of the question and are shown.
function idCell(side: Side | null, other: Side | null, mask: MaskSetting): CellValue {
  if (side === null) return ''
  return difference(side.idText, other?.idText ?? side.idText, mask)[0]
}

function suggestion(question: IdentityQuestion, mask: MaskSetting): CellValue {
  const { suggestedIdNumber } = question
  if (suggestedIdNumber === null) return null
  return [...difference(suggestedIdNumber, sidesOf(question)[0].idText, mask)[0], { text: '？', marked: false }]
}

function whereLines(side: Side | null): string {
  return side ? lines([[side.place.township, side.place.village].filter(Boolean).join(''), side.origins]) : ''
}

function percent(score: number | null): string {
  return score === null ? '' : `${Math.round(score * 100)}%`
}
