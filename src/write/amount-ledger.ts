import { allowance, type Programme, programmes } from '../domain/programme.js'
import type { Change } from '../screen/change.js'
import { field } from '../screen/standing.js'
import { onlyFollowsStandard } from './change-text.js'
import { numberColumn, placeColumns, shownHouseholdNumber } from './ledger-columns.js'
import { monthTitle } from './month-title.js'
import { lines, shownId } from './person-facts.js'
import type { Report } from './report.js'
import type { Column, Emphasis } from './sheet.js'
import type { View } from './view.js'

/** One line of 增发减发: a household's change, or what many households of a township got with a rise of the standard. */
export interface AmountRow {
  readonly change: Change
  readonly township: string | null
  readonly village: string | null
  /** Households that the line stands for; 1 but for summed ones. */
  readonly households: number
  readonly before: number
  readonly after: number
  readonly note: string
}

/** Households raised with the standard are listed one by one up to this many, and by township beyond. */
const listedRaises = 2_000

const paid: readonly Programme[] = [...allowance, 'destitute']

/** The changes of one kind of amount in 低保 and 特困: in a month of a new standard, a large county's raises are summed by township. */
export function amountRows({ changes }: Report, kind: 'amount' | 'categorical-amount'): AmountRow[] {
  const own = changes.changes.filter((change) => change.kind.id === kind && paid.includes(change.programme))
  const raised = own.filter(onlyFollowsStandard)
  if (raised.length <= listedRaises) return own.map(rowOf)
  return [...own.filter((change) => !onlyFollowsStandard(change)).map(rowOf), ...sums(raised)]
}

function rowOf(change: Change): AmountRow {
  const { township, village, note } = change
  return { change, township, village, households: 1, before: Number(change.before), after: Number(change.after), note }
}

function sums(raised: readonly Change[]): AmountRow[] {
  const rows = new Map<string, AmountRow>()
  for (const change of raised) {
    const key = `${change.programme}\n${change.township ?? ''}`
    const one = rowOf(change)
    const sum = rows.get(key)
    rows.set(
      key,
      sum
        ? { ...sum, households: sum.households + 1, before: sum.before + one.before, after: sum.after + one.after }
        : { ...one, village: null },
    )
  }
  return [...rows.values()]
}

interface AmountForm {
  readonly id: string
  readonly position: number
  readonly name: string
  /** The form's customary name, printed behind county and month. */
  readonly form: string
  readonly rows: (report: Report) => AmountRow[]
  /** Why the form is not kept, or null. */
  readonly open?: (report: Report) => string | null
}

/** The definition of a sheet of amounts that rose or fell: the two forms differ in what is paid, not in their columns. */
export function amountTable({ id, position, name, form, rows, open }: AmountForm) {
  return {
    id,
    position,
    name,
    layout: 'table' as const,
    title: ({ report }: View) => `${report.county}${monthTitle(report.month)}${form}`,
    columns: ({ report: { settings } }: View): Column<AmountRow>[] => [
      numberColumn,
      ...placeColumns<AmountRow>((row) => row),
      { heading: '类别', width: 6, style: 'centre', value: ({ change }) => programmes[change.programme] },
      {
        heading: '户主',
        width: 5,
        style: 'centre',
        value: (row) => single(row, row.change.headName ?? row.change.person.name),
      },
      {
        heading: '户编号\n身份证号',
        width: 10.4,
        style: 'id',
        value: (row) =>
          single(
            row,
            lines([
              shownHouseholdNumber(row.change.householdNumber, settings.mask),
              shownId(row.change.person, settings.mask),
            ]),
          ),
      },
      {
        heading: '保障\n人口',
        width: 3,
        style: 'number',
        value: (row) => (row.households > 1 ? null : supportedOf(row)),
      },
      { heading: '上月\n(元)', width: 6.4, style: 'amount', value: ({ before }) => before },
      { heading: '本月\n(元)', width: 6.4, style: 'amount', value: ({ after }) => after },
      {
        heading: '增发\n(元)',
        width: 6,
        style: 'amount',
        value: ({ before, after }) => (after > before ? after - before : null),
      },
      {
        heading: '减发\n(元)',
        width: 6,
        style: 'amount',
        value: ({ before, after }) => (after < before ? before - after : null),
      },
      {
        heading: '原因',
        width: 18,
        value: (row) => lines([row.households > 1 && `共 ${row.households} 户`, row.note]),
      },
      { heading: '备注', width: 8, answer: 'free' as const },
    ],
    rows: ({ report }: View) => rows(report),
    emphasis: ({ households }: AmountRow): Emphasis | null => (households > 1 ? 'total' : null),
    remark: ({ report }: View) => {
      if (report.changes.since === null) return '没有上月数据，无从比较；自第二个月起生成。'
      const reason = open?.(report) ?? null
      return reason === null ? null : `本月未判定：${reason}。`
    },
  }
}

function single(row: AmountRow, text: string | null): string {
  return row.households > 1 ? '' : (text ?? '')
}

function supportedOf({ change: { person, programme } }: AmountRow): number | null {
  for (const { record } of person.links) {
    const size = record.system === programme ? field(record, 'insuredSize') : null
    if (size !== null) return size
  }
  return person.households.find(({ system }) => system === programme)?.members.length ?? null
}
