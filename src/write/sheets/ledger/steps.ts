import { clockTime } from '../../../domain/calendar.js'
import { rowWords } from '../../../domain/issue.js'
import { maskedText } from '../../../domain/mask.js'
import { outcomeMeaning } from '../../../domain/outcome.js'
import type { CaseStep } from '../../../track/case-step.js'
import type { ProgressView } from '../../progress-view.js'
import { type Column, defineSheet } from '../../sheet.js'

const kinds = {
  opened: '发现',
  answered: '答复',
  inspected: '抽查',
  returned: '退回补核',
  conflicted: '答复矛盾',
  cleared: '自行消除',
  confirmed: '名册证实',
  contradicted: '与名册不符',
  reopened: '重开',
  merged: '并案',
  revoked: '作废',
} as const satisfies Record<CaseStep['content']['kind'], string>

/** 办理轨迹: every step of every case that was asked: when, what, from which file and row, who. */
export default defineSheet<ProgressView, CaseStep>({
  id: 'ledger-steps',
  position: 4,
  name: '办理轨迹',
  layout: 'table',
  title: ({ county }) => `${county}线索办理轨迹`,
  columns: ({ mask }): Column<CaseStep>[] => [
    { heading: '线索编号', width: 8, style: 'id', value: ({ number }) => number },
    { heading: '步骤', width: 3, style: 'number', value: ({ sequence }) => sequence },
    { heading: '月份', width: 5, style: 'centre', value: ({ month }) => month },
    { heading: '登记时间', width: 8, style: 'centre', value: ({ at }) => clockTime(at) },
    { heading: '事项', width: 6, style: 'centre', value: ({ content }) => kinds[content.kind] },
    { heading: '内容', width: 40, value: ({ content }) => maskedText(words(content), mask) },
    {
      heading: '出处',
      width: 20,
      value: ({ content }) => placeWords(content),
    },
    {
      heading: '经手',
      width: 6,
      style: 'centre',
      value: ({ content }) => whoIn(content),
    },
    { heading: '校验', width: 7, style: 'id', value: ({ hash }) => hash.slice(0, 12) },
  ],
  rows: ({ ledger }) => ledger.filter(({ asked }) => asked.length > 0).flatMap(({ steps }) => steps),
})

function words(content: CaseStep['content']): string {
  switch (content.kind) {
    case 'opened':
      return ''
    case 'answered': {
      const { code, values } = content.answer
      return `${code} ${outcomeMeaning(code)}${values.note ? `：${values.note}` : ''}`
    }
    case 'returned':
    case 'conflicted':
      return content.reasons.join('；')
    case 'inspected':
      return [content.result, content.note, content.deadline && `整改时限 ${content.deadline}`]
        .filter(Boolean)
        .join('；')
    case 'merged':
      return `并入 ${content.into}`
    case 'revoked':
      return `第 ${content.step} 步因该月重新比对作废`
    default:
      return content.reason
  }
}

function placeWords(content: CaseStep['content']): string {
  if (content.kind === 'answered') return rowWords(content.answer)
  return content.kind === 'inspected' ? rowWords(content) : ''
}

function whoIn(content: CaseStep['content']): string {
  if (content.kind === 'answered') return content.answer.who
  return content.kind === 'inspected' ? content.who : ''
}
