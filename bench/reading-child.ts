/** Reads one file in one way and prints what it cost the whole process. Started by bench/reading.ts. */
import { performance } from 'node:perf_hooks'

const [mode = 'start', path = '', rows = '', style = ''] = process.argv.slice(2)

const readers: Record<string, () => Promise<number>> = {
  start: async () => 0,
  make: makeRoster,
  inflate: rawInflate,
  doudi: ourReader,
  exceljs: excelJsStream,
  sheetjs: sheetJs,
}

const cells = await (readers[mode] as () => Promise<number>)()
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    cells,
    wall: (performance.now() - performance.nodeTiming.nodeStart) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
)

// In a process of its own too: on Linux a child's peak memory begins with what its parent held when it was started.
async function makeRoster(): Promise<number> {
  const { writeRoster } = await import('./reading-files.js')
  await writeRoster(path, Number(rows), style as 'shared' | 'inline')
  return 0
}

// The floor: every byte of the sheet and the string table inflated in large pieces, and nothing else done.
async function rawInflate(): Promise<number> {
  const { openPromise } = await import('yauzl')
  const { createReadStream } = await import('node:fs')
  const { createInflateRaw } = await import('node:zlib')
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    if (!/sheet1|sharedStrings/.test(entry.fileName)) continue
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const file = createReadStream(path, { start, end: start + entry.compressedSize - 1, highWaterMark: 256 * 1024 })
    for await (const piece of file.pipe(createInflateRaw({ chunkSize: 256 * 1024 }))) bytes += (piece as Buffer).length
  }
  zip.close()
  return bytes > 0 ? 0 : -1
}

async function ourReader(): Promise<number> {
  // The built program, as a clerk runs it: compiling TypeScript on the way would be counted as reading.
  const built = new URL('../dist/ingest/formats/open.js', import.meta.url).href
  const { openWorkbook } = (await import(built)) as typeof import('../src/ingest/formats/open.js')
  const workbook = await openWorkbook(path)
  let count = 0
  for (const sheet of workbook.sheets) {
    for await (const rows of sheet.rows())
      for (const row of rows) for (const text of row.texts) if (text !== '') count += 1
  }
  await workbook.close()
  return count
}

async function excelJsStream(): Promise<number> {
  const { default: exceljs } = await import('exceljs')
  const reader = new exceljs.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  let count = 0
  for await (const sheet of reader) {
    for await (const row of sheet) {
      row.eachCell((cell) => {
        if (cell.value !== null && cell.value !== '') count += 1
      })
    }
  }
  return count
}

async function sheetJs(): Promise<number> {
  const { read } = await import('@e965/xlsx')
  const { readFile } = await import('node:fs/promises')
  const book = read(await readFile(path), {
    dense: true,
    cellDates: false,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  })
  let count = 0
  for (const name of book.SheetNames) {
    for (const row of (book.Sheets[name]?.['!data'] ?? []) as ({ v?: unknown } | undefined)[][]) {
      for (const cell of row ?? []) if (cell?.v !== undefined && cell.v !== '') count += 1
    }
  }
  return count
}
