import type { IdentityQuestion } from '../match/person.js'
import { questionNumber } from '../match/question-key.js'
import type { DataFile, DataRow } from './data-files.js'
import { comparedWords, type Side, sidesOf } from './question.js'
import type { Report } from './report.js'

const sideHeadings = ['key', 'id_number', 'name', 'township', 'village', 'where']

/**
 * identity.csv: every identity question with both sides, in the order of the sheet 号码待核. `suggested_id_number` is a question, never a correction;
 * `left_subject` and `right_subject` are what an answer is kept under. The right side is empty for a damaged id without a counterpart.
 */
export function identityFile({ questions }: Report): DataFile {
  return {
    name: 'identity.csv',
    headings: [
      'question',
      'reason',
      'score',
      ...sideHeadings.map((heading) => `left_${heading}`),
      ...sideHeadings.map((heading) => `right_${heading}`),
      'suggested_id_number',
      'compared',
      'left_subject',
      'right_subject',
    ],
    rows: () => questions.map(questionRow),
  }
}

function questionRow(question: IdentityQuestion): DataRow {
  const { reason, score, suggestedIdNumber, subjects } = question
  const [left, right] = sidesOf(question)
  return [
    questionNumber(question),
    reason,
    score === null ? '' : Number(score.toFixed(4)),
    ...sideCells(left),
    ...sideCells(right),
    suggestedIdNumber ?? '',
    comparedWords(question),
    subjects[0],
    subjects[1] ?? '',
  ]
}

function sideCells(side: Side | null): DataRow {
  if (side === null) return sideHeadings.map(() => '')
  const { person, name, id, where } = side
  return [person.key, id, name ?? '', person.place.township ?? '', person.place.village ?? '', where]
}
