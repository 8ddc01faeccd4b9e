import { describe, expect, it } from 'vitest'
import type { Programme } from '../../../src/domain/programme.js'
import type { Person } from '../../../src/match/person.js'
import { contextOf } from '../../../src/screen/context.js'
import { exceptionsFor } from '../../../src/screen/own/exceptions.js'
import type { Exception } from '../../../src/screen/rule.js'
import { month2026, person, type Rosters } from '../county.js'

const context = contextOf(month2026([]))
const answer = (id: string, list: readonly Programme[], rosters: Rosters) => {
  const exception = exceptionsFor('person', list).get(id) as unknown as Exception<Person>
  return exception.test(person(rosters), context).state
}

describe('exceptionsFor', () => {
  const ofAllowance: Rosters = { departures: { reason: '收入超标', stopMonth: '2026-11', programmeName: '农村低保' } }
  const ofSubsidy: Rosters = { departures: { reason: '收入超标', stopMonth: '2026-11', programmeName: '护理补贴' } }

  it.each<[string, readonly Programme[], Rosters, string]>([
    ['低保', ['rural-allowance'], ofAllowance, 'applies'],
    ['低保', ['rural-allowance'], ofSubsidy, 'does-not-apply'],
    ['护理补贴', ['care-subsidy'], ofSubsidy, 'applies'],
    ['护理补贴', ['care-subsidy'], ofAllowance, 'does-not-apply'],
  ])('takes for a rule about %s a stop of that and of nothing else', (_, list, rosters, state) => {
    expect(answer('departure-recorded', list, rosters)).toBe(state)
  })
})
