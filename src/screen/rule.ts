import type { ExtraList } from '../domain/extra-lists.js'
import type { Evidence, FindingKind, LegalBasis } from '../domain/finding.js'
import type { Facts, Severity } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { Standard, StandardKey } from '../domain/standards.js'
import type { Delivery } from '../ingest/delivery.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Household, Person } from '../match/person.js'
import type { Payee } from './bank-accounts.js'
import type { PastHousehold } from './past-household.js'
import type { PeopleByName } from './people-by-name.js'
import type { SettingName, SettingValue } from './rule-settings.js'
import type { SafetyStop } from './safety.js'
import type { SeverityFact } from './severity.js'
import type { SteepRise } from './steep-rises.js'

/** What a rule may ask beside the person. Pure data: no clock, no file. */
export interface Context {
  readonly month: Month
  /** The county's own six digits (GB/T 2260). */
  readonly areaCode: string
  /** The county's name, as workplaces and addresses print it. */
  readonly county: string
  /** The month whose records `person.past` holds, or null in a first month. */
  readonly previousMonth: Month | null
  readonly deliveries: readonly Delivery[]
  /** Rosters or townships that are short against last month; the runner keeps rules away from them. */
  readonly stops: readonly SafetyStop[]
  /** Rosters or townships that grew steeply against last month: all is judged, only D14 speaks of it. */
  readonly rises: readonly SteepRise[]
  /** True when the month has a delivery of the programme, or the county declares that it holds none. */
  delivered(programme: Programme): boolean
  /** The row in force in the judged month. Only keys that the rule lists in `standards`: the runner has made sure they exist. */
  standard(key: StandardKey): Standard
  /** The row in force in the judged month, or null: for what only raises or lowers a hit and must not stop the rule. */
  standardIfAny(key: StandardKey): Standard | null
  /** Why there is no row in force: which to add or to strike out, in Chinese; '' when there is one for each key. */
  standardFaults(keys: readonly StandardKey[]): string
  /** A switch of doudi.yaml with its default, e.g. `destitute.excludes-subsidies`. */
  setting<Name extends SettingName>(name: Name): SettingValue<Name>
  /** The delivery that a record of this month came in, or null for a record that none of them explains. */
  deliveryOf(record: PersonRecord): Delivery | null
  /** Other persons of the same name and birth date: where a corrected number hides. */
  namesakes(person: Person): readonly Person[]
  /** Everybody of that name in the township, in no particular order. */
  named: PeopleByName
  /** Last month's supported household of the person, or null. */
  pastHouseholdOf(person: Person): PastHousehold | null
  /** Everybody whom the rosters pay into the account, by its digits, where more than one row does; else nobody. */
  paidInto(account: string): readonly Payee[]
  /** True when the rule of that id runs: where two rules see the same fault, the general one leaves it to the other. */
  runs(rule: string): boolean
}

/** A suspicion before its exceptions are tested. `message` is a key of the rule's `messages`, `facts` fill it (design §8, ESLint). */
export interface Hit {
  readonly message: string
  readonly facts: Facts
  readonly evidence: readonly Evidence[]
  readonly amountFen?: number
  /** Where the rule itself tells graver hits from lighter ones; default the rule's own. */
  readonly severity?: Severity
  /** Why the facts that the rule weighs moved the severity, as a Chinese sentence; set by the runner. */
  readonly weighed?: string
  /** Values whose change reopens an answered case; default `facts`. */
  readonly fingerprint?: Facts
  /** Programmes the hit says the covered members are absent from: void when one stands there, withheld while someone there may be one. */
  readonly absentFrom?: readonly Programme[]
  /** Members the hit covers, for household rules; default all. */
  readonly members?: readonly Person[]
}

/** The rule cannot say: an identity is too weak, or a needed value is missing for this subject. */
interface Withheld {
  readonly withheld: string
}

/** null: clear. */
export type Outcome = Hit | Withheld | null

/** One way in which a hit is no problem, tested on every hit (design §3). */
export interface Exception<S> {
  /** English, kebab-case, unique. */
  readonly id: string
  /** Chinese, short: 转换当月. */
  readonly title: string
  /** Programmes that must have been delivered to check it; missing ones make it `unchecked`. */
  readonly consults: readonly Programme[]
  /** True when no roster that doudi reads can answer it: recorded as `unchecked` on every hit, but no reason to lower them all. */
  readonly unanswerable?: true
  /** Lists of other offices that answer it where the county declares them; `withDeclaredLists` then makes them consulted rosters. */
  readonly lists?: readonly ExtraList[]
  /** 'applies' suppresses the hit; 'unchecked' when this subject lacks the field. The reason is Chinese. */
  test(
    subject: S,
    context: Context,
  ): { readonly state: 'applies' | 'does-not-apply' | 'unchecked'; readonly reason: string }
}

