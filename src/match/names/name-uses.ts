import { type Frequencies, frequenciesOf } from '../linkage/comparison.js'
import type { NameBook } from './name-form.js'

/** How many units go by each name. */
export interface NameUses {
  /** Counts a unit that goes by the name with a number in the book. */
  readonly enter: (name: number) => void
  /** By standard form, as a share of the units that have a name. */
  readonly frequencies: () => Frequencies
}

/** Starts to count the uses of the names of a book. In a plain list by the number of the name: a text for each of a million units would cost more. */
export function countNames(book: NameBook): NameUses {
  const uses: number[] = []
  let total = 0
  return {
    enter: (name) => {
      total++
      uses[name] = (uses[name] ?? 0) + 1
    },
    frequencies: () => {
      const others = usesInOtherWriting(uses, book)
      return frequenciesOf((standard) => (uses[book.numberOf(standard)] ?? 0) + (others.get(standard) ?? 0), total)
    },
  }
}

// Of the few names that are not written in their standard form, by that form.
function usesInOtherWriting(uses: readonly number[], book: NameBook): ReadonlyMap<string, number> {
  const others = new Map<string, number>()
  uses.forEach((count, name) => {
    const { text, standard } = book.at(name)
    if (text !== standard) others.set(standard, (others.get(standard) ?? 0) + count)
  })
  return others
}
