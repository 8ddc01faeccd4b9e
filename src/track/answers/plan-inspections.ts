import { isBlankWord, plainText } from '../../domain/cell.js'
import { type Issue, type IssueCode, issueAt } from '../../domain/issue.js'
import { maskIdNumbersIn } from '../../domain/mask.js'
import type { Month } from '../../domain/month.js'
import { compareCaseNumbers } from '../case-number.js'
import type { StepContent, StepDraft } from '../case-step.js'
import type { LedgerCase } from '../ledger.js'
import { casesByNumber } from './find-case.js'
import type { Inspection } from './inspection-row.js'

/** What inspections would do to the ledger. */
export interface InspectionPlan {
  /** In the order of the case numbers. */
  readonly drafts: readonly StepDraft[]
  /** Rows newly taken that agree with the answer, those that do not, and rows that were known. */
  readonly agreeing: number
  readonly differing: number
  readonly known: number
  readonly issues: readonly Issue[]
}

/** What inspections are planned against. */
export interface InspectionGround {
  readonly ledger: readonly LedgerCase[]
  /** Cases that went into another one, by number. */
  readonly merged: ReadonlyMap<string, string>
  readonly month: Month
}

type Inspected = Extract<StepContent, { kind: 'inspected' }>

interface Fresh {
  readonly step: Inspected
  readonly place: Inspection['place']
}

/**
 * Plans what inspections do: every result is a step of its case; one that differs from the answer sends the case back to be answered anew. A result
 * needs a known case, one of the three words, a day where one is written and, where it differs, the problem in words; one about an answer that is
 * no longer in force changes nothing, and of two that differ about one case neither is taken. A case that went into another is that one, by
 * `merged`. Pure; what is taken does not depend on the order.
 */
export function planInspections(
  inspections: readonly Inspection[],
  { ledger, merged, month }: InspectionGround,
): InspectionPlan {
  const numbered = casesByNumber(ledger, merged)
  const byCase = new Map<string, Fresh[]>()
  const issues: Issue[] = []
  let known = 0
  for (const inspection of inspections) {
    const one = numbered(inspection.number ?? '')
    const fault = faultOf(inspection, one)
    if (fault) issues.push(issueAt(inspection.place, fault.code, fault.facts))
    else if (one) {
      const step = stepOf(inspection)
      const others = byCase.get(one.number) ?? []
      if (isKnown(step, one) || others.some((other) => sameResult(step, other.step))) known++
      else byCase.set(one.number, [...others, { step, place: inspection.place }])
    }
  }
  const taken: [string, Inspected][] = []
  for (const [number, fresh] of [...byCase].sort(([a], [b]) => compareCaseNumbers(a, b)))
    if (fresh.length === 1) taken.push([number, (fresh[0] as Fresh).step])
    else issues.push(...fresh.map(({ place }) => issueAt(place, 'inspection-contradicts', { number })))
  const agreeing = taken.filter(([, { result }]) => result === '一致').length
  return {
    drafts: taken.map(([number, content]) => ({ number, month, content })),
    agreeing,
    differing: taken.length - agreeing,
    known,
    issues,
  }
}

function faultOf(
  { number, mixedWith, round, result, note, badDay }: Inspection,
  one: LedgerCase | undefined,
): { readonly code: IssueCode; readonly facts: Issue['facts'] } | null {
  if (mixedWith !== null) return { code: 'answer-rows-mixed', facts: { number: mixedWith } }
  if (number === null || one === undefined) return { code: 'inspection-case-unknown', facts: { number: number ?? '' } }
  if (result === null) return { code: 'inspection-result-unknown', facts: { number } }
  if (result !== '一致' && isBlankWord(plainText(note)))
    return { code: 'inspection-without-problem', facts: { number } }
  if (badDay !== null) return { code: 'inspection-day-wrong', facts: { number, text: badDay } }
  // The rounds of a case that went into another were its own.
  const asked = one.number === number ? round : null
  if (one.life.answer === null || (asked !== null && asked !== roundOfAnswer(one)))
    return { code: 'inspection-outdated', facts: { number } }
  return null
}

// An inspection that differed opened a new round; what is read again still speaks of the answer before.
function roundOfAnswer({ life, steps }: LedgerCase): number {
  return steps.at(-1)?.content.kind === 'inspected' && life.state === '退回补核' ? life.round - 1 : life.round
}

const noteLength = 200

function stepOf({ place, result, note, deadline, who, on }: Inspection): Inspected {
  const { file, sheet, row } = place
  const text = (written: string) => maskIdNumbersIn([...written].slice(0, noteLength).join(''))
  return {
    kind: 'inspected',
    result: result ?? '一致',
    note: text(note),
    deadline: text(deadline),
    who,
    on,
    file,
    sheet,
    row,
  }
}

function isKnown(step: Inspected, { steps }: LedgerCase): boolean {
  return steps.some(({ content }) => content.kind === 'inspected' && sameResult(content, step))
}

function sameResult(a: Inspected, b: Inspected): boolean {
  const isSameText = (one: string, other: string) => plainText(one) === plainText(other)
  return a.result === b.result && isSameText(a.note, b.note) && isSameText(a.who, b.who) && a.on === b.on
}
