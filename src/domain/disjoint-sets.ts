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
  // Each step up shortens the way for the next one that goes it.
  const find = (item: T): T => {
    let at = item
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) {
      const beyond = parent.get(up)
      if (beyond !== undefined) parent.set(at, beyond)
      at = up
    }
    return at
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
