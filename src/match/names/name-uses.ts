import { type Frequencies, frequenciesOf } from '../linkage/comparison.js'
import type { NameBook, NameForm } from './name-form.js'

/** How many units go by each name. */
export interface NameUses {
  /** Counts a unit that goes by a name of the book. */
  readonly enter: (form: NameForm) => void
  /** By standard form, as a share of the units that have a name. */
  readonly frequencies: () => Frequencies
}

/**
 * Starts to count the uses of the names of a book: while units get their names, since fetching a million forms once more takes as long as all the
 * counting. By the number of the name; a text is looked up only for the few names that are written in no standard form.
 */
export function countNames(book: NameBook): NameUses {
  const uses: number[] = []
  const ofStandard = new Map<string, number>()
  let total = 0
  return {
    enter: (form) => {
      total++
      if (form.text !== form.standard) ofStandard.set(form.standard, (ofStandard.get(form.standard) ?? 0) + 1)
      else uses[form.at] = (uses[form.at] ?? 0) + 1
    },
    frequencies: () =>
      frequenciesOf((standard) => (uses[book(standard).at] ?? 0) + (ofStandard.get(standard) ?? 0), total),
  }
}
