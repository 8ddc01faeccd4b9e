import type { IdNumber } from '../domain/id-number.js'
import type { SheetRow } from './formats/workbook.js'
import type { Draft } from './read-plan.js'

/** Reads 同上 and its marks as what the column last said. */
export interface DittoMarks {
  /** The row whose cell at `index` counts for `row`: itself, or the last above it with a text of its own where its cell only repeats that. */
  rowFor(row: SheetRow, index: number): SheetRow
  /**
   * Empties the name or id of `draft` that was copied beside an id or name of another person than above; `copied` are its fields that were. Gives
   * what is to be reported.
   */
  partPeople(draft: Draft, copied: readonly string[]): readonly Copied[]
}

/** A field that was not copied after all. */
interface Copied {
  readonly field: string
  readonly code: 'name-copied' | 'id-copied'
}

const people = [
  ['name', 'idNumber'],
  ['headName', 'headIdNumber'],
] as const

const mark = /^\s*(?:同上|〃|″|〞|"|''|同上[行户])\s*$/

/** Makes the reader of one sheet's marks; rows must be asked in their order. */
export function dittoMarks(): DittoMarks {
  const last: (SheetRow | undefined)[] = []
  const lastWith = new Map<string, Draft>()
  return {
    rowFor(row, index) {
      const text = row.texts[index]
      if (text === undefined || text === '') return row
      if (text.length < 6 && mark.test(text)) return last[index] ?? row
      last[index] = row
      return row
    },
    partPeople(draft, copied) {
      const parted: Copied[] = []
      for (const [name, id] of people) {
        const [sameName, sameId] = [copied.includes(name), copied.includes(id)]
        if (sameName && !sameId && isOther(idText(draft[id]), idText(lastWith.get(name)?.[id])))
          parted.push({ field: name, code: 'name-copied' })
        if (sameId && !sameName && isOther(draft[name], lastWith.get(id)?.[name]))
          parted.push({ field: id, code: 'id-copied' })
        if (!sameName && (draft[name] ?? null) !== null) lastWith.set(name, draft)
        if (!sameId && (draft[id] ?? null) !== null) lastWith.set(id, draft)
      }
      for (const { field } of parted) draft[field] = null
      return parted
    },
  }
}

function isOther(own: unknown, above: unknown): boolean {
  return (own ?? null) !== null && (above ?? null) !== null && own !== above
}

function idText(id: unknown): string | null {
  const number = id as IdNumber | null | undefined
  return number ? (number.value ?? number.pattern) : null
}
