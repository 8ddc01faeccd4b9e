import { maskIdNumbersIn } from '../domain/mask.js'
import type { DataFile, DataRow } from './data-files.js'
import type { Report } from './report.js'
import { type SetAside, setAside } from './set-aside.js'

/** set-aside.csv: everybody whom a rule passed over for a reason (`excused`, `withheld`, `not-judged`) or whose rows were `outdated`, in the order of the sheet 未列明细. */
export function setAsideFile(report: Report): DataFile {
  return {
    name: 'set-aside.csv',
    headings: [
      'rule',
      'fate',
      'unit',
      'id_number',
      'name',
      'township',
      'village',
      'household_no',
      'explanation',
      'reason',
      'member_ids',
    ],
    rows: function* rows(): Generator<DataRow> {
      const ids = new Map(report.persons.map(({ key, idNumber }) => [key, idNumber ?? '']))
      for (const one of setAside(report)) yield rowOf(one, ids)
    },
  }
}

function rowOf(
  { rule, fate, about, person, row, explanation, reason }: SetAside,
  ids: ReadonlyMap<string, string>,
): DataRow {
  return [
    rule,
    fate,
    about.unit,
    person?.idNumber ?? row?.idNumber?.value ?? '',
    person?.name ?? row?.name ?? '',
    about.township ?? '',
    about.village ?? '',
    about.householdNumber ?? '',
    maskIdNumbersIn(explanation),
    maskIdNumbersIn(reason),
    about.memberKeys.map((key) => ids.get(key) ?? '').join('|'),
  ]
}
