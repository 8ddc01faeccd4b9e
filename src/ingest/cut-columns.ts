import { codeCut, isFilledUp } from '../domain/code-cell.js'
import { declareLost, type IdNumber, maskIdNumber } from '../domain/id-number.js'
import type { Origin } from '../domain/issue.js'
import type { CellValues } from './cell-values.js'
import type { Mapping } from './mapping.js'
import { type Draft, isUsable } from './read-plan.js'

/**
 * Takes back what only the whole column shows to be cut: numbers that a spreadsheet program kept to 15 digits and filled up with zeros before the file
 * was saved as text. Changes the records; each cell is reported.
 */
export function dropCutNumbers(records: readonly Draft[], mapping: Mapping, cells: CellValues): void {
  for (const field of ['idNumber', 'headIdNumber']) dropChanceHits(records, field, cells)
  for (const field of ['householdNumber', 'bankAccount']) dropFilledUp(records, field, mapping, cells)
}

/** So many cut numbers make a cut column of ids: nearly none of them passes its own check. */
const cutIds = 3

/** Fewest different numbers of households or accounts that tell a cut column; such numbers have no check. */
const leastCodes = 10

// Ids that a column of ruined numbers let through (see declareLost). A sound column has no ruined ones beside its rare ids that end in 000.
function dropChanceHits(records: readonly Draft[], field: string, cells: CellValues): void {
  const ids = records.map((record) => record[field] as IdNumber | null)
  if (ids.filter((id) => id?.state === 'damaged' && id.damage === '末三位丢失').length < cutIds) return
  for (const record of records) {
    const id = record[field] as IdNumber | null
    if (!isUsable(id) || !id.value.endsWith('000')) continue
    record[field] = declareLost(id)
    const { row, column } = record.origin as Origin
    cells.report('id-digits-lost', { id: maskIdNumber(id.value), length: 18 }, row, column)
  }
}

function dropFilledUp(records: readonly Draft[], field: string, mapping: Mapping, cells: CellValues): void {
  const codes = new Set<string>()
  for (const record of records) {
    const code = codeIn(record, field)
    if (code === null) continue
    if (!isFilledUp(code)) return
    codes.add(code)
  }
  if (codes.size < leastCodes) return
  for (const record of records) {
    const code = codeIn(record, field)
    if (code === null) continue
    record[field] = null
    const { code: message, facts } = codeCut(code)
    cells.report(message, facts, (record.origin as Origin).row, mapping.fields.get(field)?.text ?? null)
  }
}

// Null also where the source has no such column.
function codeIn(record: Draft, field: string): string | null {
  return (record[field] as string | null | undefined) ?? null
}
