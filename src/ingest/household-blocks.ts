import { plainText } from '../domain/cell.js'
import { relation } from '../domain/vocabulary.js'
import type { SheetRow } from './formats/workbook.js'
import type { ReadPlan } from './read-plan.js'

/** Follows the households of a list that prints what it says of a household in the household's first row only, without merging cells. */
export interface HouseholdBlocks {
  /** The first row of the household that `row` goes on, whose household columns speak for it; null when `row` speaks for itself. Ask row by row. */
  firstOf(row: SheetRow): SheetRow | null
  /** Nothing goes on below a row that heads others. */
  end(): void
}

/**
 * Blocks are known by what the rows say: a row goes on when it says nothing at all of its household, but what the person is to the head, and another
 * head than the one above cannot be meant. `keys`: fields that every household fills in. Without a relation column no row goes on.
 */
export function householdBlocks({ columns, source }: ReadPlan, keys: readonly string[]): HouseholdBlocks {
  const household = columns.filter((column) => column.household).map(({ index }) => index)
  const key = columns.filter(({ field, household: own }) => own && keys.includes(field)).map(({ index }) => index)
  const relationAt = columns.find(({ field }) => field === 'relation')?.index ?? -1
  let first: SheetRow | null = null
  let hasHead = false
  const filled = (row: SheetRow, index: number) => (row.texts[index] ?? '') !== ''
  const read = (row: SheetRow) =>
    relation({ text: plainText(row.texts[relationAt] ?? ''), kind: row.kinds[relationAt] ?? 'empty' }).value
  if (source.shape !== 'person' || relationAt < 0 || key.length === 0) return { firstOf: () => null, end: () => {} }
  return {
    firstOf(row) {
      if (household.some((index) => filled(row, index))) {
        first = key.some((index) => filled(row, index)) ? row : null
        hasHead = read(row) === '户主'
        return null
      }
      const is = read(row)
      if (first === null || is === null || (is === '户主' && hasHead)) return null
      hasHead ||= is === '户主'
      return first
    },
    end() {
      first = null
    },
  }
}
