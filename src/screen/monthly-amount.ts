import { yuan } from '../domain/money.js'
import type { Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { isFamilyList } from '../match/enrolment.js'
import type { Household, Person } from '../match/person.js'
import type { Hit } from './rule.js'
import { field, recordsIn } from './standing.js'

/** What a programme pays for one person each month, and how that was reckoned in words. */
export interface MonthlyAmount {
  readonly fen: number
  /** `140 元` or `140 元（户月保障金 420 元÷3 人）`. */
  readonly words: string
}

/** The person's monthly amount in a programme, from the first record that states one; null when none does. Household amounts are divided. */
export function monthlyAmount(person: Person, programme: Programme): MonthlyAmount | null {
  for (const record of recordsIn(person, [programme])) {
    const amount = amountIn(record, person, programme)
    if (amount) return amount
  }
  return null
}

/** The same by one row of the person's in the programme; null when it states none. */
export function amountIn(record: PersonRecord, person: Person, programme: Programme): MonthlyAmount | null {
  const own = ownAmount(record, programme)
  if (own !== null && own > 0) return { fen: own, words: `${yuan(own)} 元` }
  return sharedAmount(person, record) ?? destituteAmount(record)
}

/** What the programmes pay the person a month together, in fen, as part of a hit: nothing where no roster states an amount. */
export function paidMonthly(person: Person, list: readonly Programme[]): Pick<Hit, 'amountFen'> {
  const amounts = list.map((programme) => monthlyAmount(person, programme)?.fen ?? null).filter((fen) => fen !== null)
  return amounts.length > 0 ? { amountFen: amounts.reduce((sum, fen) => sum + fen, 0) } : {}
}

/** What a row states for its person alone, in fen: a subsidy, a child's allowance; null for rosters that state households' amounts. */
export function ownAmount(record: PersonRecord, programme: Programme): number | null {
  if (programme === 'living-subsidy') return field(record, 'livingFen') ?? oneSubsidy(record)
  if (programme === 'care-subsidy') return field(record, 'careFen') ?? oneSubsidy(record)
  return field(record, 'allowanceFen')
}

// The sum of a row that pays both subsidies at once says nothing of either.
function oneSubsidy(record: PersonRecord): number | null {
  if (field(record, 'subsidyKind') === '两项补贴') return null
  return field(record, 'subsidyFen') ?? field(record, 'standardFen')
}

function sharedAmount(person: Person, record: PersonRecord): MonthlyAmount | null {
  const household = field(record, 'amountFen')
  const heads = field(record, 'insuredSize') ?? supportedBeside(person, record)
  if (household === null || household <= 0 || heads < 1) return null
  const fen = Math.round(household / heads)
  return {
    fen,
    words: heads === 1 ? `${yuan(fen)} 元` : `${yuan(fen)} 元（户月保障金 ${yuan(household)} 元÷${heads} 人）`,
  }
}

// 特困 rosters state the two payments and often no sum of them.
function destituteAmount(record: PersonRecord): MonthlyAmount | null {
  const [basic, nursing] = [field(record, 'basicFen') ?? 0, field(record, 'nursingFen') ?? 0]
  if (basic + nursing <= 0) return null
  const parts = [basic > 0 ? `基本生活费 ${yuan(basic)} 元` : '', nursing > 0 ? `照料护理费 ${yuan(nursing)} 元` : '']
  return {
    fen: basic + nursing,
    words: `${yuan(basic + nursing)} 元（${parts.filter((part) => part !== '').join('＋')}）`,
  }
}

function supportedBeside(person: Person, record: PersonRecord): number {
  const household = person.households.find((each) => each.system === record.system && each.records.includes(record))
  if (!household) return 1
  return household.members.filter(
    (member) => recordsIn(member, [record.system]).length > 0 || isDoubtfullyListed(member, household),
  ).length
}

// A member whose row has a damaged number is paid for too, whoever it turns out to be. Household exports do not say who is supported.
function isDoubtfullyListed({ links }: Person, { system, records }: Household): boolean {
  let listed = false
  for (const { grade, record } of links) {
    if (record.system !== system || isFamilyList(record.source)) continue
    if (grade === 'exact') return false
    listed ||= records.includes(record) && field(record, 'insured') !== false
  }
  return listed
}
