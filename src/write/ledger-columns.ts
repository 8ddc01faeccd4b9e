import { type Mask, showHouseholdNumber, showIdNumber } from '../domain/mask.js'
import { unplaced } from '../domain/place.js'
import { terms } from '../domain/terms.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Ledger } from '../screen/ledger.js'
import { field } from '../screen/standing.js'
import { idText } from './person-facts.js'
import type { Column } from './sheet.js'

/** 序号, as every list begins: a number, so that it sorts and filters as one. */
export const numberColumn: Column<unknown> = {
  heading: '序号',
  width: 2.8,
  style: 'ordinal',
  value: (_, index) => index + 1,
}

/** 乡镇 and 村(社区) of a row. */
export function placeColumns<Row>(
  of: (row: Row) => { readonly township: string | null; readonly village: string | null },
): Column<Row>[] {
  return [
    { heading: terms.township, width: 5, style: 'centre', value: (row) => of(row).township ?? unplaced },
    { heading: terms.village, width: 5, style: 'centre', value: (row) => of(row).village ?? '' },
  ]
}

/** The head's name as a row states it; a row that is the head's own gives his. */
export function headNameOf(record: PersonRecord): string {
  return record.headName ?? (record.relation === null || record.relation === '户主' ? (record.name ?? '') : '')
}

/** The head's id as a row states it, as the setting shows it; a row that is the head's own gives his. */
export function headIdOf(record: PersonRecord, mask: Mask): string {
  const own = record.relation === null || record.relation === '户主' ? record.idNumber : null
  return showIdNumber(idText(record.headIdNumber ?? own), mask)
}

/** Address as the roster has it, else ''. */
export function addressOf(record: PersonRecord): string {
  return field(record, 'address') ?? ''
}

/** A sum of fen as yuan for an amount column; null stays empty. */
export function inYuan(fen: number | null | undefined): number | null {
  return fen === null || fen === undefined ? null : fen / 100
}

/** A household number as the setting shows it, '' without one. */
export function shownHouseholdNumber(number: string | null, mask: Mask): string {
  return number === null ? '' : showHouseholdNumber(number, mask)
}

/** What stands below a ledger: why it is not, or not wholly, kept. An empty one that is kept says 本月无. */
export function openRemark({ open, entries }: Ledger<unknown>): string | null {
  if (open === null) return null
  return entries.length === 0 ? `本月未判定：${open}。没有列出不等于没有。` : `未能列全：${open}。`
}
