import { allowance, povertyRosters, programmes } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Household } from '../../../match/person.js'
import { hasColumn } from '../../columns-sent.js'
import { type Context, defineRule } from '../../rule.js'
import { evidence, statedBy } from '../../standing.js'

export default defineRule({
  id: 'D10',
  title: '家庭人口数与成员行数不符',
  kind: '数据',
  severity: 'low',
  unit: 'household',
  systems: [...allowance, 'marginal', ...povertyRosters],
  basis: [],
  action: '核对家庭人口和成员，补录漏登成员或更正人口数。',
  messages: { differs: '{roster}名册登记家庭人口 {size} 人，列出成员 {listed} 人。' },
  check(household, context) {
    const size = statedBy(household, 'householdSize')
    if (size === null) return null
    const listed = listedBySource(household, context)
    if (listed.length === 0 || listed.includes(size)) return null
    // Some exports list the supported members only.
    const insured = statedBy(household, 'insuredSize')
    if (insured !== null && listed.includes(insured)) return null
    return {
      message: 'differs',
      facts: { roster: programmes[household.system], size, listed: Math.max(...listed) },
      evidence: household.records.slice(0, 1).map((record) => evidence(record, `家庭人口 ${size} 人`)),
    }
  },
})

// Two exports of one household each list it; the counts stand side by side and are not added. Nor are the lists that two townships send of it (C02):
// one number is one member. A list of heads alone lists no household.
function listedBySource({ records }: Household, context: Context): readonly number[] {
  const members = new Map<string, Set<string | number>>()
  for (const record of records) {
    if (!listsMembers(record, context)) continue
    const known = members.get(record.source) ?? new Set()
    members.set(record.source, known.add(record.idNumber?.value ?? record.index))
  }
  return [...members.values()].map(({ size }) => size)
}

function listsMembers(record: PersonRecord, context: Context): boolean {
  if (!record.source.endsWith('-households') || record.system === 'monitored') return true
  return hasColumn(record, 'memberNames', context)
}
