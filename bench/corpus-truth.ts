import { bareField } from '../src/ingest/formats/open-csv.js'
import type { Workbook } from '../src/ingest/formats/workbook.js'

type TruthCell = readonly [row: number, column: number, type: string, value: unknown, iso?: string]

/** One line of TRUTH.jsonl. `lo_diff` holds cells that LibreOffice reads otherwise: [sheet, [row, column], truth, LibreOffice]. */
export interface Truth {
  readonly path: string
  readonly sheets?: readonly {
    readonly name: string
    readonly hidden: number
    readonly cells: readonly TruthCell[]
    readonly merges: readonly unknown[]
  }[]
  readonly rows?: readonly (readonly string[])[]
  readonly objects?: readonly Readonly<Record<string, string>>[]
  readonly text?: string
  readonly lo_diff?: readonly (readonly [string, readonly [number, number], unknown, readonly unknown[] | null])[]
}

type Cells = Map<string, { text: string; kind: string }>

const noStoredResult = 'sheet-formulas-without-value'

/** Every difference between a workbook and what is known of it, in words; empty when they are the same. */
export async function compareWithTruth(workbook: Workbook, truth: Truth): Promise<string[]> {
  if (truth.sheets) return compareSheets(workbook, truth)
  const rows = truth.rows
    ? truth.rows.filter(isRow)
    : truth.objects
      ? fromObjects(truth.objects)
      : linesOf(truth.text ?? '')
  const joined = truth.text !== undefined
  const differences: string[] = []
  const cells = await cellsOf(workbook, 0)
  const seen = new Set<string>()
  rows.forEach((fields, r) => {
    const ours = joined ? [rowText(cells, r, seen)] : fields.map((_, c) => take(cells, r, c, seen))
    fields.forEach((field, c) => {
      if (bareField(field) !== ours[c])
        differences.push(`R${r + 1}C${c + 1} ${JSON.stringify(field)} ≠ ${JSON.stringify(ours[c])}`)
    })
  })
  for (const key of cells.keys()) if (!seen.has(key)) differences.push(`extra ${key}`)
  return differences
}

async function compareSheets(workbook: Workbook, truth: Truth): Promise<string[]> {
  const differences: string[] = []
  const sheets = truth.sheets ?? []
  if (workbook.sheets.length !== sheets.length)
    differences.push(`${workbook.sheets.length} sheets instead of ${sheets.length}`)
  for (const [i, sheet] of sheets.entries()) {
    if (!workbook.sheets[i]) continue
    const cells = await cellsOf(workbook, i)
    const seen = new Set<string>()
    for (const cell of sheet.cells) {
      const [r, c] = cell
      const key = `${r},${c}`
      seen.add(key)
      const ours = cells.get(key)
      const other = truth.lo_diff?.find(([name, at]) => name === sheet.name && at[0] === r && at[1] === c)?.[3]
      // LibreOffice calculated what the file does not hold.
      if (!ours && workbook.notices?.some(({ code, facts }) => code === noStoredResult && facts.sheet === sheet.name))
        continue
      if (isSame(cell, ours) || (other && isSame([r, c, ...other] as unknown as TruthCell, ours))) continue
      differences.push(`${sheet.name} R${r + 1}C${c + 1} ${JSON.stringify(cell.slice(2))} ≠ ${JSON.stringify(ours)}`)
    }
    for (const [key, cell] of cells) {
      const known = truth.lo_diff?.some(([name, at]) => name === sheet.name && `${at[0]},${at[1]}` === key)
      if (!seen.has(key) && !known) differences.push(`${sheet.name} extra ${key} ${JSON.stringify(cell)}`)
    }
    const merges = await (workbook.sheets[i] as Workbook['sheets'][number]).merges()
    if (merges.length !== sheet.merges.length)
      differences.push(`${sheet.name} ${merges.length} merges instead of ${sheet.merges.length}`)
    if ((sheet.hidden !== 0) !== workbook.sheets[i]?.hidden) differences.push(`${sheet.name} hidden`)
  }
  return differences
}

async function cellsOf(workbook: Workbook, index: number): Promise<Cells> {
  const cells: Cells = new Map()
  const sheet = workbook.sheets[index]
  if (!sheet) return cells
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      row.texts.forEach((text, c) => {
        if (text !== '') cells.set(`${row.number - 1},${c}`, { text, kind: row.kinds[c] as string })
      })
    }
  }
  return cells
}

function isSame([, , type, value, iso]: TruthCell, ours: { text: string; kind: string } | undefined): boolean {
  if (type === 's') return sameText(String(value), ours)
  if (!ours) return false
  if (type === 'n') return isNear(Number(ours.text), Number(value)) || isDateOf(Number(value), ours)
  if (type === 'b') return ours.text === (value ? 'TRUE' : 'FALSE')
  if (type === 'e') return ours.kind === 'error' && ours.text === String(value)
  if (type !== 'd') return false
  const text = String(iso)
  if (text.startsWith('dur:')) return isNear(Number(ours.text) * 86_400, Number(text.slice(4)))
  return Math.abs(instant(ours.text) - instant(text.replace('T', ' ').replace(/^1899-12-3[01] /, ''))) <= 1000
}

function sameText(value: string, ours: { text: string; kind: string } | undefined): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n')
  return plain(value).trim() === '' ? plain(ours?.text ?? '').trim() === '' : plain(value) === plain(ours?.text ?? '')
}

function isNear(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.abs(b) * 1e-12
}

// Some truths give the serial where the cell's format shows a date.
function isDateOf(serial: number, ours: { text: string; kind: string }): boolean {
  return ours.kind === 'date' && Math.abs(instant(ours.text) - Date.UTC(1899, 11, 30) - serial * 86_400_000) <= 1000
}

function instant(text: string): number {
  const full = /^\d\d:/.test(text) ? `2000-01-01 ${text}` : text
  return Date.parse(`${full.replace(' ', 'T').slice(0, 23)}${full.length > 10 ? 'Z' : ''}`)
}

// The `sep=` line is not a row of the table.
function isRow(fields: readonly string[], index: number): boolean {
  return index > 0 || !fields[0]?.startsWith('sep=')
}

function linesOf(text: string): string[][] {
  return text.split('\n').map((line) => [line])
}

function fromObjects(objects: readonly Readonly<Record<string, string>>[]): string[][] {
  return [Object.keys(objects[0] ?? {}), ...objects.map((object) => Object.values(object))]
}

function take(cells: Cells, r: number, c: number, seen: Set<string>): string {
  seen.add(`${r},${c}`)
  return cells.get(`${r},${c}`)?.text ?? ''
}

function rowText(cells: Cells, r: number, seen: Set<string>): string {
  const texts: string[] = []
  for (let c = 0; c < 50 && (cells.has(`${r},${c}`) || cells.has(`${r},${c + 1}`)); c++)
    texts.push(take(cells, r, c, seen))
  return texts.join(',')
}
