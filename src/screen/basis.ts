import type { LegalBasis } from '../domain/finding.js'

/** A clause of the county's own document, which has been read: 《进一步加强我县社会救助兜底脱贫行动的实施意见》. */
export function opinion(clause: string): LegalBasis {
  return { document: '实施意见', clause, verified: true }
}

/** A document whose articles nobody has compared with the original yet: printed as 待核, never with an article number (domain A.0). */
export function unread(document: string): LegalBasis {
  return { document, clause: null, verified: false }
}

/** The standard of citizen identity numbers, whose check digit is computed here against its published examples. */
export const identityNumberStandard: LegalBasis = {
  document: 'GB 11643-1999 公民身份号码',
  clause: null,
  verified: true,
}
