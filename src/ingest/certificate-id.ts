import type { DisabilityCertificate } from '../domain/disability-certificate.js'
import type { IdNumber } from '../domain/id-number.js'

/** The id inside the disability certificate that a row names; null where it names none. */
export function holdersId(row: object): IdNumber | null {
  const { certificate = null } = row as { readonly certificate?: DisabilityCertificate | null }
  if (certificate === null) return null
  const { idNumber: value } = certificate
  return { state: 'repaired', value, pattern: value, repairs: ['残疾证号'] }
}
