import type { Programme } from '../domain/programme.js'

/** Programmes that pay someone month by month and so must end with the person's death (domain C01). */
export const supportOfLiving = [
  'rural-allowance',
  'urban-allowance',
  'destitute',
  'living-subsidy',
  'care-subsidy',
  'orphan',
  'unattended-child',
  'old-age-allowance',
] as const satisfies readonly Programme[]
