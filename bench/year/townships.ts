import ExcelJS from 'exceljs'
import { addMonths, type Month } from '../../src/domain/month.js'
import type { Manner, Problem } from './world.js'

/** What a township writes into a row, by answer field's heading start; null leaves the row empty this month. */
export type Answer = Readonly<Record<string, string | number>> | null

/** How often and where a case has been asked, for townships that behave by it. */
export interface Asked {
  /** 1 when the question is put for the first time. */
  readonly times: number
  /** Months since it was first put. */
  readonly months: number
  /** Sheet or book that asks: 复核 for rechecks, 退回补核 for answers that came back. */
  readonly sheet: string
}

/**
 * What the township of `problem` answers in `month`. truthful: at once and right. hasty: without what the outcome demands, right when it comes
 * back. lying: says it is done and does it only when the rosters contradict it. late: two months later. double: two files that contradict
 * each other, settled when it comes back; `copy` 2 is the second file.
 */
export function answerTo(problem: Problem, asked: Asked, month: Month, copy: 1 | 2): Answer {
  const right = problem.real ? confirmed(problem, month) : dismissed(problem)
  if (asked.sheet === '退回补核' || asked.sheet === '复核') return right
  const manner: Record<Manner, () => Answer> = {
    truthful: () => right,
    hasty: () => ({ 核查结论: 'C1 不属实：收入超标', 情况说明: '超标' }),
    lying: () => right,
    late: () => (asked.months >= 2 ? right : null),
    double: () => (copy === 1 ? right : { 核查结论: 'E 其他', 情况说明: '与村委会核对后仍需县里研究决定' }),
  }
  return manner[problem.manner]()
}

/** Whether an answer that was taken is also acted on: the rosters follow from next month. A liar acts when asked again. */
export function acts(problem: Problem, { sheet }: Pick<Asked, 'sheet'>): boolean {
  return problem.real && (problem.manner !== 'lying' || sheet === '复核')
}

function confirmed({ kind }: Problem, month: Month): Answer {
  const next = addMonths(month, 1)
  switch (kind) {
    case 'dead':
      return {
        核查结论: 'A7 属实·已处理：已停发',
        停发: next,
        情况说明: '已停发并通知家属退回多领资金',
        经办人: '王五',
      }
    case 'both':
      return { 核查结论: 'A7 属实·已处理：已停发', 停发: next, 情况说明: '保留特困，低保已停发', 经办人: '王五' }
    case 'care':
      return {
        核查结论: 'A6 属实·已纳入：两项补贴',
        办结: `${month}-28`,
        处理: '补发',
        情况说明: `${month}-28 办结，次月发放护理补贴`,
        经办人: '王五',
      }
    case 'monitored':
      return { 核查结论: 'A1 属实·已纳入：低保', 办结: `${month}-28`, 情况说明: '已按程序纳入低保', 调查人: '王五' }
  }
}

function dismissed({ kind }: Problem): Answer {
  switch (kind) {
    case 'dead':
      return { 核查结论: 'C7 不属实：数据滞后(源表错)', 情况说明: '殡葬名册登记错误，本人健在，已上门见到本人' }
    case 'both':
      return { 核查结论: 'C7 不属实：数据滞后(源表错)', 情况说明: '低保名册上月已停发，名册没有更新' }
    case 'care':
      return { 核查结论: 'C5 不属实：自愿放弃(有承诺书)', 情况说明: '本人自愿放弃护理补贴，承诺书附件12号' }
    case 'monitored':
      return { 核查结论: 'C1 不属实：收入超标', 情况说明: '儿子在外务工，家庭收入超过低保标准' }
  }
}

/** A question as a book prints it. */
export interface Question {
  readonly sheet: string
  readonly number: string
  readonly id: string
}

/** The questions of a book's check sheets, by row. */
export async function questionsOf(bytes: Buffer): Promise<Question[]> {
  const book = await opened(bytes)
  const questions: Question[] = []
  for (const sheet of book.worksheets)
    for (const { number, id } of rowsOf(sheet)) questions.push({ sheet: sheet.name, number, id })
  return questions
}

/** The book with answers written into it. `answer` is asked for every question; null leaves its row as it is. */
export async function filled(bytes: Buffer, answer: (question: Question) => Answer): Promise<Buffer> {
  const book = await opened(bytes)
  for (const sheet of book.worksheets)
    for (const { number, id, row } of rowsOf(sheet)) {
      const values = answer({ sheet: sheet.name, number, id })
      for (const [heading, value] of Object.entries(values ?? {})) {
        const column = columnOf(sheet, heading)
        if (column > 0) row.getCell(column).value = value
      }
    }
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

const headingRow = 3

function columnOf(sheet: ExcelJS.Worksheet, heading: string): number {
  const row = sheet.getRow(headingRow)
  for (let column = 1; column <= sheet.columnCount; column++)
    if (row.getCell(column).text.replace(/\s/g, '').startsWith(heading)) return column
  return -1
}

function* rowsOf(sheet: ExcelJS.Worksheet): Generator<{ number: string; id: string; row: ExcelJS.Row }> {
  const [number, id] = [columnOf(sheet, '线索编号'), columnOf(sheet, '公民身份号码')]
  if (number < 0 || id < 0 || columnOf(sheet, '核查结论') < 0) return
  for (let at = headingRow + 1; at <= sheet.rowCount; at++) {
    const row = sheet.getRow(at)
    if (/^\d{6}-[A-Z]\d{2}-\d{4,}$/.test(row.getCell(number).text))
      yield { number: row.getCell(number).text, id: row.getCell(id).text, row }
  }
}
