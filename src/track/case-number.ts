import { compareNullLast, compareText } from '../domain/compare-text.js'
import type { Finding } from '../domain/finding.js'
import type { Month } from '../domain/month.js'

/** A case about to be opened, or one known already. */
export interface CaseIdentity {
  readonly number: string
  readonly rule: string
  readonly subject: string
}

/** A newly opened case. */
export interface OpenedCase extends CaseIdentity {
  readonly sequence: number
  /** The finding that opened it. */
  readonly finding: Finding
}

/** Which case each finding belongs to. */
export interface Numbering {
  /** In the order of the findings given. */
  readonly numbers: readonly string[]
  /** By number. */
  readonly opened: readonly OpenedCase[]
}

/** `YYYYMM-RULE-NNNN` of the month in which the case was opened; a fifth digit appears from 10000 on. */
export function caseNumber(month: Month, rule: string, sequence: number): string {
  return `${month.replace('-', '')}-${rule}-${String(sequence).padStart(4, '0')}`
}

/** Orders case numbers as the cases were opened: by month and rule, then by their running number, of which the ten-thousandth has a fifth digit. */
export function compareCaseNumbers(a: string, b: string): number {
  const [left, right] = [a.lastIndexOf('-'), b.lastIndexOf('-')]
  return compareText(a.slice(0, left), b.slice(0, right)) || Number(a.slice(left + 1)) - Number(b.slice(right + 1))
}

/** What the hidden key of a case's row speaks of, `202611-L01-0001/2`: the case and which asking it is, so that an answer to an earlier asking shows. */
export function caseKey(number: string, round: number): string {
  return `${number}/${round}`
}

/** Reads a `caseKey`; null when the text is none. */
export function parseCaseKey(text: string): { readonly number: string; readonly round: number } | null {
  const [number, round, ...rest] = text.split('/')
  if (!number || !isCaseNumber(number) || !/^[1-9]\d*$/.test(round ?? '') || rest.length > 0) return null
  return { number, round: Number(round) }
}

/** True for text of the form of a case number. */
export function isCaseNumber(text: string): boolean {
  return /^\d{6}-[^\s/-]+-\d{4,}$/.test(text)
}

/**
 * Gives every finding its case: the known one of its rule and subject, or a new one. New numbers go on after `lastSequence` (by rule, of this
 * month), in the order township, village, household, subject, whatever order the findings come in. Two findings of one rule on one subject
 * are one case.
 */
export function numberFindings(
  findings: readonly Finding[],
  known: readonly CaseIdentity[],
  lastSequence: ReadonlyMap<string, number>,
  month: Month,
): Numbering {
  const numbers = new Map(known.map((one) => [identityKey(one), one.number]))
  const next = new Map(lastSequence)
  const opened: OpenedCase[] = []
  for (const finding of [...findings].sort(byPlace)) {
    const key = identityKey(finding)
    if (numbers.has(key)) continue
    const sequence = (next.get(finding.rule) ?? 0) + 1
    next.set(finding.rule, sequence)
    const number = caseNumber(month, finding.rule, sequence)
    numbers.set(key, number)
    opened.push({ number, rule: finding.rule, subject: finding.subject, sequence, finding })
  }
  return { numbers: findings.map((finding) => numbers.get(identityKey(finding)) as string), opened }
}

function identityKey({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return `${rule}\n${subject}`
}

// The townships' books list their cases in this order, so that the numbers on a page follow one another.
function byPlace(left: Finding, right: Finding): number {
  return (
    compareText(left.rule, right.rule) ||
    compareNullLast(left.township, right.township) ||
    compareNullLast(left.village, right.village) ||
    compareNullLast(left.householdNumber, right.householdNumber) ||
    compareText(left.subject, right.subject)
  )
}
