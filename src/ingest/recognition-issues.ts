import type { Issue, IssueCode } from '../domain/issue.js'
import type { Settings } from '../domain/settings.js'
import type { HeaderColumn } from './header.js'
import { editDistance, normalHeading } from './heading.js'
import { columnsOfIds, orderedColumn } from './mapping.js'
import type { SheetReading } from './read-sheet.js'
import type { Candidacy } from './recognise.js'
import type { Source } from './source.js'
import type { Surroundings } from './told.js'

const telling = new Set<IssueCode>(['missing-column', 'ambiguous-sheet', 'unknown-sheet', 'heading-lost'])

/**
 * What to tell about the sheets of a file that were not read: what headings were seen, what comes nearest, and the entry of doudi.yaml that settles
 * it. Sheets without persons are only noticed when another sheet of the file is a roster.
 */
export function recognitionIssues(
  file: string,
  sheets: readonly SheetReading[],
  settings: Pick<Settings, 'columns'>,
): Issue[] {
  const issues = sheets.flatMap((sheet) => [...sheet.issues, ...sheetIssues(sheet, settings)])
  if (sheets.some(({ rows }) => rows !== null)) return issues
  if (issues.some(({ code }) => telling.has(code))) return issues
  return [...issues, issue('no-roster', file, '', null, {})]
}

function sheetIssues(sheet: SheetReading, settings: Pick<Settings, 'columns'>): Issue[] {
  const { recognition, header, around } = sheet
  if (recognition === null || header === null) return []
  if (recognition.state === 'recognised') return entryIssues(recognition.best, around, settings)
  const seen = header.columns
    .map(({ text }) => text)
    .slice(0, 60)
    .join('、')
  const [best, runnerUp] = [recognition.best, recognition.runnerUp]
  if (recognition.state === 'missing')
    return recognition.best.mapping.missing.map((field) =>
      issue(
        'missing-column',
        around.file,
        around.sheet,
        recognition.best.source,
        missingFacts(field, recognition.best, sheet, seen, settings),
      ),
    )
  const facts = {
    seen,
    best: best?.source.title ?? '无',
    other: runnerUp?.source.title ?? '无',
    choices: recognition.choices.map(({ id, title }) => `${id}（${title}）`).join('、') || '数据源代号',
  }
  const name = around.file.split('/').at(-1) as string
  return [
    issue(recognition.state === 'ambiguous' ? 'ambiguous-sheet' : 'unknown-sheet', around.file, around.sheet, null, {
      ...facts,
      name,
    }),
  ]
}

// An entry that no column answers to: the heading has been changed back, or is misspelt in doudi.yaml.
function entryIssues(
  { source, mapping }: Candidacy,
  around: Surroundings,
  settings: Pick<Settings, 'columns'>,
): Issue[] {
  return Object.entries(settings.columns[source.id] ?? {}).flatMap(([field, entry]) => {
    const used = mapping.fields.get(field)
    if (orderedColumn(entry, mapping.columns) !== undefined) return []
    return [
      issue('entry-without-column', around.file, around.sheet, source, { field, entry, used: used?.text ?? '无' }),
    ]
  })
}

function missingFacts(
  field: string,
  { source, mapping }: Candidacy,
  sheet: SheetReading,
  seen: string,
  settings: Pick<Settings, 'columns'>,
): Issue['facts'] {
  const column = source.columns[field]?.headers[0] ?? field
  const near = nearest(source, field, mapping.unknown, sheet)
  const configured = settings.columns[source.id]?.[field]
  return {
    column: configured === undefined ? column : `${column}（doudi.yaml 指定为“${configured}”）`,
    title: source.title,
    seen,
    nearest: near.map(({ text }) => text).join('、') || '无',
    source: source.id,
    field,
    example: near[0]?.text ?? '表中的列名',
  }
}

/** Columns that might be `field`: those whose cells read as ids for an id, then the headings with the fewest different characters. */
export function nearest(
  source: Source,
  field: string,
  columns: readonly HeaderColumn[],
  sheet: SheetReading,
): HeaderColumn[] {
  const wanted = source.columns[field]?.headers.map(normalHeading) ?? []
  const byContent = field === 'idNumber' && sheet.header ? columnsOfIds(sheet.header, sheet.samples) : []
  const distance = (column: HeaderColumn) =>
    Math.min(...wanted.map((heading) => editDistance(heading, column.names[0] ?? column.text) / heading.length))
  const byName = columns
    .map((column) => ({ column, away: distance(column) }))
    .filter(({ away }) => away < 0.7)
    .sort((a, b) => a.away - b.away)
    .map(({ column }) => column)
  return [...new Set([...byContent.filter((column) => columns.includes(column)), ...byName])].slice(0, 3)
}

function issue(code: IssueCode, file: string, sheet: string, source: Source | null, facts: Issue['facts']): Issue {
  const origin = { file, sheet, row: 0, column: null }
  return { code, facts, origin, department: source?.department ?? null, source: source?.id ?? null }
}
