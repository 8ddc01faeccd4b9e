import { byGravity, type Severity, severities } from '../domain/issue.js'
import { yuan } from '../domain/money.js'
import { terms } from '../domain/terms.js'
import type { Person } from '../match/person.js'
import { certificateInForce, certificateWords, isSevere } from './certificate.js'
import type { Context, Hit } from './rule.js'
import type { SettingName } from './rule-settings.js'
import { ageOf } from './standing.js'

/** A fact that makes a hit one step graver or lighter, where a rule opts in. */
export interface SeverityFact {
  readonly effect: 'raises' | 'lowers'
  /** What it is called in the manual: 重度残疾. */
  readonly title: string
  /** The fact in words, as it is for the people or the money of a hit: `重度残疾（肢体一级）`; null when it does not hold or nobody can say. */
  words(members: readonly Person[], hit: Hit, context: Context): string | null
}

/** 重度残疾 of somebody the hit is about (57号: 一二级, 三级智力、精神), by a certificate in force. */
export const severeDisability: SeverityFact = {
  effect: 'raises',
  title: '重度残疾',
  words: (members, _, { month }) => {
    const held = members
      .map((member) => certificateInForce(member, month))
      .find((each) => each !== null && isSevere(each))
    return held ? `${within(members)}重度残疾（${certificateWords(held)}）` : null
  },
}

/** 未成年: under 18 on the last day of the month. */
export const minor: SeverityFact = {
  effect: 'raises',
  title: '未满 18 周岁',
  words: (members, _, { month }) => ageWords('未成年', members, month, (age) => age < 18),
}

/** 65 and older. */
export const elderly: SeverityFact = {
  effect: 'raises',
  title: '65 周岁及以上',
  words: (members, _, { month }) => ageWords('老年', members, month, (age) => age >= 65),
}

/** The money at stake reaches the county's line. */
export const largeAmount: SeverityFact = {
  effect: 'raises',
  title: '涉及金额大',
  words: (_, { amountFen }, context) => {
    const line = lineOf('severity.large-amount', context)
    return line > 0 && amountFen !== undefined && amountFen >= line
      ? `涉及金额 ${yuan(amountFen)} 元，达到 ${yuan(line)} 元`
      : null
  },
}

/** The money at stake stays under the county's line. */
export const smallAmount: SeverityFact = {
  effect: 'lowers',
  title: '涉及金额小',
  words: (_, { amountFen }, context) => {
    const line = lineOf('severity.small-amount', context)
    return amountFen !== undefined && amountFen < line ? `涉及金额 ${yuan(amountFen)} 元，不到 ${yuan(line)} 元` : null
  },
}

/** Facts of people that make it more pressing to look after them (domain A L04). */
export const vulnerable: readonly SeverityFact[] = [severeDisability, minor, elderly]

/** Facts of the money at stake. */
export const amountAtStake: readonly SeverityFact[] = [largeAmount, smallAmount]

/**
 * The hit with its severity moved by the facts that its rule opts in to: one step however many hold, none when they pull both ways. The reason is
 * kept with the hit, so that whoever reads it sees why. `usual`: the rule's own severity, for a hit that states none.
 */
export function weigh(
  hit: Hit,
  usual: Severity,
  facts: readonly SeverityFact[],
  members: readonly Person[],
  context: Context,
): Hit {
  const severity = hit.severity ?? usual
  const holding = facts.flatMap((fact) => {
    const words = fact.words(members, hit, context)
    return words === null ? [] : [{ effect: fact.effect, words }]
  })
  const effects = new Set(holding.map(({ effect }) => effect))
  if (effects.size !== 1) return hit
  const moved = effects.has('raises') ? raised(severity) : lowered(severity)
  if (moved === severity) return hit
  return { ...hit, severity: moved, weighed: movedWords(holding.map(({ words }) => words).join('，'), severity, moved) }
}

/** Why a severity was moved, as a sentence of the explanation: `重度残疾（肢体一级），程度由中调高为高。` */
export function movedWords(reason: string, from: Severity, to: Severity): string {
  const way = byGravity(to, from) < 0 ? '调高' : '调低'
  return `${reason}，程度由${terms[from]}${way}为${terms[to]}。`
}

/** The graver of two severities. */
export function graver(a: Severity, b: Severity): Severity {
  return byGravity(a, b) < 0 ? a : b
}

/** One step graver. */
function raised(severity: Severity): Severity {
  return severities[severities.indexOf(severity) - 1] ?? 'high'
}

/** One step lighter; 提示 stays. */
export function lowered(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? 'note'
}

function within(members: readonly Person[]): string {
  return members.length > 1 ? '户内有' : ''
}

function ageWords(
  name: string,
  members: readonly Person[],
  month: string,
  fits: (age: number) => boolean,
): string | null {
  const ages = members.map((member) => ageOf(member, month)).filter((age) => age !== null && fits(age))
  return ages.length === 0 ? null : `${within(members)}${name}（${ages[0]} 周岁）`
}

// Lines are written in yuan; 0 means that there is none.
function lineOf(name: Extract<SettingName, `severity.${string}`>, context: Context): number {
  return Math.round(context.setting(name) * 100)
}
