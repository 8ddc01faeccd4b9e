import { type Issue, type IssueCode, issueAt } from '../domain/issue.js'
import type { Settings } from '../domain/settings.js'
import type { SheetRow } from './formats/workbook.js'
import type { Header, HeaderColumn } from './header.js'
import { editDistance, normalHeading } from './heading.js'
import { columnsByContent, type Mapping, orderedColumn } from './mapping.js'
import type { SheetReading } from './read-sheet.js'
import type { Candidacy } from './recognise.js'
import type { Source } from './source.js'
import { type Surroundings, surroundingTexts } from './told.js'

const telling = new Set<IssueCode>([
  'missing-column',
  'missing-own-name',
  'ambiguous-sheet',
  'unknown-sheet',
  'joint-list',
  'joint-list-unsorted',
  'heading-lost',
])

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
  return [...issues, issueAt({ file }, 'no-roster')]
}

function sheetIssues(sheet: SheetReading, settings: Pick<Settings, 'columns'>): Issue[] {
  const { recognition, header, around } = sheet
  if (recognition === null || header === null) return []
  if (recognition.state === 'recognised') return entryIssues(recognition.best, around, settings)
  if (recognition.state === 'missing')
    return recognition.best.mapping.missing.map((field) => missingColumn(field, recognition.best, sheet, settings))
  const { best, runnerUp } = recognition
  const kind = kindOfPeople(sheet, header)
  if (kind !== null) return [issueAt(around, 'joint-list', { column: kind })]
  if (isOfAllLowIncome(around)) return [issueAt(around, 'joint-list-unsorted')]
  const likely = likelyOf(recognition.choices, around)
  const first = likely.includes(best?.source as Source) ? best?.source : (likely[0] ?? best?.source)
  const other = [runnerUp?.source, best?.source, ...likely].find((one) => one !== undefined && one !== first)
  const facts = {
    seen: seenHeadings(header),
    best: first?.title ?? '无',
    other: other?.title ?? '无',
    choices: likely.map(({ id, title }) => `${id}（${title}）`).join('、') || '数据源代号',
    name: around.file.split('/').at(-1) as string,
  }
  return [issueAt(around, recognition.state === 'ambiguous' ? 'ambiguous-sheet' : 'unknown-sheet', facts)]
}

function isOfAllowance(around: Surroundings): boolean {
  return surroundingTexts(around).some((text) => /低保(?!边缘)|最低生活保障/.test(text))
}

// 城乡低保 does not say which of the two, and columns that fifteen sources have do not either; it is neither of the others.
function likelyOf(choices: readonly Source[], around: Surroundings): readonly Source[] {
  const allowances = choices.filter(({ feeds }) => feeds.some((fed) => /^(rural|urban)-allowance$/.test(fed)))
  return isOfAllowance(around) && allowances.length > 0 ? allowances : choices
}

// 低收入人口花名册 has no layout of its own: it holds the people of all the rosters.
function isOfAllLowIncome(around: Surroundings): boolean {
  return surroundingTexts(around).some((text) => /低收入人口/.test(text))
}

// Whom one list of all the low-income may name, each kind with a roster of its own.
const kindsOfPeople = [
  /(?<!城市|城镇)低保(?!边缘)|农村最低生活保障/,
  /(城市|城镇)(低保(?!边缘)|最低生活保障)/,
  /特困|五保/,
  /边缘/,
  /刚性支出|支出型/,
  /监测|脱贫不稳定|突发严重/,
  /孤儿|事实无人/,
]

/**
 * The heading of the column that says of which kind each person is, in a list of several kinds (低收入人口花名册): taken for one roster, everybody in it
 * would be in that one. Null for any other sheet.
 */
function kindOfPeople({ samples, around }: SheetReading, { columns }: Header): string | null {
  const isJoint = isOfAllLowIncome(around)
  const several = columns.find(({ index }) => {
    const said = samples.map((row) => row.texts[index] ?? '').filter((text) => text !== '')
    const kinds = said.map((text) => kindsOfPeople.findIndex((kind) => text.length <= 16 && kind.test(text)))
    if (isJoint) return kinds.some((kind) => kind >= 0)
    return kinds.length > 0 && !kinds.includes(-1) && new Set(kinds).size > 1
  })
  return (several ?? (isOfAllowance(around) ? townOrCountry(samples, columns) : undefined))?.text ?? null
}

