/** Reads one file in one way and prints what it cost the whole process. Started by bench/reading.ts. */
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const [mode = 'start', path = '', rows = '', style = ''] = process.argv.slice(2)

const readers: Record<string, () => Promise<number>> = {
  start: async () => 0,
  make: makeRoster,
  inflate: () => rawInflate(false),
  touch: () => rawInflate(true),
  table: stringTable,
  doudi: ourReader,
  exceljs: excelJsStream,
  sheetjs: sheetJs,
}

// Memory of the string table alone, by its own mode.
let tableMegabytes = 0
const cells = await (readers[mode] as () => Promise<number>)()
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    cells,
    wall: (performance.now() - performance.nodeTiming.nodeStart) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    tableMegabytes,
  }),
)

// In a process of its own too: on Linux a child's peak memory begins with what its parent held when it was started.
async function makeRoster(): Promise<number> {
  const { writeRoster } = await import('./reading-files.js')
  await writeRoster(path, Number(rows), style as 'shared' | 'inline')
  return 0
}

// The floor: every byte of the sheet and the string table inflated in large pieces, and nothing else done, or every byte looked at once.
async function rawInflate(touch: boolean): Promise<number> {
  const { openPromise } = await import('yauzl')
  const { createReadStream } = await import('node:fs')
  const { createInflateRaw } = await import('node:zlib')
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  let bytes = 0
  let tags = 0
  for await (const entry of zip.eachEntry()) {
    if (!/sheet1|sharedStrings/.test(entry.fileName)) continue
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const file = createReadStream(path, { start, end: start + entry.compressedSize - 1, highWaterMark: 256 * 1024 })
    for await (const piece of file.pipe(createInflateRaw({ chunkSize: 256 * 1024 }))) {
      bytes += (piece as Buffer).length
      if (touch) tags += tagsIn(piece as Buffer)
    }
  }
  zip.close()
  if (bytes === 0 || (touch && tags === 0)) throw new Error('nothing inflated')
  return 0
}

function tagsIn(bytes: Buffer): number {
  let tags = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0x3c) tags += 1
  return tags
}

// What the table of shared strings alone keeps in memory.
async function stringTable(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const { openZip } = await built<typeof import('../src/ingest/formats/xlsx/zip.js')>('xlsx/zip.js')
  const { fileSource } = await built<typeof import('../src/ingest/formats/byte-source.js')>('byte-source.js')
  const { readSharedStrings } = await built<typeof import('../src/ingest/formats/xlsx/strings.js')>('xlsx/strings.js')
  const { defaultLimits } = await built<typeof import('../src/ingest/formats/workbook.js')>('workbook.js')
  const source = await fileSource(path, defaultLimits)
  const zip = await openZip(source, defaultLimits)
  if (!zip.has('xl/sharedStrings.xml')) return 0
  // Strings that are still bytes stand outside the heap.
  const kept = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = kept()
  const strings = await readSharedStrings(() => zip.open('xl/sharedStrings.xml'), defaultLimits)
  tableMegabytes = (kept() - before) / 2 ** 20
  await source.close()
  return strings.length
}

// The built program, as a clerk runs it: compiling TypeScript on the way would be counted as reading.
async function built<T>(module: string): Promise<T> {
  return (await import(new URL(`../dist/ingest/formats/${module}`, import.meta.url).href)) as T
}

async function ourReader(): Promise<number> {
  const { openWorkbook } = await built<typeof import('../src/ingest/formats/open.js')>('open.js')
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
