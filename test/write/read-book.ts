import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** Opens a written book with the library's whole reader. */
export async function readBook(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // The bundled types know an older Buffer than @types/node.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

/** A sheet that has to be there. */
export function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The texts of a sheet row, '' for empty cells; rich text as plain text. */
export function rowTexts(sheet: ExcelJS.Worksheet, row: number): string[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => sheet.getRow(row).getCell(index + 1).text)
}

/** Column number of the first heading that starts with `text`, in the heading row. */
export function columnOf(sheet: ExcelJS.Worksheet, text: string): number {
  const index = rowTexts(sheet, 3).findIndex((heading) => heading.startsWith(text))
  if (index < 0) throw new Error(`no column ${text}`)
  return index + 1
}

/** Every text of every sheet, for "holds" and "does not hold". */
export function allText(workbook: ExcelJS.Workbook): string {
  const texts: string[] = []
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text))))
  return texts.join('\n')
}

/** The text of one part of the package. */
export async function entryOf(bytes: Buffer, name: string): Promise<string> {
  const zip = (await promisify(fromBuffer)(bytes)) as unknown as ZipFile
  const entry = await new Promise<Entry>((resolve, reject) => {
    zip.on('entry', (one: Entry) => one.fileName === name && resolve(one))
    zip.on('end', () => reject(new Error(`no part ${name}`)))
    zip.on('error', reject)
  })
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(text(stream))))
  })
}
