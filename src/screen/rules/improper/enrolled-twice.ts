import type { Facts } from '../../../domain/issue.js'
import { allowance, programmes } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { divorced } from '../../exceptions/beyond-rosters.js'
import { ruralToUrban } from '../../exceptions/conversion-month.js'
import { twoParents } from '../../exceptions/two-parents.js'
import { distinctHouseholds } from '../../listed-households.js'
import { amountIn, monthlyAmount } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C02',
  title: '重复享受低保',
  kind: '错保',
  severity: 'high',
  unit: 'person',
  basis: [opinion('五(三)'), unread('国务院令第649号')],
  action: '核实本人共同生活的家庭，保留一处，停发另一处并追回重复领取的资金。',
  needs: [[...allowance]],
  exceptions: [ruralToUrban, twoParents, divorced],
  messages: {
    both: '同一号码同时在农村低保和城市低保名册。',
    households: '同一号码在{roster}名册的 {count} 户中。',
    townships: '同一号码在{roster}名册的 {count} 户中，分属{townships}。',
    listed: '同一户同时列在{townships}的{roster}名册。',
  },
  check(person) {
    const records = recordsIn(person, allowance)
    const both = allowance.every((programme) => records.some((record) => record.programmes.includes(programme)))
    if (!both && records.length < 2) return null
    const households = distinctHouseholds(records)
    const listed = households.length < 2 ? townshipsListing(records) : []
    if (!both && households.length < 2 && listed.length < 2) return null
    const townships =
      listed.length > 1
        ? listed
        : [...new Set(households.map((group) => group[0]?.place.township))].filter((each) => each != null)
    const message = both ? 'both' : listed.length > 1 ? 'listed' : townships.length > 1 ? 'townships' : 'households'
    const amountFen = both ? smallerAmount(person) : smallestAmount(person, households)
    const roster = programmes[records[0]?.system ?? allowance[0]]
    return {
      message,
      facts: factsFor(message, roster, households.length, townships),
      evidence: records.map(onTheRoll),
      severity: message === 'townships' || message === 'listed' ? 'medium' : 'high',
      ...(amountFen === null ? {} : { amountFen }),
      fingerprint: { message, count: households.length },
    }
  },
})

function factsFor(message: string, roster: string, count: number, townships: readonly string[]): Facts {
  const places = townships.join('、')
  if (message === 'both') return {}
  if (message === 'listed') return { roster, townships: places }
  return message === 'townships' ? { roster, count, townships: places } : { roster, count }
}

// Each township sends its own list: one export has the household twice. Two exports of it may write the place otherwise.
function townshipsListing(records: readonly PersonRecord[]): readonly string[] {
  const bySource = new Map<string, Set<string>>()
  for (const { source, place } of records)
    if (place.township !== null) bySource.set(source, (bySource.get(source) ?? new Set()).add(place.township))
  return [...bySource.values()].map((names) => [...names]).find((names) => names.length > 1) ?? []
}

// Per month, of the smaller of the two enrolments: what one household too many costs at least.
function smallerAmount(person: Person): number | null {
  const known = allowance
    .map((programme) => monthlyAmount(person, programme)?.fen ?? null)
    .filter((fen) => fen !== null)
  return known.length < 2 ? null : Math.min(...known)
}

// The same over the households of one roster that state what they are paid.
function smallestAmount(person: Person, households: readonly (readonly PersonRecord[])[]): number | null {
  const amounts = households.flatMap((rows) => {
    const stated = rows.map((row) => amountIn(row, person, row.system)?.fen ?? null).filter((fen) => fen !== null)
    return stated.slice(0, 1)
  })
  return amounts.length === 0 ? null : Math.min(...amounts)
}
