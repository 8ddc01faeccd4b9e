import type { IdentityQuestion, Person } from '../match/person.js'
import type { DataFile, DataRow } from './data-files.js'
import { personId } from './person-facts.js'
import { comparedWords, originLines, questionNumber } from './question.js'
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
  const { left, right, reason, score, suggestedIdNumber, subjects } = question
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

function sideCells(person: Person | null): DataRow {
  if (person === null) return sideHeadings.map(() => '')
  const { key, name, place } = person
  return [key, personId(person), name ?? '', place.township ?? '', place.village ?? '', originLines(person)]
}
