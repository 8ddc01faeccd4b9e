import { type CellProblem, type CellReader, textCell } from '../domain/cell.js'
import type { Facts } from '../domain/issue.js'
import { type Draft, isUsable } from './read-plan.js'

const separators = /[,，、;；/|\n\r\t]+/

/**
 * Splits names or ids joined in one cell: by , 、 ; / | or line ends, and by blanks where no other separator stands. `张 三、李四` keeps the blank
 * inside a two-character name.
 */
export function splitJoined(text: string): string[] {
  const parts = separators.test(text.trim()) ? text.split(separators) : text.split(/\s+/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** As `splitJoined`, for ids: blanks part two ids only where each piece is long enough to be one, since a single id may be written with blanks inside. */
export function splitIds(text: string): string[] {
  const parts = separators.test(text.trim()) ? text.split(separators) : [text]
  return parts.flatMap((part) => {
    const pieces = part.split(/\s+/).filter((piece) => piece !== '')
    return pieces.every((piece) => piece.length >= 15) ? pieces : [pieces.join('')]
  })
}

/** What one household row yields: the head first, then the listed members, each once. */
export interface JoinedMembers {
  readonly drafts: Draft[]
  /** Facts of `member-count` when names and ids are not equally many. */
  readonly mismatch: Facts | null
  readonly problems: readonly CellProblem[]
}

/**
 * Makes the records of a household row from `household`, the row's own fields with `memberNames` and `memberIdNumbers` as texts. When names and ids
 * are not equally many nobody can say whose id is whose: the ids become records without a name, the names are left out.
 */
export function joinedMembers(
  household: Draft,
  nameReader: CellReader<unknown> | undefined,
  idReader: CellReader<unknown> | undefined,
): JoinedMembers {
  const ids = splitIds((household.memberIdNumbers as string | null) ?? '').filter((id) => id !== '')
  const parts = splitJoined((household.memberNames as string | null) ?? '')
  // One id and 张 三: one name with a blank inside.
  const names =
    ids.length === 1 && !separators.test(household.memberNames as string) ? [parts.join('')].filter(Boolean) : parts
  const problems: CellProblem[] = []
  const read = (reader: CellReader<unknown> | undefined, text: string | undefined) => {
    if (text === undefined || reader === undefined) return null
    const reading = reader(textCell(text))
    if (reading.problem) problems.push(reading.problem)
    return reading.value
  }
  const uneven = names.length > 0 && ids.length > 0 && names.length !== ids.length
  const count = uneven ? ids.length : Math.max(names.length, ids.length)
  // The members' texts are spent; records do not carry them on.
  const common = { ...household, memberNames: null, memberIdNumbers: null }
  const head: Draft = { ...common, name: household.headName, idNumber: household.headIdNumber, relation: '户主' }
  const drafts = head.name === null && head.idNumber === null ? [] : [head]
  for (let i = 0; i < count; i++) {
    const name = uneven ? null : read(nameReader, names[i])
    const id = read(idReader, ids[i])
    if (name === null && id === null) continue
    if (!drafts.some((other) => isSame(other, name, id))) drafts.push({ ...common, name, idNumber: id, relation: null })
  }
  return { drafts, mismatch: uneven ? { names: names.length, ids: ids.length } : null, problems }
}

// The head is usually listed among his members again.
function isSame(draft: Draft, name: unknown, id: unknown): boolean {
  if (isUsable(draft.idNumber) && isUsable(id)) return draft.idNumber.value === id.value
  return name !== null && draft.name === name && (id === null || draft.idNumber === null)
}
