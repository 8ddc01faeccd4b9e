import type { Facts, Origin, Severity } from './issue.js'
import type { Programme } from './programme.js'

/** What rules look for, in the order of the catalogue; each is the sheet its findings go to, but for 数据, which goes to the departments. */
export const findingKinds = ['漏保', '脱保', '错保', '补贴', '留守', '数据'] as const

/** One of `findingKinds`. */
export type FindingKind = (typeof findingKinds)[number]

/** A document a rule rests on. `verified` false prints 待核 and never the clause (domain A.0). */
export interface LegalBasis {
  readonly document: string
  readonly clause: string | null
  readonly verified: boolean
}

/** One fact that a finding rests on: what was read, and where. */
export interface Evidence {
  readonly programme: Programme
  /** In Chinese, without an unmasked id: `农村低保：在册，2026年3月起，月保障金 420 元`. */
  readonly fact: string
  readonly origin: Origin
}

/** How one exception of a rule came out for one hit (design §3). */
export interface ExceptionResult {
  readonly exception: string
  readonly title: string
  readonly state: 'does-not-apply' | 'applies' | 'unchecked'
  /** Why, in Chinese; for `unchecked` what is missing. */
  readonly reason: string
}

/** A suspicion, not a verdict (疑点). */
export interface Finding {
  readonly rule: string
  readonly title: string
  readonly kind: FindingKind
  readonly severity: Severity
  readonly unit: 'person' | 'household' | 'delivery'
  /** For the county alone: it stands in no township's book and in no department's. */
  readonly audience?: 'county' | undefined
  /** Stable key of what the finding is about: a person key, a household key, or a delivery's source and township. */
  readonly subject: string
  /** The person to look for (in household findings the head or first member); null for deliveries. */
  readonly personKey: string | null
  /** Members the finding covers, for household findings. */
  readonly memberKeys: readonly string[]
  readonly township: string | null
  readonly village: string | null
  readonly householdNumber: string | null
  /** One Chinese sentence without unmasked ids. */
  readonly explanation: string
  /** What the township is asked to do. */
  readonly action: string
  readonly basis: readonly LegalBasis[]
  readonly evidence: readonly Evidence[]
  readonly exceptions: readonly ExceptionResult[]
  /** Programmes that its people are said to be absent from: standing in one of them clears it. None or left out where nothing is missed. */
  readonly absentFrom?: readonly Programme[] | undefined
  /** Money at stake in fen, or null when the rule has none. */
  readonly amountFen: number | null
  /** Values whose change reopens an answered case (domain A.8); sorted keys. */
  readonly facts: Facts
}

/** True for what a township answers: neither data that a department mends nor what the county keeps to itself. */
export function isForTownships({ kind, audience }: Pick<Finding, 'kind' | 'audience'>): boolean {
  return kind !== '数据' && audience !== 'county'
}

/** Why a rule, or a part of its people, was not judged (未判定). */
export interface NotJudged {
  readonly rule: string
  readonly scope: 'rule' | 'township' | 'person' | 'household'
  /** The township or subject key; null for the whole rule. */
  readonly subject: string | null
  /** In Chinese. */
  readonly reason: string
}

/** True when it is about one person or household, not about a rule or a township. */
export function isOfSubject({ scope }: NotJudged): boolean {
  return scope === 'person' || scope === 'household'
}

const groups = 'LTCPSDX'

/** The order of the catalogue (domain A): 漏保, 脱保, 错保, 补贴, 留守, 数据, the county's own, each by number. Compares two rule ids. */
export function byCatalogue(left: string, right: string): number {
  return groups.indexOf(left.charAt(0)) - groups.indexOf(right.charAt(0)) || (left < right ? -1 : left > right ? 1 : 0)
}
