import { isDateFormat } from '../date-format.js'
import { asUnreadable, UnreadableFile } from '../unreadable-file.js'
import { readXml, type XmlHandler } from '../xml.js'
import type { ZipArchive } from './zip.js'

/** One worksheet of the package. */
export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** What the small parts of an .xlsx say. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  /** The shared strings part, or null when the workbook has none. */
  readonly strings: string | null
  /** By index of the cell style (`s`): whether a number in it is a date. */
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
}

/** The main part of an office package: what `_rels/.rels` points to, else the first part of a usual name; null when there is none. */
export async function mainPart(zip: ZipArchive): Promise<string | null> {
  if (zip.has('_rels/.rels')) {
    const target = (await relationships(zip, '_rels/.rels', '')).find((r) => r.type === 'officeDocument')?.target
    if (target && zip.has(target)) return target
  }
  return zip.names.find((name) => /(^|\/)workbook\d*\.(xml|bin)$/i.test(name)) ?? null
}

/** Reads workbook, relationships and styles, starting at the main part. */
export async function readParts(zip: ZipArchive, workbook: string): Promise<WorkbookParts> {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const rels = `${folder}_rels/${workbook.slice(folder.length)}.rels`
  const related = zip.has(rels) ? await relationships(zip, rels, folder) : []
  const { listed, date1904 } = await readWorkbook(zip, workbook)
  const sheets = listed.flatMap(({ name, hidden, id }, i) => {
    const target = related.find((r) => r.id === id) ?? {
      type: 'worksheet',
      target: `${folder}worksheets/sheet${i + 1}.xml`,
    }
    return target.type === 'worksheet' ? [{ name, hidden, part: target.target }] : []
  })
  if (sheets.length === 0) throw new UnreadableFile('file-corrupt', { part: workbook })
  const styles = partOf('styles')
  return {
    sheets,
    strings: partOf('sharedStrings'),
    dateStyles: styles ? await readStyles(zip, styles) : [],
    date1904,
  }

  function partOf(type: string): string | null {
    const part = related.find((r) => r.type === type)?.target ?? `${folder}${type}.xml`
    return zip.has(part) ? part : null
  }
}

interface Relationship {
  readonly id: string
  /** Last word of the relationship's type: the same in transitional and strict OOXML. */
  readonly type: string
  readonly target: string
}

async function relationships(zip: ZipArchive, part: string, folder: string): Promise<Relationship[]> {
  const found: Relationship[] = []
  await readPart(zip, part, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) })
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

interface Listed {
  readonly name: string
  readonly hidden: boolean
  readonly id: string
}

async function readPart(zip: ZipArchive, part: string, handler: XmlHandler): Promise<void> {
  try {
    readXml(await zip.whole(part), handler)
  } catch (error) {
    throw asUnreadable(error, part)
  }
}

async function readWorkbook(zip: ZipArchive, part: string): Promise<{ listed: Listed[]; date1904: boolean }> {
  const listed: Listed[] = []
  let date1904 = false
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      const { name: title = '', state = 'visible', id = '' } = attributes
      listed.push({ name: title, hidden: state !== 'visible', id })
    },
  })
  return { listed, date1904 }
}

async function readStyles(zip: ZipArchive, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const dates: boolean[] = []
  let inCellFormats = false
  await readPart(zip, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) dates.push(isDateFormat(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return dates
}

/** An xsd:boolean attribute. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
