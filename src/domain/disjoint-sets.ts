/** Sets of things that were joined two by two; what was joined to nothing is a set by itself. */
export interface DisjointSets<T> {
  /** The one that stands for the set of `item`. */
  find(item: T): T
  /** Makes the sets of two one; the one that stands for that of `b` stands for both. */
  join(a: T, b: T): void
  /** All that another one stands for, in the order in which they came under it. */
  represented(): Iterable<T>
}

/** Starts sets of which nothing is joined yet. */
export function disjointSets<T>(): DisjointSets<T> {
  const parent = new Map<T, T>()
  const find = (item: T): T => {
    const up = parent.get(item)
    return up === undefined ? item : find(up)
  }
  return {
    find,
    join(a, b) {
      const [from, to] = [find(a), find(b)]
      if (from !== to) parent.set(from, to)
    },
    represented: () => parent.keys(),
  }
}
