import { plainText } from '../domain/cell.js'
import type { Issue, IssueCode } from '../domain/issue.js'
import { maskIdNumbersIn } from '../domain/mask.js'
import { parseRowKey } from '../domain/row-key.js'
import type { Sheet, SheetRow, Workbook } from '../ingest/formats/workbook.js'
import { normalHeading } from '../ingest/heading.js'
import type { Judgement } from '../match/judgements.js'
import { parseQuestionKey, type Subjects } from '../match/question-key.js'

/** An answer to one identity question, as a returned sheet has it. */
export interface IdentityAnswer {
  readonly number: string
  readonly subjects: readonly [string, string]
  readonly verdict: Judgement['verdict']
  readonly who: string
  readonly why: string
  readonly file: string
  readonly sheet: string
  readonly row: number
}

/** What a returned file held. */
export interface ReturnedAnswers {
  readonly answers: readonly IdentityAnswer[]
  readonly problems: readonly Issue[]
  /** Sheets with identity questions, and rows of those that nobody answered. */
  readonly sheets: number
  readonly unanswered: number
  /** Rows that give a correct number: departments have to mend those, doudi does not. */
  readonly corrections: number
  /** Names of check sheets of cases, which are not read here. */
  readonly caseSheets: readonly string[]
}

/** Finds the subjects of a question whose row key was lost, by its number; null when no published month knows it. */
export type FindQuestion = (number: string) => Promise<Subjects | null>

const verdicts: Readonly<Record<string, Judgement['verdict']>> = {
  同一人: 'same',
  是: 'same',
  是同一人: 'same',
  非同一人: 'different',
  不是: 'different',
  不是同一人: 'different',
  否: 'different',
  不确定: 'unsure',
}

const headings = {
  number: /^核对编号$/,
  verdict: /^是否同一人$/,
  correct: /^正确号码/,
  note: /^情况说明$/,
  who: /^核对人$/,
  key: /^行标识/,
} as const
type Columns = Readonly<Record<keyof typeof headings, number>>

/** Reads the answers of every sheet that has the headings of 号码待核, wherever they stand; filtered and hidden rows count too. */
export async function readIdentityAnswers(
  file: string,
  workbook: Workbook,
  findQuestion: FindQuestion,
): Promise<ReturnedAnswers> {
  const reading = { answers: [], problems: [], sheets: 0, unanswered: 0, corrections: 0, caseSheets: [] }
  for (const sheet of workbook.sheets) await readSheet(file, sheet, findQuestion, reading)
  return reading
}

interface Reading {
  answers: IdentityAnswer[]
  problems: Issue[]
  sheets: number
  unanswered: number
  corrections: number
  caseSheets: string[]
}

const searchedRows = 30

async function readSheet(file: string, sheet: Sheet, findQuestion: FindQuestion, reading: Reading): Promise<void> {
  let columns: Columns | null = null
  let unit = ''
  for await (const rows of sheet.rows())
    for (const row of rows) {
      if (columns !== null) {
        await readRow(row, columns, { file, sheet: sheet.name, unit }, findQuestion, reading)
        continue
      }
      if (row.number > searchedRows) return
      const texts = row.texts.map(normalHeading)
      unit ||= unitIn(row.texts)
      if (texts.includes('线索编号') && texts.includes('核查结论')) {
        reading.caseSheets.push(sheet.name)
        return
      }
      columns = columnsIn(texts)
      if (columns !== null) reading.sheets++
    }
}

function columnsIn(texts: readonly string[]): Columns | null {
  const at = (field: keyof typeof headings) => texts.findIndex((text) => headings[field].test(text))
  const columns = {
    number: at('number'),
    verdict: at('verdict'),
    correct: at('correct'),
    note: at('note'),
    who: at('who'),
    key: at('key'),
  }
  return columns.verdict >= 0 && (columns.number >= 0 || columns.key >= 0) ? columns : null
}

function unitIn(texts: readonly string[]): string {
  for (const text of texts) {
    const match = /填报单位[:：]\s*(.+?)\s*(?:[(（]盖章[)）])?\s*$/.exec(text)
    if (match) return match[1] as string
  }
  return ''
}

interface Place {
  readonly file: string
  readonly sheet: string
  readonly unit: string
}

async function readRow(
  row: SheetRow,
  columns: Columns,
  place: Place,
  findQuestion: FindQuestion,
  reading: Reading,
): Promise<void> {
  const cell = (field: keyof Columns) => plainText(row.texts[columns[field]] ?? '').trim()
  const shown = /^H-[0-9a-f]{8}$/.test(cell('number')) ? cell('number') : null
  const keyed = parseQuestionKey(parseRowKey(cell('key'))?.subject ?? '')
  const answer = cell('verdict')
  const verdict = verdicts[answer.replace(/\s+/g, '')]
  // Signature lines, totals and notes stand below the questions.
  if (shown === null && keyed === null && !verdict) return
  if (cell('correct') !== '') reading.corrections++
  if (answer === '') {
    reading.unanswered++
    return
  }
  const problem = (code: IssueCode, facts: Issue['facts'] = {}) => {
    const origin = { file: place.file, sheet: place.sheet, row: row.number, column: null }
    reading.problems.push({ code, facts, origin, department: null, source: null })
  }
  if (!verdict) return problem('answer-unknown', { text: maskIdNumbersIn(answer.slice(0, 20)) })
  if (shown !== null && keyed !== null && shown !== keyed.number) return problem('answer-rows-mixed', { number: shown })
  const number = keyed?.number ?? shown
  if (number === null) return problem('answer-without-question')
  const subjects = keyed?.subjects ?? (await findQuestion(number))
  if (subjects === null) return problem('answer-question-unknown', { number })
  const [left, right] = subjects
  if (right === null) return problem('answer-one-sided', { number })
  reading.answers.push({
    number,
    subjects: [left, right],
    verdict,
    who: cell('who') || place.unit || '未署名',
    why: cell('note') || `核查表回填 ${number}`,
    file: place.file,
    sheet: place.sheet,
    row: row.number,
  })
}
