import type { AnswerValues } from '../../../src/domain/answer.js'
import { outcomeIn } from '../../../src/domain/outcome.js'
import type { CaseAnswer } from '../../../src/track/answers/case-row.js'
import { lifeOf } from '../../../src/track/case-life.js'
import type { CaseStep, StepContent, StepDraft } from '../../../src/track/case-step.js'
import type { LedgerCase } from '../../../src/track/ledger.js'
import { finding } from '../samples.js'

/** Number of the sample case. */
export const number = '202611-T01-0001'

/** A case of the ledger after `contents`, opened in 2026-11 and asked then. */
export function ledgerCase(contents: readonly StepContent[] = [], more: Partial<LedgerCase> = {}): LedgerCase {
  const all: readonly StepContent[] = [{ kind: 'opened' }, ...contents]
  const steps = all.map((content, at): CaseStep => {
    return { number, month: '2026-11', content, sequence: at + 1, at: '', previous: '', hash: '' }
  })
  const life = lifeOf(steps)
  if (life === null) throw new Error('a sample case counts')
  return {
    number,
    finding: finding('p1'),
    named: { name: '测试一', idNumber: '340199195003091234', headName: '测试一' },
    firstMonth: '2026-11',
    lastMonth: '2026-11',
    timesSeen: 1,
    life,
    steps,
    asked: [{ month: '2026-11', round: 1, township: '河湾镇' }],
    ...more,
  }
}

/** The same case after an import's steps. */
export function afterDrafts(one: LedgerCase, drafts: readonly StepDraft[]): LedgerCase {
  return ledgerCase([...one.steps.slice(1).map(({ content }) => content), ...drafts.map(({ content }) => content)])
}

/** An answer read from row 4 of `a.xlsx` with its hidden key; `outcome` as the cell has it. */
export function caseAnswer(outcome: string, values: AnswerValues = {}, more: Partial<CaseAnswer> = {}): CaseAnswer {
  return {
    place: { file: 'a.xlsx', sheet: '脱保', row: 4, unit: '河湾镇', month: null },
    keyed: number,
    number,
    round: 1,
    bookMonth: '2026-11',
    isChanged: false,
    clues: { name: '测试一', village: '', idNumber: '', rule: 'T01' },
    outcome: outcomeIn(outcome),
    values,
    faults: [],
    who: '李某',
    content: `${outcome}${JSON.stringify(values)}`,
    ...more,
  }
}