// 城乡类别 with 农村 and 城市 in a list of 低保; 户口性质 says only how somebody is registered.
function townOrCountry(samples: readonly SheetRow[], columns: readonly HeaderColumn[]): HeaderColumn | undefined {
  return columns.find(({ index, text }) => {
    const said = new Set(samples.map((row) => row.texts[index] ?? '').filter((cell) => cell !== ''))
    return (
      !/户籍|户口/.test(text) && said.has('农村') && ['城市', '城镇'].some((town) => said.has(town)) && said.size < 4
    )
  })
}

function seenHeadings({ columns }: Header): string {
  return columns
    .map(({ text }) => text)
    .slice(0, 60)
    .join('、')
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
    return [ofSource(source, issueAt(around, 'entry-without-column', { field, entry, used: used?.text ?? '无' }))]
  })
}

function missingColumn(
  field: string,
  { source, mapping }: Candidacy,
  sheet: SheetReading,
  settings: Pick<Settings, 'columns'>,
): Issue {
  const column = source.columns[field]?.headers[0] ?? field
  const head = field === 'name' ? mapping.fields.get('headName') : undefined
  if (head && namedByHead(mapping, sheet) === 'head')
    return ofSource(
      source,
      issueAt(sheet.around, 'missing-own-name', { column, title: source.title, head: head.text, source: source.id }),
    )
  const near = nearest(field, { source, mapping }, sheet)
  const configured = settings.columns[source.id]?.[field]
  const facts = {
    column: configured === undefined ? column : `${column}（doudi.yaml 指定为“${configured}”）`,
    title: source.title,
    seen: sheet.header ? seenHeadings(sheet.header) : '',
    nearest: near.map(({ text }) => text).join('、') || '无',
    source: source.id,
    field,
    example: near[0]?.text ?? '表中的列名',
  }
  return ofSource(source, issueAt(sheet.around, 'missing-column', facts))
}

/**
 * Columns that might be `field`: those whose cells read as ids for an id and as names for a name, then the headings with the fewest different
 * characters. 户主 is one of them where it holds each person's own name.
 */
export function nearest(
  field: string,
  { source, mapping }: Pick<Candidacy, 'source' | 'mapping'>,
  sheet: SheetReading,
): HeaderColumn[] {
  const head = mapping.fields.get('headName')
  const isOwn = field === 'name' && head !== undefined && namedByHead(mapping, sheet) === 'own'
  const columns = isOwn ? [head, ...mapping.unknown] : mapping.unknown
  const wanted = source.columns[field]?.headers.map(normalHeading) ?? []
  const byContent = sheet.header ? columnsByContent(field, sheet.header, sheet.samples) : []
  const distance = (column: HeaderColumn) =>
    Math.min(...wanted.map((heading) => editDistance(heading, column.names[0] ?? column.text) / heading.length))
  const byName = columns
    .map((column) => ({ column, away: distance(column) }))
    .filter(({ away }) => away < 0.7)
    .sort((a, b) => a.away - b.away)
    .map(({ column }) => column)
  return [...new Set([...byContent.filter((column) => columns.includes(column)), ...byName])].slice(0, 3)
}

/** Whose name a 户主 column holds in a list without 姓名: the row's own person's, the head's in each member's row, or null when nothing tells. */
function namedByHead({ fields }: Mapping, { samples }: SheetReading): 'own' | 'head' | null {
  const [head, relation] = [fields.get('headName'), fields.get('relation')]
  if (!head || !relation) return null
  const rows = samples.filter(({ texts }) => texts[relation.index])
  if (rows.length === 0) return null
  const repeats = rows.filter(({ texts }, at) => {
    const isMember = !/户主|本人/.test(texts[relation.index] as string)
    // Left blank or merged where the head stands once for all of them.
    return isMember && (!texts[head.index] || rows[at - 1]?.texts[head.index] === texts[head.index])
  })
  return repeats.length > 0 ? 'head' : 'own'
}

// The department whose export it is can mend it.
function ofSource({ id, department }: Source, issue: Issue): Issue {
  return { ...issue, department, source: id }
}
