import type { Month } from '../domain/month.js'
import { allowance, type Programme, povertyRosters } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { supportersOf } from './relations.js'
import { ageOf, field, inProgramme, mayStandIn, recordsIn } from './standing.js'

const listed: readonly Programme[] = [...allowance, ...povertyRosters]
const doubts = ['destitute', 'disability-certificate', 'death'] as const satisfies readonly Programme[]

/** Spouse, parents and children in the person's 低保 and poverty households who are 18–59, not 特困 themselves and registered as able to work. */
export function ableSupportersOf(person: Person, month: Month): readonly Person[] {
  const homes = person.households.filter(({ system }) => listed.includes(system))
  return [...new Set(homes.flatMap((home) => supportersOf(person, home)))].filter((each) =>
    isAbleToSupport(each, month),
  )
}

/**
 * True for who is 18–59, not 特困 and registered as able to work. 健康状况 decides only where 劳动技能 is blank: most healthy people are able, and
 * most lists state one of the two.
 */
export function isAbleToSupport(person: Person, month: Month): boolean {
  const age = ageOf(person, month)
  if (age === null || age < 18 || age >= 60 || inProgramme(person, ['destitute'])) return false
  // Someone in these lists who may be the supporter could show the contrary.
  if (doubts.some((programme) => mayStandIn(person, [programme]) === 'uncertain')) return false
  const rows = recordsIn(person, listed)
  const labour = rows.map((row) => field(row, 'labour')).find((text) => text !== null) ?? null
  if (labour !== null) return statesLabour(labour)
  return rows.some((row) => field(row, 'health') === '健康')
}

/** True when a cell of 劳动技能 or 劳动能力 says that somebody is able to work: 有部分劳动能力 and the like do not. */
export function statesLabour(text: string): boolean {
  return /^(普通|技能)|^有(?!部分|一定|限|少量|[半弱轻])/.test(text)
}
