import { plainTextCell } from '../domain/cell.js'
import { accountHolder, disability, identity, idOrCertificate, optional, person, support } from './columns.js'
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
} as const satisfies Columns

/** Whether a list of one subsidy still pays somebody. */
export const subsidyState = optional(plainTextCell, '状态', '发放状态')
