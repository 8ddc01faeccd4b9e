import { compareText } from '../domain/compare-text.js'
import type { Issue } from '../domain/issue.js'
import { departmentOf } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from './person.js'

/** Fewest rows, and least share of a sheet's rows, that speak of a fault of the sheet and not of its rows one by one. */
const [leastRows, leastShare] = [10, 0.3]

/**
 * Sheets in which names and numbers got out of step, as happens when one column is sorted or pasted without the others: so many of their numbers stand
 * with another name in other sheets or last month that the rows cannot all be wrong by themselves. One issue a sheet, by file and sheet. A name that last
 * month's rows or a second sheet bear out is not doubted, and what one such sheet explains is not held against the others; of two that are as bad
 * both are told of.
 */
export function misalignedSheets(persons: readonly Person[]): readonly Issue[] {
  const sheets = new Map<string, Sheet>()
  const sharing = new Map<string, Set<Sheet>>()
  for (const person of persons) {
    const { idNumber } = person
    if (idNumber === null) continue
    const isDoubted = person.grade === 'conflict' && person.past.length === 0 && isOfOneSheet(person)
    for (const { record } of person.links) {
      if (record.name === null) continue
      const sheet = sheetOf(record, sheets)
      sheet.rows++
      if (!isDoubted) continue
      sheet.doubted.set(idNumber, Math.min(record.origin.row, sheet.doubted.get(idNumber) ?? record.origin.row))
      const others = sharing.get(idNumber) ?? new Set()
      sharing.set(idNumber, others.add(sheet))
    }
  }
  return worstFirst([...sheets.values()], sharing)
    .sort((a, b) => compareText(a.key, b.key))
    .map(issueOf)
}

function isOfOneSheet({ links }: Person): boolean {
  const first = links[0]?.record.origin
  return links.every(({ record: { origin } }) => origin.file === first?.file && origin.sheet === first.sheet)
}

interface Sheet {
  readonly key: string
  readonly record: PersonRecord
  /** Rows with a usable number and a name. */
  rows: number
  /** Numbers that stand with another name elsewhere, with the first row of each here. */
  readonly doubted: Map<string, number>
}

interface Misaligned {
  readonly key: string
  readonly record: PersonRecord
  readonly rows: number
  readonly count: number
  readonly first: number
}

function sheetOf(record: PersonRecord, sheets: Map<string, Sheet>): Sheet {
  const { file, sheet } = record.origin
  const key = `${file}\n${sheet}`
  const known = sheets.get(key) ?? { key, record, rows: 0, doubted: new Map() }
  sheets.set(key, known)
  return known
}

function worstFirst(sheets: readonly Sheet[], sharing: ReadonlyMap<string, ReadonlySet<Sheet>>): Misaligned[] {
  const found: Misaligned[] = []
  const share = ({ doubted, rows }: Sheet) => doubted.size / rows
  for (;;) {
    const bad = sheets.filter((sheet) => sheet.doubted.size >= leastRows && share(sheet) >= leastShare)
    if (bad.length === 0) return found
    const most = Math.max(...bad.map(share))
    const worst = bad.filter((sheet) => share(sheet) === most)
    for (const { key, record, rows, doubted } of worst)
      found.push({ key, record, rows, count: doubted.size, first: Math.min(...doubted.values()) })
    for (const number of worst.flatMap(({ doubted }) => [...doubted.keys()]))
      for (const sheet of sharing.get(number) ?? []) sheet.doubted.delete(number)
  }
}

function issueOf({ record, rows, count, first }: Misaligned): Issue {
  const { source, origin, system } = record
  return {
    code: 'names-out-of-step',
    facts: { count, rows, first },
    origin: { file: origin.file, sheet: origin.sheet, row: 0, column: null },
    department: departmentOf(system),
    source,
  }
}
