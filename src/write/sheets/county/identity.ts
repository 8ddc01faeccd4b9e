import type { IdentityQuestion } from '../../../match/person.js'
import { questionKey, questionNumber } from '../../../match/question-key.js'
import { difference } from '../../difference.js'
import { numberColumn } from '../../ledger-columns.js'
import { lines } from '../../person-facts.js'
import { comparedWords, questionReason, type Side, sidesOf } from '../../question.js'
import { type CellValue, type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** 号码待核: pairs that may be one person, side by side, what differs marked. Nothing is corrected by itself. */
export default defineSheet<View, QuestionRow>({
  id: 'identity',
  position: 7,
  name: '号码待核',
  layout: 'check',
  title: ({ report }) => `${report.county}身份号码待核表`,
  columns: ({ report: { settings } }): Column<QuestionRow>[] => [
    { ...numberColumn, width: 3 },
    { heading: '核对编号', width: 6, style: 'id', value: ({ question }) => questionNumber(question) },
    { heading: '需要核对什么', width: 7, value: ({ question }) => questionReason(question) },
    {
      heading: '甲：姓名',
      width: 4.2,
      style: 'centre',
      value: ({ sides: [left, right] }) => nameCell(left, right),
      stays: true,
    },
    {
      heading: '甲：号码',
      width: 9.8,
      style: 'id',
      value: ({ sides: [left, right] }) => idCell(left, right, settings.mask),
    },
    { heading: '甲：乡镇村\n出处', width: 10.5, value: ({ sides: [left] }) => whereLines(left) },
    { heading: '乙：姓名', width: 4.2, style: 'centre', value: ({ sides: [left, right] }) => nameCell(right, left) },
    {
      heading: '乙：号码',
      width: 9.8,
      style: 'id',
      value: ({ sides: [left, right] }) => idCell(right, left, settings.mask),
    },
    { heading: '乙：乡镇村\n出处', width: 10.5, value: ({ sides: [, right] }) => whereLines(right) },
    { heading: '比对情况', width: 9, value: ({ question }) => comparedWords(question) },
    { heading: '可能性', width: 3.6, style: 'centre', value: ({ question }) => percent(question.score) },
    {
      heading: '甲的号码\n是否应为',
      width: 10.2,
      style: 'id',
      value: (row) => suggestion(row, settings.mask),
    },
    { heading: '是否\n同一人', width: 3.6, style: 'centre', answer: 'identity_answers' },
    { heading: '正确号码\n(按户口簿)', width: 9.6, style: 'id', answer: 'free' },
    { heading: '情况说明', width: 7, answer: 'free' },
    { heading: '核对人', width: 3.6, style: 'centre', answer: 'free' },
  ],
  rows: (view) => view.questions.map((question) => ({ question, sides: sidesOf(question) })),
  key: ({ question }) => questionKey(question),
})

interface QuestionRow {
  readonly question: IdentityQuestion
  readonly sides: ReturnType<typeof sidesOf>
}

type MaskSetting = View['report']['settings']['mask']

function nameCell(side: Side | null, other: Side | null): CellValue {
  if (side === null) return '—'
  if (other === null || side.name === other.name) return side.name
  return difference(side.name ?? '', other.name ?? '')[0]
}

// Equal characters are masked as the setting says; those that differ are the point of the question and are shown.
function idCell(side: Side | null, other: Side | null, mask: MaskSetting): CellValue {
  if (side === null) return ''
  return difference(side.id, other?.id || side.id, mask)[0]
}

function suggestion({ question: { suggestedIdNumber }, sides: [left] }: QuestionRow, mask: MaskSetting): CellValue {
  if (suggestedIdNumber === null) return null
  return [...difference(suggestedIdNumber, left.id, mask)[0], { text: '？', marked: false }]
}

function whereLines(side: Side | null): string {
  if (side === null) return ''
  const { township, village } = side.person.place
  return lines([[township, village].filter(Boolean).join(''), side.where])
}

function percent(score: number | null): string {
  if (score === null) return ''
  return score > 0.99 ? '99%以上' : `${Math.round(score * 100)}%`
}
