import { isBlankWord, shownText } from '../../domain/cell.js'
import { type Day, day } from '../../domain/month.js'
import { isCaseNumber, parseCaseKey } from '../case-number.js'
import { fieldAsWritten, fieldCell, fieldText, type Place, type ReturnedRow, signatureOf } from './returned-book.js'

/** What an inspection found of one answer. */
export interface Inspection {
  readonly place: Place
  /** Of the case, by the hidden key or else as printed; null when the row names none. */
  readonly number: string | null
  /** The printed number where the hidden key names another case: the columns of a sheet were sorted apart. */
  readonly mixedWith: string | null
  /** Which asking's answer was inspected, or null when the sheet does not say. */
  readonly round: number | null
  readonly result: InspectionResult | null
  readonly note: string
  /** What is to be put right until when, as written. */
  readonly deadline: string
  readonly who: string
  readonly on: Day | null
  /** What stands in the day's column and is no day, as a message may show it; null where there is a day or nothing. */
  readonly badDay: string | null
}

/** 一致; 不一致 and 查无此户 both send the case back. */
type InspectionResult = '一致' | '不一致' | '查无此户'

const results: readonly InspectionResult[] = ['一致', '不一致', '查无此户']

/** Reads a row of a 抽查表; null when nobody has filled it in. */
export function inspectionOf(row: ReturnedRow): Inspection | null {
  const text = fieldText(row, 'consistent').replace(/\s+/g, '')
  if (isBlankWord(text) && isBlankWord(fieldText(row, 'problem'))) return null
  const keyed = parseCaseKey(row.key?.subject ?? '')
  const printed = fieldText(row, 'number').replace(/\s+/g, '').toUpperCase()
  const shown = isCaseNumber(printed) ? printed : null
  const { value: on, problem } = day(fieldCell(row, 'day'))
  return {
    place: row.place,
    number: keyed?.number ?? shown,
    mixedWith: keyed !== null && shown !== null && shown !== keyed.number ? shown : null,
    round: keyed?.round ?? null,
    result: results.find((one) => one === text) ?? null,
    note: fieldAsWritten(row, 'problem'),
    deadline: fieldAsWritten(row, 'deadline'),
    who: signatureOf(row),
    on,
    badDay: problem === undefined ? null : shownText(fieldText(row, 'day')),
  }
}
