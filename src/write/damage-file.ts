import type { Damage, Repair } from '../domain/id-number.js'
import { damageRows } from './damage-cost.js'
import type { DataFile } from './data-files.js'
import type { Report } from './report.js'

const repairs: readonly (readonly [Repair, string])[] = [
  ['全角', 'repaired_full_width'],
  ['空白', 'repaired_blanks'],
  ['小写x', 'repaired_lower_x'],
  ['乘号代X', 'repaired_sign_for_x'],
  ['15位升18位', 'repaired_15_digits'],
  ['前缀', 'repaired_prefix'],
  ['残疾证号', 'repaired_certificate'],
  ['数值存放但位数完整', 'repaired_stored_as_number'],
]
const damages: readonly (readonly [Damage, string])[] = [
  ['长度', 'damaged_length'],
  ['字符', 'damaged_character'],
  ['校验码', 'damaged_check_digit'],
  ['日期', 'damaged_date'],
  ['末三位丢失', 'damaged_last_three_lost'],
  ['科学计数', 'damaged_scientific'],
  ['脱敏', 'damaged_masked'],
  ['其他证件', 'damaged_other_document'],
  ['占位号', 'damaged_placeholder'],
]

/**
 * damage.csv: what became of the ids of each column of each file. `filled` = `intact` + `repaired` + `damaged`; a cell repaired in two ways counts
 * in both kinds. `set_to_text` is yes or no; the two costs are empty for columns that identify nobody by themselves.
 */
export function damageFile(report: Report): DataFile {
  return {
    name: 'damage.csv',
    headings: [
      ...['department', 'source', 'file', 'sheet', 'column', 'filled', 'intact', 'repaired'],
      ...repairs.map(([, heading]) => heading),
      'damaged',
      ...damages.map(([, heading]) => heading),
      ...['absent', 'set_to_text', 'withheld', 'identity_questions'],
    ],
    rows: () =>
      damageRows(report).map((row) => [
        ...[row.department, row.source, row.file, row.sheet, row.column, row.filled, row.intact, row.repaired],
        ...repairs.map(([kind]) => row.repairs[kind] ?? 0),
        row.damaged,
        ...damages.map(([kind]) => row.damage[kind] ?? 0),
        ...[row.absent, row.setToText ? 'yes' : 'no', row.withheld ?? '', row.questions ?? ''],
      ]),
  }
}
