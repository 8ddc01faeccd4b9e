import type { IdNumber } from '../domain/id-number.js'
import type { CellValues } from './cell-values.js'
import type { SheetRow } from './formats/workbook.js'
import { joinedMembers } from './joined-members.js'
import type { Mapping } from './mapping.js'
import type { PairColumns } from './pair-columns.js'
import { type Draft, isUsable } from './read-plan.js'
import type { RowShape, Source } from './source.js'

/** What the three shapes need to make records of a row. */
export interface ShapeGround {
  readonly mapping: Mapping
  readonly cells: CellValues
  /** A record with the row's own columns filled in; `block` counts the lists that are printed side by side, from 0. */
  fill(row: SheetRow, block: number): Draft
}

/** Makes the records of one row; none when it names nobody. */
export type ReadRow = (row: SheetRow) => readonly Draft[]

/** How rows of `shape` become records. */
export function shapeReader(shape: RowShape, ground: ShapeGround): ReadRow {
  return { person: personRow, pairs: wideRow, 'joined-members': householdRow }[shape](ground)
}

/** Readers of names and ids: a household export has them only for its head. */
export function identityReaders({ columns }: Source) {
  return {
    name: columns.name?.cell ?? columns.headName?.cell,
    idNumber: columns.idNumber?.cell ?? columns.headIdNumber?.cell,
  }
}

function personRow({ mapping, cells, fill }: ShapeGround): ReadRow {
  const { further, fields, columns } = mapping
  const person = (row: SheetRow, heading: string | null, block: number): Draft[] => {
    const draft = fill(row, block)
    if (draft.name === null && draft.idNumber === null) return []
    draft.origin = cells.origin(row.number, heading)
    return [draft]
  }
  if (further.length === 0) return (row) => person(row, null, 0)
  const telling = (fields.get('idNumber') ?? fields.get('name'))?.index ?? 0
  const headings = further.map((offset) => columns.find(({ index }) => index === telling + offset)?.text ?? null)
  return (row) => [
    ...person(row, null, 0),
    ...further.flatMap((offset, at) => person(movedLeft(row, offset), headings[at] as string | null, at + 1)),
  ]
}

function movedLeft(row: SheetRow, offset: number): SheetRow {
  return { ...row, texts: row.texts.slice(offset), kinds: row.kinds.slice(offset) }
}

// One household a row: its pairs become its members, the first of them its head.
function wideRow({ mapping, cells, fill }: ShapeGround): ReadRow {
  const { pairs, source, fields } = mapping
  const readers = identityReaders(source)
  const ofRow = new Map(
    ['name', 'idNumber', 'relation', 'headName', 'headIdNumber'].map(
      (field) => [fields.get(field)?.index, field] as const,
    ),
  )
  const marked = pairs.some(({ insured }) => insured >= 0)
  const read = (common: Draft, row: SheetRow, pair: PairColumns): Draft | null => {
    const value = (reader: typeof readers.name, index: number) => {
      const field = ofRow.get(index)
      // What the row's own columns say has been read with them; once more would tell each fault twice.
      if (field !== undefined) return row.texts[index] ? common[field] : null
      return cells.value(reader, row, index, pair.heading, row.number)
    }
    const [name, id] = [value(readers.name, pair.name), value(readers.idNumber, pair.idNumber)]
    if (name === null && id === null) return null
    const relation = value(source.columns.relation?.cell, pair.relation)
    const member = { ...common, name, idNumber: id, relation, origin: cells.origin(row.number, pair.heading) }
    return marked ? { ...member, insured: value(source.columns.insured?.cell, pair.insured) } : member
  }
  return (row) => {
    const common = fill(row, 0)
    const members: Draft[] = []
    for (const pair of pairs) {
      const member = read(common, row, pair)
      if (member === null) continue
      const same = members.find((other) => isSamePerson(other, member))
      if (same === undefined) members.push(member)
      else if (marked) same.insured ??= member.insured
    }
    const [head] = members
    for (const member of members) {
      member.headName ??= head?.name ?? null
      member.headIdNumber ??= head?.idNumber ?? null
    }
    if (head) head.relation ??= '户主'
    return members
  }
}

// The head often stands both in columns of his own and as the first member.
function isSamePerson(a: Draft, b: Draft): boolean {
  if (isUsable(a.idNumber) && isUsable(b.idNumber)) return a.idNumber.value === b.idNumber.value
  // A ruined id is ruined alike in both places.
  const [own, other] = [a.idNumber, b.idNumber] as (IdNumber | null)[]
  if (own && other && a.name !== null && a.name === b.name) return own.pattern === other.pattern
  return a.name !== null && a.name === b.name && (a.idNumber === null || b.idNumber === null)
}

// One household a row, its members' names and ids joined in two cells.
function householdRow({ mapping, cells, fill }: ShapeGround): ReadRow {
  const readers = identityReaders(mapping.source)
  const heading = (mapping.fields.get('memberIdNumbers') ?? mapping.fields.get('memberNames'))?.text ?? null
  return (row) => {
    const household = fill(row, 0)
    household.origin = cells.origin(row.number, null)
    const { drafts, mismatch, problems } = joinedMembers(household, readers.name, readers.idNumber)
    if (mismatch) cells.report('member-count', mismatch, row.number, heading)
    for (const { code, facts } of problems) cells.report(code, facts ?? {}, row.number, heading)
    return drafts
  }
}
