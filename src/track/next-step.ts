import type { Facts } from '../domain/issue.js'
import { addMonths, type Month, monthOf } from '../domain/month.js'
import type { CaseLife } from './case-life.js'
import type { StepContent } from './case-step.js'
import { changesIn } from './fact-words.js'

/** How long answers hold, in months (doudi.yaml `tracking`). */
export interface AnswerTerms {
  /** 不属实: not asked again for so long while the facts stay the same. */
  readonly dismissedMonths: number
  /** 外出失联、其他: asked again sooner. */
  readonly unsettledMonths: number
  /** 属实·办理中: the result is asked for after so long. */
  readonly progressMonths: number
  /** How many months the rosters may lag behind what a township did. */
  readonly lagMonths: number
}

/** What a month's run saw of a known case. */
export interface RunView {
  readonly month: Month
  /** Facts of the finding, or null when it was not found. */
  readonly found: Facts | null
  /** False when the rule, the township or the subject was not judged: that nothing was found then means nothing. */
  readonly judged: boolean
  /** Why it was not found although it was judged: the exception that answered it; '' when the rosters simply no longer show it. */
  readonly excuse: string
  /** What the rosters say against the answer, or null. */
  readonly contradiction: string | null
}

/** The step that a run takes with a known case, or null when it stays where it is. Pure. */
export function nextStep(life: CaseLife, view: RunView, terms: AnswerTerms): StepContent | null {
  switch (life.state) {
    case '待核':
    case '退回补核':
    case '重开':
    case '办理中':
      return gone(view) ? { kind: 'cleared', reason: goneWords(view) } : null
    case '已核':
      return answeredStep(life, view, terms)
    case '已闭环':
      return closedStep(life, view, terms)
  }
}

/** The step that a run takes with a reported case, which no rule judges: the rosters contradict its answer, or have had time to and do not. */
export function reportedStep(
  life: CaseLife,
  month: Month,
  contradiction: string | null,
  { lagMonths }: AnswerTerms,
): StepContent | null {
  if (life.state !== '已核' || life.answer === null) return null
  if (contradiction !== null && !life.insisted) return { kind: 'contradicted', reason: contradiction }
  const isDue = month > addMonths(life.answer.bookMonth, lagMonths)
  return isDue ? { kind: 'confirmed', reason: `${month} 名册与答复没有出入` } : null
}

function gone({ found, judged }: RunView): boolean {
  return found === null && judged
}

function goneWords({ month, excuse }: RunView): string {
  return excuse === '' ? `${month} 名册不再触发` : `${month} 查明属于“${excuse}”`
}

function answeredStep(life: CaseLife, view: RunView, terms: AnswerTerms): StepContent | null {
  const { month, found, contradiction } = view
  if (contradiction !== null && !life.insisted) return { kind: 'contradicted', reason: contradiction }
  if (gone(view)) return { kind: 'confirmed', reason: `${goneWords(view)}，与答复相符` }
  if (found === null) return null
  const changed = changesIn(life.answeredFacts, found)
  if (changed !== '') return { kind: 'reopened', reason: `答复后情况有变：${changed}` }
  const code = life.answer?.code ?? ''
  if (code.startsWith('A') && !life.insisted) {
    const due = isDone(life, month, terms)
    return due ? { kind: 'contradicted', reason: `答复称已办结，${month} 名册仍触发同一规则` } : null
  }
  return lapsed(life, month, terms)
}

function closedStep(life: CaseLife, { month, found }: RunView, terms: AnswerTerms): StepContent | null {
  if (found === null) return null
  if (life.last === 'cleared' || life.last === 'confirmed')
    return { kind: 'reopened', reason: `${life.since} 已消除，${month} 再次出现` }
  if (life.last !== 'answered') return null
  const changed = changesIn(life.answeredFacts, found)
  if (changed !== '') return { kind: 'reopened', reason: `答复后情况有变：${changed}` }
  return lapsed(life, month, terms)
}

function lapsed({ answer, insisted }: CaseLife, month: Month, terms: AnswerTerms): StepContent | null {
  if (answer === null) return null
  const { dismissedMonths, unsettledMonths } = terms
  const months = insisted || /^[AC]/.test(answer.code) ? dismissedMonths : unsettledMonths
  if (month <= addMonths(answer.bookMonth, months)) return null
  return { kind: 'reopened', reason: `上次答复已满 ${months} 个月，情况未变，请再核一次` }
}

// What a township says it did must show in the rosters of the months after, give or take the lag.
function isDone({ answer }: CaseLife, month: Month, { lagMonths }: AnswerTerms): boolean {
  if (answer === null) return false
  const { stopMonth, doneDay, resumeMonth } = answer.values
  const done = stopMonth ?? resumeMonth ?? (doneDay === undefined ? answer.bookMonth : monthOf(doneDay))
  return month > addMonths(done > answer.bookMonth ? done : answer.bookMonth, lagMonths)
}
