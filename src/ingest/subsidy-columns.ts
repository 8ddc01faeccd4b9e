import { amountFen } from '../domain/money.js'
import { accountHolder, disability, identity, idOrCertificate, optional, person, support } from './columns.js'
import { place } from './household-columns.js'
import type { Columns } from './source.js'
import { spellings } from './spellings.js'

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
  backPaid: support.backPaid,
  supportState: support.supportState,
  // The rate stands in lists that state no payment; beside 停发 it pays nobody.
  standardFen: optional(amountFen, ...spellings('[补贴|补助|月补贴|月补助|月发放|发放][标准]')),
} as const satisfies Columns
