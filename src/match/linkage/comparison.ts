/** One way in which two records can stand to each other in one respect. */
export interface Level {
  readonly id: string
  /** For people; Chinese in the product. */
  readonly words: string
  /** Before anything is learned: how often true pairs (m) and chance pairs (u) are at this level. */
  readonly prior: { readonly m: number; readonly u: number }
}

/** The index of each level by its id, for a `compare` that returns them. */
export function placesOf<L extends Level>(levels: readonly L[]): Readonly<Record<L['id'], number>> {
  return Object.fromEntries(levels.map(({ id }, place) => [id, place])) as Record<L['id'], number>
}

/** What `compare` returns when one side does not say: no evidence either way. */
export const nullLevel = -1

/**
 * One respect in which two records are compared. Levels go from the most to the least alike; the last one is "else". The comparisons of a
 * model are taken as independent, so facts that follow from each other belong into one.
 */
export interface Comparison<R> {
  readonly id: string
  readonly title: string
  readonly levels: readonly Level[]
  /** Index into `levels`, or `nullLevel`. */
  readonly compare: (left: R, right: R) => number
  /** Rare values prove more than common ones: the value to count, and how far each level counts on it (0–1 by level index). */
  readonly rarity?: { readonly value: (record: R) => string | null; readonly strength: readonly number[] }
}

/** How often each value of a comparison's rarity occurs, as a share of the records that have one. */
export interface Frequencies {
  share(value: string): number
}

/** Frequencies from counts. `countOf` tells how many records have a value, `total` how many have any. */
export function frequenciesOf(countOf: (value: string) => number, total: number): Frequencies {
  // A value seen once may be a slip of a common one, so nothing counts as rarer than two in all records.
  const least = 2 / Math.max(total, 2)
  return { share: (value) => Math.max(countOf(value) / Math.max(total, 1), least) }
}
