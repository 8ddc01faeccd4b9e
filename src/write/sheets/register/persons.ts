import { yuan } from '../../../domain/money.js'
import { programmes } from '../../../domain/programme.js'
import { terms } from '../../../domain/terms.js'
import { namedThisMonth, type Person } from '../../../match/person.js'
import { type RegisterLine, registerOf } from '../../../screen/merged-register.js'
import { numberColumn, placeColumns } from '../../ledger-columns.js'
import { lines, shownId } from '../../person-facts.js'
import { registerContext } from '../../register-file.js'
import { type Column, defineSheet } from '../../sheet.js'
import { lineCount } from '../../text-size.js'
import { inTownshipOrder } from '../../township-order.js'
import type { View } from '../../view.js'

interface RegisterRow {
  readonly person: Person
  readonly township: string | null
  readonly lines: readonly RegisterLine[]
}

/** More people than this make a book that an office program opens only slowly; data/register.csv has them all. */
const mostPersons = 20_000
const detailWidth = 24

/** 一人一档: one row a person with everything the rosters say, by township and village (domain D.3.13). */
export default defineSheet<View, RegisterRow>({
  id: 'persons',
  position: 1,
  name: '一人一档',
  layout: 'table',
  title: ({ report }) => `${report.county}社会救助对象一人一档底册`,
  columns: ({ report: { settings } }): Column<RegisterRow>[] => [
    { ...numberColumn, width: 3.4 },
    ...placeColumns<RegisterRow>(({ person }) => person.place),
    { heading: terms.name, width: 4.4, style: 'centre', value: ({ person }) => person.name ?? '' },
    { heading: terms['id number'], width: 10, style: 'id', value: ({ person }) => shownId(person, settings.mask) },
    { heading: '性别', width: 2.4, style: 'centre', value: ({ person }) => person.sex ?? '' },
    { heading: '出生日期', width: 5.8, style: 'centre', value: ({ person }) => person.birthDate ?? '' },
    {
      heading: '人员类型',
      width: 8,
      style: 'centre',
      value: (row) => programmes[(row.lines[0] as RegisterLine).programme],
    },
    { heading: '类型细节（按优先顺序）', width: detailWidth, value: (row) => lines(row.lines.map(detailWords)) },
    { heading: '金额\n(元/月)', width: 5, style: 'id', value: (row) => besideDetail(row, amountWords) },
    {
      heading: '起始月',
      width: 4.8,
      style: 'centre',
      value: (row) => besideDetail(row, ({ since }) => since ?? ''),
    },
    {
      heading: '数据月份',
      width: 4.8,
      style: 'centre',
      value: (row) => besideDetail(row, ({ dataMonth }) => dataMonth ?? ''),
    },
  ],
  rows: ({ report }) => (namedThisMonth(report.persons) > mostPersons ? [] : rowsOf(report)),
  remark: ({ report }) => {
    const count = namedThisMonth(report.persons)
    if (count > mostPersons) return `全县 ${count} 人，超过 ${mostPersons} 人，不在此逐人列出，见 data/register.csv。`
    const rest = count - rowsOf(report).length
    return rest === 0 ? null : `另有 ${rest} 人，本月名册里只有不在享的记录（如已停保、已注销），不列入。`
  },
})

function rowsOf(report: View['report']): RegisterRow[] {
  const context = registerContext(report)
  const rows = report.persons
    .map((person): RegisterRow => ({ person, township: person.place.township, lines: registerOf(person, context) }))
    .filter((row) => row.lines.length > 0)
  const village = ({ person }: RegisterRow) => person.place.village ?? '\uFFFF'
  rows.sort((a, b) => (village(a) < village(b) ? -1 : village(a) === village(b) ? 0 : 1))
  return inTownshipOrder(rows, report.townships)
}

function detailWords({ programme, detail }: RegisterLine): string {
  return detail === '' ? programmes[programme] : `${programmes[programme]}：${detail}`
}

// What belongs to a detail stands beside its first line, also below one that takes several.
function besideDetail({ lines: all }: RegisterRow, words: (line: RegisterLine) => string): string {
  return all.map((line) => words(line) + '\n'.repeat(lineCount(detailWords(line), detailWidth) - 1)).join('\n')
}

function amountWords({ amountFen, programme }: RegisterLine): string {
  if (amountFen === null) return ''
  return programme === 'temporary-aid' ? `共${yuan(amountFen)}` : yuan(amountFen)
}
