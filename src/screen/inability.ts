import type { Certificate } from './certificate.js'

/**
 * 无劳动能力 by disability (43号): 智力 or 精神 of levels 1–3, 肢体 of 1–2, 视力 of 1. null where nobody can say: for 多重 of level 1 or 2, whose parts
 * the list does not give, and without a level or category.
 */
export function unableToWork({ category, level }: Certificate): boolean | null {
  if (level === null || category === null) return null
  if (category === '多重') return level <= 2 ? null : false
  const gravest = { 智力: 3, 精神: 3, 肢体: 2, 视力: 1 } as const
  return level <= ((gravest as Readonly<Record<string, number>>)[category] ?? 0)
}
