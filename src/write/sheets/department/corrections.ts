import { type Department, sheetTold } from '../../../domain/issue.js'
import { type Mask, maskedText, showIdNumber } from '../../../domain/mask.js'
import type { Correction } from '../../corrections.js'
import { difference } from '../../difference.js'
import { numberColumn } from '../../ledger-columns.js'
import { type CellValue, type Column, defineSheet } from '../../sheet.js'

/** What a department is called on its book: 民政 and 乡村振兴 are fields of work, 残联 is a body. */
export const departmentTitles = { 民政: '民政部门', 乡村振兴: '乡村振兴部门', 残联: '残联' } as const satisfies Record<
  Department,
  string
>

/** What a department's book may see: its own rows. */
export interface DepartmentView {
  readonly department: Department
  readonly mask: Mask
  readonly corrections: readonly Correction[]
}

/** 数据质量退改单 (domain D.3.11). */
export default defineSheet<DepartmentView, Correction>({
  id: 'corrections',
  position: 1,
  name: '退改单',
  layout: 'check',
  title: ({ department }) => `${departmentTitles[department]}数据质量退改单`,
  columns: ({ mask }): Column<Correction>[] => [
    { ...numberColumn, width: 3 },
    { heading: '源文件', width: 15, value: ({ origin }) => origin.file },
    { heading: '表', width: 7, value: ({ origin }) => sheetTold(origin) },
    { heading: '行号', width: 4, style: 'number', value: ({ origin }) => origin.row || null },
    { heading: '姓名', width: 4.6, style: 'centre', value: ({ name }) => name },
    { heading: '现号', width: 10.4, style: 'id', value: ({ idNumber }) => showIdNumber(idNumber, mask) },
    { heading: '问题', width: 20.6, value: ({ problems }) => shown(problems, mask) },
    { heading: '建议', width: 16.6, value: ({ suggestions }) => shown(suggestions, mask) },
    { heading: '责任部门', width: 5, style: 'centre', value: ({ department }) => department },
    { heading: '乡镇核得\n的号码', width: 10.4, style: 'id', value: (row) => proposedCell(row, mask) },
    { heading: '更正值', width: 10.4, style: 'id', answer: 'free' },
    { heading: '说明', width: 7.4, answer: 'free' },
  ],
  rows: ({ corrections }) => corrections,
  key: ({ origin }) => [origin.file, origin.sheet, origin.row].join('|'),
})

// What differs from the number in the roster shows through the mask: it is what the department has to look at.
function proposedCell({ idNumber, proposedIds }: Correction, mask: Mask): CellValue {
  const [proposed] = proposedIds
  if (proposed === undefined) return null
  return proposedIds.length > 1 ? '有不止一个，请联系县民政局' : difference(proposed, idNumber, mask)[0]
}

function shown(texts: readonly string[], mask: Mask): string {
  return maskedText(texts.join('\n'), mask)
}
