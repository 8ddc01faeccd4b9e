import { plainText } from '../domain/cell.js'
import { relation } from '../domain/vocabulary.js'
import type { SheetRow } from './formats/workbook.js'
import type { ReadPlan } from './read-plan.js'

/** Follows the households of a list that prints what it says of a household in the household's first row only, without merging cells. */
export interface HouseholdBlocks {
  /** The first row of the household that `row` goes on, which speaks for it where it is blank itself; null when it goes on none. Ask row by row. */
  firstOf(row: SheetRow): SheetRow | null
  /** Nothing goes on below a row that heads others. */
  end(): void
}

// What a household goes by, and where it lives.
const namingFields = ['householdNumber', 'headName', 'headIdNumber']
const placeFields = ['township', 'village', 'address']

/**
 * Blocks are known by what the rows say: a row goes on when it says nothing at all of its household, but what the person is to the head, and another
 * head than the one above cannot be meant. Right below a head's row that names the household, so does a row of somebody else that does not name it,
 * though it has the place again or figures of its own. `keys`: fields that every household fills in. Without a relation column no row goes on.
 */
export function householdBlocks({ columns, source }: ReadPlan, keys: readonly string[]): HouseholdBlocks {
  // A column that serves a field of the person too speaks of the person: 分类施保金额 of each member.
  const own = new Set(columns.filter((column) => !column.household).map(({ index }) => index))
  const ofHousehold = columns.filter((column) => column.household && !own.has(column.index))
  const at = (fields: readonly string[]) =>
    ofHousehold.filter(({ field }) => fields.includes(field)).map(({ index }) => index)
  const household = at(ofHousehold.map(({ field }) => field))
  const [key, naming, place] = [at(keys), at(namingFields), at(placeFields)]
  const relationAt = columns.find(({ field }) => field === 'relation')?.index ?? -1
  let first: SheetRow | null = null
  let hasHead = false
  const filled = (row: SheetRow, index: number) => (row.texts[index] ?? '') !== ''
  const read = (row: SheetRow) =>
    relation({ text: plainText(row.texts[relationAt] ?? ''), kind: row.kinds[relationAt] ?? 'empty' }).value
  const names = (row: SheetRow) => naming.some((index) => filled(row, index))
  const livesElsewhere = (row: SheetRow, head: SheetRow) =>
    place.some((index) => filled(row, index) && row.texts[index] !== head.texts[index])
  const goesOnUnnamed = (row: SheetRow, head: SheetRow) => {
    const is = read(row)
    return hasHead && is !== null && is !== '户主' && !names(row) && names(head) && !livesElsewhere(row, head)
  }
  if (source.shape !== 'person' || relationAt < 0 || key.length === 0) return { firstOf: () => null, end: () => {} }
  return {
    firstOf(row) {
      if (household.some((index) => filled(row, index))) {
        if (first !== null && goesOnUnnamed(row, first)) return first
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
