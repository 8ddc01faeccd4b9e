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
import type { SafetyStop } from './safety.js'
import type { SeverityFact } from './severity.js'

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

/** Parameters of rules in doudi.yaml, with their defaults. */
export const ruleSettings = {
  /** 特困人员不享受两项补贴 (休宁 民务字〔2021〕28号). */
  'destitute.excludes-subsidies': true,
  /** 生活补贴扩面到脱贫户、监测户 (2017 安徽；现行口径待核). */
  'living-subsidy.extends-to-poor': true,
  /** 渐退期从最初享受月起算 (否则从渐退起始月；实施意见未写明，待核). */
  'grace.counts-from-first-support': false,
  /** 新识别、新发证、新停保的宽限月数. */
  'lag.months': 1,
  /** 护理补贴扩面到三、四级智力、精神残疾人 (国发〔2015〕52号许可；本县口径待核). */
  'care-subsidy.extends-to-mental': true,
  /** 突发严重困难户: 识别几个月内算新近. */
  'urgent.identified-months': 3,
  /** 突发严重困难户: 几个月内有临时救助即算已救. */
  'urgent.aid-months': 6,
  /** 一次临时救助达到多少元算大额 (按小额审批限额推算，各地口径不一，待核). */
  'aid.large-amount': 2000,
  /** 大额临时救助: 几个月内的算 (含本月). */
  'aid.large-months': 6,
  /** 扶贫人均纯收入扣除低保金后达到低保标准的几倍，才作收入明显高的线索 (C07). */
  'lifted.income-multiple': 2,
  /** 渐退期满前几个月提醒复核 (1：最后一个月). */
  'grace.warning-months': 1,
  /** 查不到在校情况时，超过这个年龄不再当作可能在校. */
  'school.max-age': 25,
  /** 涉及金额达到多少元，程度调高一级 (0：不看；由县里定). */
  'severity.large-amount': 2000,
  /** 涉及金额不到多少元，程度调低一级 (0：不看；由县里定). */
  'severity.small-amount': 10,
  /** 登记几处不动产起需核查. */
  'property.houses': 2,
  /** 脱离家庭从事宗教教职满几年起不计入家庭成员. */
  'clergy.years': 3,
  /** 停保汇总写服刑、服役的，几个月内仍当作不在家 (义务兵役期二年，刑期各异，更早的请核；待核). */
  'away.months': 24,
  /** 停保后几个月内核对是否接续兜底. */
  'exit.follow-months': 6,
  /** 分类施保: 多少岁起算老年人 (本县口径待核). */
  'category-aid.elder-age': 70,
  /** 与配偶同住的老人也算留守 (各地口径不一，待核). */
  'left-behind.with-spouse': false,
  /** 留守老人登记表的走访日期超过几个月算未走访 (实施意见未写明，待核). */
  'visit.months': 3,
} as const satisfies Record<string, boolean | number>

/** Name of a rule parameter. */
export type SettingName = keyof typeof ruleSettings

/** The type of a rule parameter: a switch or a number. */
export type SettingValue<Name extends SettingName> = (typeof ruleSettings)[Name] extends boolean ? boolean : number

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
