import type { Evidence } from '../domain/finding.js'
import { basicSupport, coverage, type Programme, programmes } from '../domain/programme.js'
import type { PastRecord, Person } from '../match/person.js'
import { hasDied } from './death.js'
import type { Context } from './rule.js'
import { ageOf, field, inProgramme, pastRecordsIn } from './standing.js'

/** Support that last month's rosters show and this month's do not, and the rule that asks about it most closely. */
export interface Loss {
  /** Not empty; 低保 and 特困 only. */
  readonly past: readonly [PastRecord, ...PastRecord[]]
  /** T08 an age limit, T05 the head's death, T06 one member of a household that stays, T01 anything else. */
  readonly asked: 'T01' | 'T05' | 'T06' | 'T08'
}

/** The person's loss of 低保 or 特困 since last month, or null: who never had it, or is covered by any programme now, lost nothing. */
export function lossOf(person: Person, context: Context): Loss | null {
  if (person.past.length === 0) return null
  const [first, ...rest] = pastRecordsIn(person, basicSupport)
  if (!first || inProgramme(person, coverage)) return null
  return { past: [first, ...rest], asked: ruleFor(person, context) }
}

/** Evidence that last month's roster held the person. */
export function pastEvidence(record: PastRecord, list: readonly Programme[]): Evidence {
  const programme = record.programmes.find((each) => list.includes(each)) ?? record.system
  const start = field(record, 'startMonth')
  return {
    programme,
    fact: `${programmes[programme]}：${record.month} 在册${start === null ? '' : `，${start} 起`}`,
    origin: record.origin,
  }
}

function ruleFor(person: Person, context: Context): Loss['asked'] {
  const age = ageOf(person, context.month)
  if (age !== null && age >= 16 && age < 18 && pastRecordsIn(person, ['destitute']).length > 0) return 'T08'
  const household = context.pastHouseholdOf(person)
  if (!household) return 'T01'
  const others = household.members.filter((member) => member !== person)
  if (others.some((member) => inProgramme(member, coverage))) return 'T06'
  const head = others.find((member) => member.idNumber !== null && member.idNumber === household.headIdNumber)
  return head && hasDied(head) ? 'T05' : 'T01'
}
