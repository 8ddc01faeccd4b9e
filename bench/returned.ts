/**
 * Do returned books come in whole, however an office saves them? The shipped county's first month is run, every township's book filled in, and
 * saved by LibreOffice as .xlsx, .xls, .ods and .csv, untouched and after edits (sorted, columns moved, rows and columns put in, headings on one
 * line); each form is read by `doudi import --dry-run`. Prints answers filled in and taken, and exits 1 where they are not as many. Needs `soffice` and its Python.
 * Run: `npx tsx bench/returned.ts [words of one form]`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type ExcelJS from 'exceljs'
import { elsewhere } from '../src/match/question-key.js'
import { readBook } from '../test/write/read-book.js'
import { runTool } from './year/workspace.js'

const here = import.meta.dirname
const month = '2026-09'
const port = '2083'

// Outcomes that fit every kind of case.
const answers: readonly Readonly<Record<string, string>>[] = [
  { 核查结论: 'C7 不属实：数据滞后(源表错)', 情况说明: '低保名册上月已更正，导出表没有更新' },
  { 核查结论: 'A9 属实·已处理：已更正或登记', 情况说明: '2026年10月10日按户口簿更正登记' },
  { 核查结论: 'E 其他', 情况说明: '与村委会核对后仍需县里研究决定' },
  { 核查结论: 'B1 属实·办理中：申请受理' },
  { 核查结论: 'D2 无法核：迁出/外嫁', 情况说明: '外嫁邻县' },
]

// A question about people of two townships stands in both books, and their two equal answers are one.
async function fill(from: string, to: string, questions: Set<string>): Promise<number> {
  const book = await readBook(readFileSync(from))
  let cases = 0
  book.eachSheet((sheet) => {
    const headings = headingsOf(sheet)
    for (let row = 4; row <= sheet.rowCount; row++) {
      if (sheet.getRow(row).getCell(headings.length).text === '') continue
      if (headings.includes('核查结论') && row % 6 !== 0) {
        put(sheet, row, headings, answers[cases++ % answers.length] ?? {})
      } else if (
        headings.includes('是否同一人') &&
        // Nobody else, or somebody of another township, whom this one does not judge.
        !['—', elsewhere].some((side) => sidesOf(sheet.getRow(row), headings).includes(side))
      ) {
        put(sheet, row, headings, { 是否同一人: '不确定' })
        questions.add(sheet.getRow(row).getCell(headings.indexOf('核对编号') + 1).text)
      }
    }
  })
  writeFileSync(to, Buffer.from(await book.xlsx.writeBuffer()))
  return cases
}

function sidesOf(row: ExcelJS.Row, headings: readonly string[]): readonly string[] {
  return ['甲', '乙'].map((side) => row.getCell(headings.indexOf(`${side}：姓名村(社区)`) + 1).text)
}

function headingsOf(sheet: ExcelJS.Worksheet): string[] {
  const texts: string[] = []
  sheet.getRow(3).eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text.replace(/\n/g, '')))
  return texts
}

function put(
  sheet: ExcelJS.Worksheet,
  row: number,
  headings: string[],
  filling: Readonly<Record<string, string>>,
): void {
  for (const [heading, text] of Object.entries(filling)) {
    const at = headings.findIndex((one) => one.startsWith(heading))
    if (at >= 0) sheet.getRow(row).getCell(at + 1).value = text
  }
}

function convert(files: readonly string[], filter: string, out: string): string[] {
  mkdirSync(out, { recursive: true })
  execFileSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${out}/profile`, '--convert-to', filter, '--outdir', out, ...files],
    { stdio: 'ignore' },
  )
  return filesIn(out)
}

function edited(files: readonly string[], form: string, out: string): string[] {
  mkdirSync(out, { recursive: true })
  const office = spawn(
    'soffice',
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${out}/profile`,
      `--accept=socket,host=127.0.0.1,port=${port};urp;`,
    ],
    { stdio: 'ignore', detached: true },
  )
  try {
    execFileSync('/usr/bin/python3', [join(here, 'returned/edit.py'), port, form, out, ...files], { stdio: 'inherit' })
  } finally {
    if (office.pid !== undefined) process.kill(-office.pid)
  }
  return filesIn(out)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))
}

interface ImportJson {
  readonly cases: Readonly<Record<string, number>>
  readonly identity: Readonly<Record<string, number>>
  readonly unusable: number
}

async function main(folder: string): Promise<void> {
  const workspace = join(folder, 'county')
  cpSync(join(here, '../fixtures/county'), workspace, { recursive: true })
  runTool(workspace, 'run', '-m', month)
  const books = join(workspace, 'out', month, '乡镇')
  const filled = join(folder, 'filled')
  mkdirSync(filled)
  const questions = new Set<string>()
  let total = 0
  for (const name of readdirSync(books)) total += await fill(join(books, name), join(filled, basename(name)), questions)
  const files = filesIn(filled)
  const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  const forms: readonly (readonly [string, () => string[]])[] = [
    ['as filled in', () => files],
    ['LibreOffice .xlsx', () => convert(files, 'xlsx', join(folder, 'xlsx'))],
    ['LibreOffice .xls', () => convert(files, 'xls', join(folder, 'xls'))],
    ['LibreOffice .ods', () => convert(files, 'ods', join(folder, 'ods'))],
    ['LibreOffice .csv, every sheet', () => convert(files, everySheet, join(folder, 'csv'))],
    ['edited, .xlsx', () => edited(files, 'xlsx', join(folder, 'edited-xlsx'))],
    ['edited, .xls', () => edited(files, 'xls', join(folder, 'edited-xls'))],
    ['edited, .ods', () => edited(files, 'ods', join(folder, 'edited-ods'))],
  ]
  console.log(
    `filled in: ${total} answers to cases, ${questions.size} questions about identities, ${files.length} books`,
  )
  const wanted = process.argv[2] ?? ''
  for (const [name, make] of forms.filter(([name]) => name.includes(wanted))) {
    const made = make()
    const read = runTool(workspace, 'import', ...made, '--dry-run')
    const { cases, identity, unusable } = read as unknown as ImportJson
    if (cases.taken !== total || identity.added !== questions.size) process.exitCode = 1
    console.log(
      `${name}: ${made.length} files, taken ${cases.taken}, identity ${identity.added}, locked cells changed ${cases.lockedCellsChanged}, sent back ${cases.sentBack}, conflicting ${cases.conflicting}, unknown ${cases.unknown}, unusable ${unusable}`,
    )
  }
}

const folder = mkdtempSync(join(tmpdir(), 'doudi-returned-'))
try {
  await main(folder)
} finally {
  rmSync(folder, { recursive: true })
}
