import { createHash } from 'node:crypto'
import { compareText } from '../domain/compare-text.js'
import type { Facts } from '../domain/issue.js'

/**
 * Fingerprint of the facts a finding rests on (domain A.8): 16 hexadecimal digits. The order of the facts does not matter; a number and the
 * same digits as text differ. A changed fingerprint reopens an answered case.
 */
export function factsFingerprint(facts: Facts): string {
  return createHash('sha256').update(sortedFacts(facts)).digest('hex').slice(0, 16)
}

/** The facts as JSON text with sorted keys. */
export function sortedFacts(facts: Facts): string {
  const entries = Object.entries(facts).sort(([left], [right]) => compareText(left, right))
  return JSON.stringify(Object.fromEntries(entries))
}
