import type { PersonRecord } from '../ingest/source.js'
import { type Judgement, lastOfEach, pairKey } from './judgements.js'
import { type IsNot, keyOfNumber } from './person-key.js'
import { isRow, recordFingerprint } from './record-fingerprint.js'
import type { Unit } from './unit.js'

/** What the judgements say of single rows: the last one on a row and a key holds. Null when they tell none apart, so that no fingerprints are made. */
export function rowsToldApart(judgements: readonly Judgement[]): IsNot | null {
  const decided = lastOfEach(judgements.filter(({ left, right }) => isRow(left) || isRow(right)))
  const apart = new Set([...decided].filter(([, { verdict }]) => verdict === 'different').map(([pair]) => pair))
  return apart.size === 0 ? null : (row, key) => apart.has(pairKey(recordFingerprint(row), key))
}

/** Tells whether a row that stands with others under one number was judged not to be theirs, by the keys that they have or would have together. */
export function notOfUnit(isNot: IsNot | null): (row: PersonRecord, unit: Unit) => boolean {
  if (isNot === null) return () => false
  return (row, { idNumber, past }) =>
    (idNumber !== null && isNot(row, keyOfNumber(idNumber))) || past.some(({ personKey }) => isNot(row, personKey))
}
