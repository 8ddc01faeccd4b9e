import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import { smallCounty } from '../../cli/small-county.js'
import { id } from '../../match/people.js'
import { columnOf, readBook, sheetOf } from '../../write/read-book.js'

// Ids of the dead who still stand in the allowance roster of both months.
const dead = ['401', '402', '403', '404', '405', '406'].map((sequence) => id('19400101', sequence))

/** The small county with more dead on the roll: six cases in 青禾镇 and one in 柳河镇 (the last). */
export function answerCounty(): string {
  const folder = smallCounty()
  appendFileSync(join(folder, 'towns.csv'), '柳河镇,,\n柳河镇,杨树村,\n')
  for (const month of ['2026-10', '2026-11']) {
    const inbox = join(folder, 'inbox', month)
    const file = (word: string) => join(inbox, readdirSync(inbox).find((name) => name.includes(word)) as string)
    const place = (at: number) => (at === dead.length - 1 ? '柳河镇,杨树村' : '青禾镇,枣畈村')
    dead.forEach((number, at) => {
      const name = `亡者${'甲乙丙丁戊己'[at]}`
      appendFileSync(file('农村低保'), `\n${name},${number},${place(at)},ND00${at},户主,是,农村低保,2020-01`)
      appendFileSync(file('殡葬'), `\n${at + 2},${name},${number},2026-06-02,2026-06-04`)
    })
  }
  return folder
}

/** The path of a township's book. */
export function bookOf(folder: string, month: string, township: string): string {
  const books = join(folder, 'out', month, '乡镇')
  return join(books, readdirSync(books).find((name) => name.includes(township)) as string)
}

/** What is written into the answer columns of a row, by the beginning of the heading. */
export type Filling = Readonly<Record<string, string | number>>

/** Fills a sheet in as a township does: rows by the beginning of the name; '' in place of a name fills every row. */
export async function fillBook(
  from: string,
  to: string,
  sheetName: string,
  rows: Readonly<Record<string, Filling>>,
  edit: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => {},
): Promise<string> {
  const book = await readBook(readFileSync(from))
  const sheet = sheetOf(book, sheetName)
  const nameColumn = columnOf(sheet, '姓名')
  sheet.eachRow((row, at) => {
    const name = row.getCell(nameColumn).text
    const filling = at > 3 && name !== '' ? (rows[name] ?? rows['']) : undefined
    for (const [heading, text] of Object.entries(filling ?? {})) row.getCell(columnOf(sheet, heading)).value = text
  })
  edit(sheet, book)
  writeFileSync(to, Buffer.from(await book.xlsx.writeBuffer()))
  return to
}
