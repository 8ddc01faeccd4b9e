import { yuan } from '../domain/money.js'
import { monthlyFen } from '../domain/standards.js'
import { type RegisterContext, registerOf } from '../screen/merged-register.js'
import type { DataFile, DataRow } from './data-files.js'
import { personId } from './person-facts.js'
import type { Report } from './report.js'

/** register.csv (一人一档): one line per person and programme, the person's first type first; in the order of the persons. */
export function registerFile(report: Report): DataFile {
  return {
    name: 'register.csv',
    headings: [
      ...['person_key', 'id_number', 'name', 'sex', 'birth_date', 'township', 'village', 'household_no'],
      ...['priority', 'programme', 'detail', 'amount_yuan', 'since', 'data_month', 'grade'],
    ],
    rows: () => registerRows(report),
  }
}

function* registerRows(report: Report): Generator<DataRow> {
  const context = registerContext(report)
  for (const person of report.persons) {
    const lines = registerOf(person, context)
    if (lines.length === 0) continue
    const { key, name, sex, birthDate, place, households } = person
    const who = [key, personId(person), name ?? '', sex ?? '', birthDate ?? '']
    const where = [place.township ?? '', place.village ?? '']
    for (const { programme, detail, amountFen, since, dataMonth, priority, grade } of lines) {
      const number = households.find(({ system }) => system === programme)?.number ?? ''
      const money = amountFen === null ? '' : yuan(amountFen)
      yield [...who, ...where, number, priority, programme, detail, money, since ?? '', dataMonth ?? '', grade]
    }
  }
}

/** What the register asks of a report: data months of its deliveries, and the standards in force. */
export function registerContext({ deliveries, standardsUsed }: Report): RegisterContext {
  const months = new Map<string, Map<string, string | null>>()
  for (const { file, sheet, dataMonth } of deliveries) {
    const sheets = months.get(file) ?? new Map<string, string | null>()
    months.set(file, sheets.set(sheet, dataMonth))
  }
  const standard = (key: string) => {
    const row = standardsUsed.find((each) => each.key === key)
    return row ? monthlyFen(row) : null
  }
  const [rural, urban] = [standard('subsistence.rural'), standard('subsistence.urban')]
  return {
    dataMonthOf: ({ origin }) => months.get(origin.file)?.get(origin.sheet) ?? null,
    standardFen: (programme) =>
      programme === 'rural-allowance' ? rural : programme === 'urban-allowance' ? urban : null,
  }
}
