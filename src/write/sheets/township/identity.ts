import { showIdNumber } from '../../../domain/mask.js'
import type { IdentityQuestion } from '../../../match/person.js'
import { elsewhere, questionKey, questionNumber } from '../../../match/question-key.js'
import { difference } from '../../difference.js'
import { numberColumn } from '../../ledger-columns.js'
import { lines } from '../../person-facts.js'
import { comparedWords, questionReason, type Side, sidesOf } from '../../question.js'
import { type CellValue, type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** 号码待核: people of this township whose identity has to be settled. The other side is shown only when it lives here too. */
export default defineSheet<View, IdentityQuestion>({
  id: 'identity',
  position: 8,
  name: '号码待核',
  layout: 'check',
  title: () => '身份号码待核表',
  columns: (view): Column<IdentityQuestion>[] => [
    { ...numberColumn, width: 2.6 },
    { heading: '核对编号', width: 6, style: 'id', value: questionNumber },
    { heading: '需要核对什么', width: 8.2, value: (question) => questionReason(question) },
    {
      heading: '甲：姓名\n村(社区)',
      width: 5.4,
      style: 'centre',
      value: (question) => nameLines(view, sidesOf(question)[0]),
      stays: true,
    },
    { heading: '甲：号码', width: 9.8, style: 'id', value: (question) => idCell(view, ...sidesOf(question)) },
    { heading: '甲：出处', width: 11.6, value: (question) => originsCell(view, sidesOf(question)[0]) },
    {
      heading: '乙：姓名\n村(社区)',
      width: 5.4,
      style: 'centre',
      value: (question) => nameLines(view, sidesOf(question)[1]),
    },
    {
      heading: '乙：号码',
      width: 9.8,
      style: 'id',
      value: (question) => idCell(view, sidesOf(question)[1], sidesOf(question)[0]),
    },
    { heading: '乙：出处', width: 11.6, value: (question) => originsCell(view, sidesOf(question)[1]) },
    { heading: '比对情况', width: 11, value: (question) => comparedCell(view, question) },
    { heading: '是否\n同一人', width: 4.4, style: 'centre', answer: 'identity_answers' },
    { heading: '正确号码\n(按户口簿)', width: 9.6, style: 'id', answer: 'free' },
    { heading: '情况说明', width: 8, answer: 'free' },
    { heading: '核对人', width: 4, style: 'centre', answer: 'free' },
  ],
  rows: (view) => view.questions,
  key: questionKey,
})

function isOwn(view: View, side: Side | null): side is Side {
  return side !== null && side.person.place.township === view.township
}

function nameLines(view: View, side: Side | null): CellValue {
  if (side === null) return '—'
  return isOwn(view, side) ? lines([side.name, side.person.place.village]) : elsewhere
}

function idCell(view: View, side: Side | null, other: Side | null): CellValue {
  if (!isOwn(view, side)) return side === null ? '' : '由县级核对'
  const { mask } = view.report.settings
  if (!isOwn(view, other) || other.id === '') return showIdNumber(side.id, mask)
  return difference(side.id, other.id, mask)[0]
}

// The words may quote the other side's name. A township that sees one side only cannot say whether the two are one; 正确号码 is that of 甲.
function comparedCell(view: View, question: IdentityQuestion): CellValue {
  const [left, right] = sidesOf(question)
  if (right === null || (isOwn(view, left) && isOwn(view, right))) return comparedWords(question)
  return isOwn(view, left)
    ? '乙在外乡镇，是否同一人由县级认定，本镇不填。请对照户口簿核对甲，号码有误的填“正确号码”。'
    : '甲在外乡镇，是否同一人由县级认定，本镇不填。请对照户口簿核对乙，号码有误的告知县民政局，不要填“正确号码”。'
}

function originsCell(view: View, side: Side | null): CellValue {
  return isOwn(view, side) ? side.whereShort : ''
}
