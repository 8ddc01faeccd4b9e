import type { PersonRecord } from '../ingest/source.js'
import type { Household } from '../match/person.js'

/**
 * The rows that call different people 户主 of one household in one roster, one row each; none where there is one head. Several families have come under
 * one number then, or the relation is filled in wrongly: what one row states of its household need not be true of the others.
 */
export function severalHeads({ records }: Household): readonly PersonRecord[] {
  const bySource = new Map<string, Map<string, PersonRecord>>()
  for (const record of records) {
    if (record.relation !== '户主') continue
    const who = record.idNumber?.value ?? record.name
    if (who === null) continue
    const heads = bySource.get(record.source) ?? new Map<string, PersonRecord>()
    bySource.set(record.source, heads)
    if (!heads.has(who)) heads.set(who, record)
  }
  return [...bySource.values()].map((heads) => [...heads.values()]).find((heads) => heads.length > 1) ?? []
}
