/**
 * Reads every file of a corpus folder and holds what comes out against its TRUTH.jsonl and MANIFEST.tsv (their form is described in the
 * corpus' own README); then reads every .xlsx by the byte scanner, the XML parser and SheetJS and compares cell by cell.
 *
 *   npx tsx bench/corpus.ts FOLDER [--verbose]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkbook } from '../src/ingest/formats/open.js'
import { UnreadableFile } from '../src/ingest/formats/unreadable-file.js'
import { agreement } from './corpus-agreement.js'
import { compareWithTruth, type Truth } from './corpus-truth.js'

type Outcome = 'exact' | 'differs' | 'read, no truth' | 'refused' | 'CRASH' | 'HANG'

interface Result {
  readonly path: string
  readonly expected: string
  readonly outcome: Outcome
  readonly note: string
}

const [folder = ''] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (folder === '') throw new Error('usage: npx tsx bench/corpus.ts DIR [--verbose]')
const verbose = process.argv.includes('--verbose')
const secondsAllowed = 60

// Where we decided otherwise than the corpus: a cell with a number that is none is told as an error cell (#NUM!, issue `error-cell`) and read as blank;
// the other rows of such a roster are as good as any, so the file is not refused.
const decided: Readonly<Record<string, Outcome>> = { 'broken/poi__49761.xls': 'read, no truth' }

const manifest = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1)
const truths = new Map<string, Truth>()
for (const line of readFileSync(join(folder, 'TRUTH.jsonl'), 'utf8').trim().split('\n')) {
  const truth = JSON.parse(line) as Truth
  truths.set(truth.path, truth)
}

const results: Result[] = []
for (const line of manifest) {
  const [path = '', , , , , expected = ''] = line.split('\t')
  if (existsSync(join(folder, path))) results.push(await tryFile(path, expected))
}
printFiles()
printFolders()
await printAgreement()

async function tryFile(path: string, expected: string): Promise<Result> {
  const outcome = await Promise.race([read(path), hang()])
  return { path, expected, ...outcome }
}

async function read(path: string): Promise<{ outcome: Outcome; note: string }> {
  try {
    const workbook = await openWorkbook(join(folder, path))
    try {
      const truth = truths.get(path)
      if (truth && (truth.sheets || truth.rows || truth.objects || truth.text !== undefined)) {
        const differences = await compareWithTruth(workbook, truth)
        return { outcome: differences.length === 0 ? 'exact' : 'differs', note: differences.slice(0, 4).join(' | ') }
      }
      let cells = 0
      for (const sheet of workbook.sheets)
        for await (const rows of sheet.rows()) for (const row of rows) cells += row.texts.filter((t) => t !== '').length
      return { outcome: 'read, no truth', note: `${workbook.sheets.length} sheets, ${cells} cells` }
    } finally {
      await workbook.close()
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { outcome: 'refused', note: `${error.code}: ${error.message}` }
    return { outcome: 'CRASH', note: String(error) }
  }
}

function hang(): Promise<{ outcome: Outcome; note: string }> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ outcome: 'HANG', note: `more than ${secondsAllowed} s` }), secondsAllowed * 1000).unref()
  })
}

function isAsExpected({ path, expected, outcome }: Result): boolean {
  if (decided[path] === outcome) return true
  if (outcome === 'CRASH' || outcome === 'HANG' || outcome === 'differs') return false
  if (expected === 'readable') return outcome !== 'refused'
  return expected === 'must-fail-cleanly' ? outcome === 'refused' : true
}

function printFiles(): void {
  for (const result of results) {
    const good = isAsExpected(result)
    if (good && !verbose) continue
    console.log(`${good ? '  ' : '! '}${result.path} [${result.expected}] ${result.outcome} ${result.note}`)
  }
}

function printFolders(): void {
  const folders = [...new Set(results.map(({ path }) => path.split('/')[0] as string))]
  const outcomes: Outcome[] = ['exact', 'read, no truth', 'differs', 'refused', 'CRASH', 'HANG']
  console.log(`\n${['folder', 'files', ...outcomes, 'not as expected'].join('\t')}`)
  for (const name of [...folders, 'all']) {
    const here = results.filter(({ path }) => name === 'all' || path.startsWith(`${name}/`))
    const counts = outcomes.map((outcome) => here.filter((result) => result.outcome === outcome).length)
    console.log([name, here.length, ...counts, here.filter((result) => !isAsExpected(result)).length].join('\t'))
  }
}

async function printAgreement(): Promise<void> {
  console.log('\n.xlsx\tscanner\tparser = scanner\tSheetJS = ours')
  const tally = { files: 0, scanned: 0, parserEqual: 0, sheetJsEqual: 0, sheetJsFailed: 0 }
  for (const { path, outcome } of results) {
    if (!path.endsWith('.xlsx') || outcome === 'refused' || outcome === 'CRASH') continue
    const found = await agreement(join(folder, path))
    if (!found) continue
    tally.files += 1
    tally.scanned += found.scanned ? 1 : 0
    tally.parserEqual += found.scanned && found.parserDifference === null ? 1 : 0
    tally.sheetJsEqual += found.sheetJsDifference === null ? 1 : 0
    const agree = found.parserDifference === null && found.sheetJsDifference === null
    if (!agree || verbose) {
      console.log(
        [
          path,
          found.scanned ? 'yes' : 'handed over',
          found.parserDifference ?? 'equal',
          found.sheetJsDifference ?? 'equal',
        ].join('\t'),
      )
    }
  }
  console.log(
    `${tally.files} files: ${tally.scanned} by the scanner alone, parser equal in ${tally.parserEqual}, SheetJS equal in ${tally.sheetJsEqual}`,
  )
}
