import { isBlankWord, plainText, shownText } from '../../domain/cell.js'
import { maskIdNumber, parseIdNumber } from '../../domain/id-number.js'
import { type Issue, type IssueCode, issueAt } from '../../domain/issue.js'
import { shownHash } from '../../domain/row-key.js'
import type { Judgement } from '../../match/judgements.js'
import { elsewhere, parseQuestionKey, type Subjects } from '../../match/question-key.js'
import { fieldAsWritten, fieldCell, fieldText, type Place, type ReturnedRow, signatureOf } from './returned-book.js'

/** What a returned row answers to an identity question (号码待核). */
export interface IdentityAnswer {
  readonly place: Place
  readonly number: string
  readonly subjects: Subjects
  /** null where only a correct number was given. */
  readonly verdict: Judgement['verdict'] | null
  /** The right number of the left subject as somebody read it from a document; whole; null when none was given. */
  readonly correctId: string | null
  readonly who: string
  readonly why: string
}

/** What became of a row: an answer, what is wrong with it, both, or neither (nobody filled it in: `isBlank`; a note below the questions). */
export interface IdentityReading {
  readonly answer: IdentityAnswer | null
  readonly problems: readonly Issue[]
  readonly isBlank: boolean
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

const nothing: IdentityReading = { answer: null, problems: [], isBlank: false }

/** Reads a row of a 号码待核 sheet. */
export async function identityAnswerOf(row: ReturnedRow, findQuestion: FindQuestion): Promise<IdentityReading> {
  const shown = /^H-[0-9a-f]{8}$/.test(fieldText(row, 'number')) ? fieldText(row, 'number') : null
  const keyed = parseQuestionKey(row.key?.subject ?? '')
  const text = fieldText(row, 'verdict')
  const verdict = verdicts[text.replace(/\s+/g, '')] ?? null
  // Totals and notes stand below the questions.
  if (shown === null && keyed === null && verdict === null) return nothing
  const { correctId, problem } = correctIdOf(row)
  if (isBlankWord(text) && correctId === null && problem === null) return { ...nothing, isBlank: true }
  const faulty = (code: IssueCode, facts: Issue['facts'] = {}): IdentityReading => {
    return { ...nothing, problems: [issueAt(row.place, code, facts)] }
  }
  if (verdict === null && !isBlankWord(text)) return faulty('answer-unknown', { text: shownText(text) })
  if (shown !== null && keyed !== null && shown !== keyed.number) return faulty('answer-rows-mixed', { number: shown })
  const number = keyed?.number ?? shown
  if (number === null) return faulty('answer-without-question')
  const subjects = keyed?.subjects ?? (await findQuestion(number))
  if (subjects === null) return faulty('answer-question-unknown', { number })
  const { given, problems } = seenIn(row, { number, subjects, verdict, correctId })
  const said = { place: row.place, number, subjects, ...given }
  const answer = { ...said, who: signatureOf(row), why: fieldAsWritten(row, 'note') || `核查表回填 ${number}` }
  return {
    answer: said.verdict === null && said.correctId === null ? null : answer,
    problems: [...(problem === null ? [] : [problem]), ...problems],
    isBlank: false,
  }
}

type Given = Pick<IdentityAnswer, 'number' | 'subjects' | 'verdict' | 'correctId'>

// What the row could tell of the two: nobody judges whom he was not shown, and a number written for 乙 would become that of 甲.
function seenIn(row: ReturnedRow, { number, subjects, verdict, correctId }: Given) {
  const isAlone = subjects[1] === null
  const isUnseen = isElsewhere(row, '甲') || isElsewhere(row, '乙')
  const isOther = correctId !== null && isElsewhere(row, '甲')
  const codes: (IssueCode | false)[] = [
    verdict !== null && isAlone && 'answer-one-sided',
    verdict !== null && isUnseen && 'answer-unseen',
    isOther && 'answer-unseen-number',
    row.key !== null && shownHash(row.shown) !== row.key.shown && 'locked-question-changed',
  ]
  return {
    given: { verdict: isAlone || isUnseen ? null : verdict, correctId: isOther ? null : correctId },
    problems: codes.flatMap((code) => (code === false ? [] : [issueAt(row.place, code, { number })])),
  }
}

function isElsewhere({ shown }: ReturnedRow, side: '甲' | '乙'): boolean {
  return shown.some(([heading, text]) => heading.startsWith(`${side}：姓名`) && text.trim() === elsewhere)
}

function correctIdOf(row: ReturnedRow): { readonly correctId: string | null; readonly problem: Issue | null } {
  const cell = fieldCell(row, 'correct')
  const text = plainText(cell.text)
  if (isBlankWord(text)) return { correctId: null, problem: null }
  const problem = (code: IssueCode) => ({
    correctId: null,
    problem: issueAt(row.place, code, { id: maskIdNumber(text) }),
  })
  // A number cell has lost its last digits, and so has one that was written out as one.
  const isNumber = (cell.kind === 'number' && text.length > 15) || /^\d\.\d+E\+\d+$/i.test(text)
  if (isNumber) return problem('answer-id-as-number')
  const correctId = parseIdNumber(text)?.value ?? null
  return correctId === null ? problem('answer-bad-id') : { correctId, problem: null }
}
