import { allowance, type Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import { allSources } from '../ingest/sources/all.js'
import { isInForce } from '../ingest/support-state.js'
import type { OpenPerson } from './households.js'
import type { Person } from './person.js'
import type { RosterSets } from './roster-sets.js'

/** What the rosters of an allowance say of whom they support, where they say it at all. */
interface StatedSupport {
  readonly insured?: boolean | null
  readonly insuredSize?: number | null
  readonly householdSize?: number | null
}

/**
 * Enters with each person the programmes in which a certain row surely enrols them; whose rows are of no allowance has them already. `personOf` gives the
 * person of each row. Households must have been entered, since they say who else is listed.
 */
export function enterEnrolment(
  records: readonly PersonRecord[],
  personOf: readonly OpenPerson[],
  rosters: RosterSets,
): void {
  for (let i = 0; i < records.length; i++) {
    const record = records[i] as PersonRecord
    if (!isAllowance(record.system)) continue
    const person = personOf[i] as OpenPerson
    // At the first of the person's rows, when there are several.
    if (person.links.find((link) => isAllowance(link.record.system))?.record === record)
      person.enrolled = enrolledIn(person, rosters)
  }
}

/** The programmes in which a certain row surely enrols a person whose households are known. */
export function enrolledIn(person: Pick<Person, 'links' | 'households'>, rosters: RosterSets): Person['enrolled'] {
  return rosters(person.links, ({ grade, record }) => grade === 'exact' && surelySupported(person, record))
}

/**
 * Whether a row that names a person in a programme also says that it supports them. A household export names everybody and says only how many are
 * supported. The member export decides; without it, a list of more people than are supported leaves open who is (单人户施保 must never look like 错保:
 * domain E.3).
 */
export function surelySupported(person: Pick<Person, 'links' | 'households'>, record: PersonRecord): boolean {
  if (!isAllowance(record.system)) return true
  const stated = statedSupport(person, record)
  if (stated !== null) return stated
  const { insuredSize: supported = null, householdSize: size = null } = record as StatedSupport
  if (supported === null) return !familyLists.has(record.source) || listedWith(person, record) === 1
  if (size !== null && size <= supported) return true
  return listedWith(person, record) <= supported
}

/** What the certain rows of an allowance say of a person's own support (享受 or 不享受), or null. Of all other programmes null. */
export function statedSupport({ links }: Pick<Person, 'links'>, { system }: PersonRecord): boolean | null {
  if (!isAllowance(system)) return null
  let stated: boolean | null = null
  for (const { grade, record } of links) {
    if (grade !== 'exact' || record.system !== system) continue
    const { insured } = record as StatedSupport
    if (insured === true) return true
    if (insured === false) stated = false
  }
  return stated
}

/** Whether a roster is a household export that lists its members beside the head. */
export function isFamilyList(source: string): boolean {
  return familyLists.has(source)
}

function listedWith({ households }: Pick<Person, 'households'>, record: PersonRecord): number {
  const household = households.find((each) => each.system === record.system && each.records.includes(record))
  return household?.records.filter((row) => row.source === record.source && isInForce(row)).length ?? 1
}

const familyLists = new Set<string>(
  allSources.filter((source) => source.shape === 'joined-members').map((source) => source.id),
)

function isAllowance(system: Programme): boolean {
  return (allowance as readonly Programme[]).includes(system)
}
