import { accountHolder, disability, identity, idOrCertificate, person, support } from './columns.js'
import { place } from './household-columns.js'
import type { Columns } from './source.js'

/** Who gets one of the two subsidies for the disabled, in every list of them (domain B.3.9). */
export const subsidyRecipients = {
  name: identity.name,
  idNumber: idOrCertificate,
  ...person,
  accountHolder,
  ...place,
  ...disability,
  startMonth: support.startMonth,
  dataMonth: support.dataMonth,
  supportState: support.supportState,
} as const satisfies Columns