/** Programmes of which any one will do. */
type AnyOf = readonly Programme[]

interface RuleBase<S> {
  /** As in domain.md A: L01, T01, C01, P01, D01 … */
  readonly id: string
  readonly title: string
  /** Whether it runs unless doudi.yaml says otherwise (domain A.7). */
  readonly on: boolean
  readonly kind: FindingKind
  readonly severity: Severity
  /** Facts that make a hit one step graver or lighter. */
  readonly weighs?: readonly SeverityFact[]
  readonly basis: readonly LegalBasis[]
  /** What the township is asked to do, in Chinese. */
  readonly action: string
  /** What would clear its hits, in Chinese; where it is left out, what the rule claims and consults says it (`explain`). */
  readonly clearedBy?: string
  /** The subject must stand in one of each group; a group of which nothing was delivered makes the rule 未判定. */
  readonly needs: readonly AnyOf[]
  /** Must have been delivered for absence to mean anything; the subject may be absent. */
  readonly consults: readonly Programme[]
  /** The list in which somebody ought to stand, when that is all the rule asks: a county that does not hold the list has nobody to ask. */
  readonly unlistedIn?: Programme
  readonly standards: readonly StandardKey[]
  readonly exceptions: readonly Exception<S>[]
  /** Chinese sentences with {facts}. */
  readonly messages: Readonly<Record<string, string>>
  /** Judged only from / until this month (inclusive), or always. */
  readonly from: Month | null
  readonly until: Month | null
  /** True when the rule compares with last month: without history it is 未判定. */
  readonly needsHistory: boolean
  /** For the county alone: what somebody there settles, or what is counted and asks for nothing. No township and no department sees it. */
  readonly audience?: 'county'
  /** True for a 补贴 rule whose hit may stop money; 错保 and 脱保 always accuse. */
  readonly accuses?: true
  /** Lists of other offices that it looks at where the county declares them; one that did not come leaves that part 未判定. */
  readonly lists?: readonly ExtraList[]
}

/**
 * Whom a rule without `needs` can hit at all, so that it is not asked about everybody: people of whom a row has no number or not an intact one; people
 * who stood in a roster last month that does not hold them now. Nobody else may be a hit: it narrows what is visited and never what is found.
 */
export type Among = 'faulty-number' | 'left-a-roster'

/** A rule judged person by person. */
export interface PersonRule extends RuleBase<Person> {
  readonly unit: 'person'
  readonly among?: Among
  check(person: Person, context: Context): Outcome
  /** When nobody of last month's household is left, its hits become one household finding with this message and {count}. */
  readonly wholeHousehold?: { readonly message: string; stays(person: Person): boolean }
}

/** A rule judged household by household of one system. */
export interface HouseholdRule extends RuleBase<Household> {
  readonly unit: 'household'
  /** Systems whose households are judged. */
  readonly systems: readonly Programme[]
  check(household: Household, context: Context): Outcome
}

/** A rule about what was delivered. */
export interface DeliveryRule extends RuleBase<Delivery> {
  readonly unit: 'delivery'
  check(delivery: Delivery, context: Context): Outcome
}

/** Any rule. */
export type Rule = PersonRule | HouseholdRule | DeliveryRule

type Optionals = 'on' | 'needs' | 'consults' | 'standards' | 'exceptions' | 'from' | 'until' | 'needsHistory'
type Defined<R extends RuleBase<never>> = Omit<R, Optionals> & Partial<Pick<R, Optionals>>

/** Completes a rule with the defaults: runs, needs and consults nothing, no standards, no exceptions, always in force, no history. */
export function defineRule(rule: Defined<PersonRule> | Defined<HouseholdRule> | Defined<DeliveryRule>): Rule {
  const defaults = {
    on: true,
    needs: [],
    consults: [],
    standards: [],
    exceptions: [],
    from: null,
    until: null,
    needsHistory: false,
  }
  return { ...defaults, ...rule } as Rule
}
