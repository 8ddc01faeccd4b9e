import { type Mask, showIdNumber } from '../domain/mask.js'
import { unplaced } from '../domain/place.js'
import { terms } from '../domain/terms.js'
import type { LedgerCase } from '../track/ledger.js'
import type { Column } from './sheet.js'

/** 线索编号, as every list of the ledger's cases has it. */
export const caseNumberColumn: Column<LedgerCase> = {
  heading: terms['case number'],
  width: 7,
  style: 'id',
  value: ({ number }) => number,
}

/** Township and, below it, village. */
export const townshipVillageColumn: Column<LedgerCase> = {
  heading: '乡镇\n村',
  width: 6,
  style: 'centre',
  value: ({ finding }) => `${finding.township ?? unplaced}\n${finding.village ?? ''}`,
}

/** The id of the person whom a case names, as the setting shows it. */
export function namedIdColumn(mask: Mask): Column<LedgerCase> {
  return {
    heading: terms['id number'],
    width: 9.6,
    style: 'id',
    value: ({ named }) => showIdNumber(named.idNumber ?? '', mask),
  }
}
