import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openWorkspace } from '../src/cli/workspace.js'
import { countBy } from '../src/domain/group.js'
import type { Issue } from '../src/domain/issue.js'
import { inboxMonths, monthFiles } from '../src/ingest/inbox.js'
import { type Ingested, ingest } from '../src/ingest/ingest.js'
import { dropChangedColumns } from '../src/match/changed-columns.js'
import { matchPersons } from '../src/match/match-persons.js'
import { misalignedSheets } from '../src/match/misaligned-sheets.js'
import type { PastRecord, Person } from '../src/match/person.js'
import { explainedLosses } from '../src/screen/explained-losses.js'
import { accuses } from '../src/screen/judge.js'
import { safetyStops, soundCounts } from '../src/screen/safety.js'
import { screen } from '../src/screen/screen.js'
import { type Damage, damagesOf } from './columns-damages.js'
import { type Book, headedSheet, openedAs, readBook } from './columns-sheet.js'

// What one spoilt column changes: `npx tsx bench/columns.ts [--files RE] [--damages RE] [--fields RE]`. The newest month of the shipped county is
// judged with all rules as it is, then over and over with one column of one of the three departments' exports spoilt in its cells (bench/columns-damages.ts), last
// month being sound. A line for each: whom it accuses anew, which gaps (漏保 and the rest) it claims anew, how many findings are lost, how many records,
// and which issues tell of it; `| sort -rn` brings the gravest to the top. SILENT marks a column that no issue tells of.
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: exportsOfThree().source },
    damages: { type: 'string', default: '' },
    fields: { type: 'string', default: '' },
  },
})

/** The exports of civil affairs, the poverty office and the federation that are spoilt. */
function exportsOfThree(): RegExp {
  return /农村低保|特困人员|低保边缘|脱贫户|监测对象.*未消除|持证残疾人|生活补贴|护理补贴|停保/
}

const workspace = await openWorkspace(join(import.meta.dirname, '../fixtures/county'), {})
const rules = workspace.rules.map((rule) => ({ ...rule, on: true }))
const accusing = new Set(rules.filter(accuses).map(({ id }) => id))
const [previousMonth, month] = (await inboxMonths(workspace.inbox)).slice(-2) as [string, string]
const [earlierBooks, books] = [await booksOf(previousMonth), await booksOf(month)]
const before = await read(previousMonth, earlierBooks)
const past = pastOf(before)
const sound = soundCounts(before.deliveries, [], past)
const whole = await judge(books)
for (const { code, origin } of whole.issues)
  if (code.startsWith('column-')) console.log(`CLEAN ${code} ${origin.file} ${origin.column}`)
for (const [path, book] of books)
  for (const { file, sheet, source, columns = {} } of whole.ingested.deliveries) {
    if (!path.endsWith(`/${file}`) || !new RegExp(values.files).test(file)) continue
    const headed = headedSheet(book, sheet, columns)
    const earlier = earlierOf(source, file)
    for (const damage of damagesOf(headed, earlier, month))
      if (new RegExp(values.damages).test(damage.name) && new RegExp(values.fields).test(damage.field))
        console.log(await spoil(path, book, sheet, damage))
  }

async function booksOf(of: string): Promise<Map<string, Book>> {
  const { files } = await monthFiles(workspace.inbox, of)
  const read = new Map<string, Book>()
  for (const { path } of files) read.set(path, await readBook(path))
  return read
}

async function read(of: string, opened: ReadonlyMap<string, Book>): Promise<Ingested> {
  const { files } = await monthFiles(workspace.inbox, of)
  const open = async (path: string) => openedAs(opened.get(path) as Book)
  return ingest({ ...workspace, files, month: of, open })
}

function earlierOf(source: string, file: string) {
  const kind = (name: string) => name.replace(/\d+/g, '').replace(/\.\w+$/, '')
  const same = before.deliveries.find((one) => one.source === source && kind(one.file) === kind(file))
  const found = same && [...earlierBooks].find(([path]) => path.endsWith(`/${same.file}`))
  return found ? headedSheet(found[1], same.sheet, same.columns ?? {}) : null
}

function pastOf({ records, duplicates }: Ingested): readonly PastRecord[] {
  const twins = duplicates.map(({ record }) => record)
  const { persons } = matchPersons({ records, duplicates: twins, past: [], judgements: [], month: previousMonth })
  return persons.flatMap(({ key: personKey, links }) =>
    links.map(({ record }): PastRecord => ({ ...record, month: previousMonth, personKey })),
  )
}

interface Judged {
  readonly ingested: Ingested
  readonly issues: readonly Issue[]
  readonly findings: ReadonlyMap<string, { readonly rule: string; readonly kind: string }>
}

async function judge(opened: ReadonlyMap<string, Book>): Promise<Judged> {
  const ingested = await read(month, opened)
  const { records, duplicates, issues, deliveries } = dropChangedColumns(ingested, past)
  const twins = duplicates.map(({ record }) => record)
  const { persons, households } = matchPersons({ records, duplicates: twins, past, judgements: [], month })
  const stops = safetyStops(deliveries, sound, workspace.settings, explainedLosses(persons, month))
  const { findings } = screen({ ...workspace, persons, households, deliveries, month, previousMonth, stops }, rules)
  const byKey = new Map(persons.map((person) => [person.key, person]))
  const told = findings
    .filter(({ kind }) => kind !== '数据')
    .map(({ rule, kind, subject }) => [`${rule} ${numberOf(byKey.get(subject)) ?? subject}`, { rule, kind }] as const)
  return { ingested, issues: [...issues, ...misalignedSheets(persons)], findings: new Map(told) }
}

function numberOf(person: Person | undefined): string | null {
  return person?.idNumber ?? null
}

async function spoil(path: string, book: Book, sheet: string, damage: Damage): Promise<string> {
  const { name, field, heading, rows } = damage
  const label = `${name.padEnd(10)} ${path.slice(path.lastIndexOf('/') + 1)} ${heading} (${field})`
  const spoilt = book.sheets.map((one) => (one.name === sheet ? { ...one, rows } : one))
  const start = performance.now()
  try {
    const judged = await judge(new Map([...books, [path, { ...book, sheets: spoilt }]]))
    return account(label, judged, performance.now() - start)
  } catch (error) {
    return `9999 CRASH ${label}: ${(error as Error).stack}`
  }
}

function account(label: string, { ingested, issues, findings }: Judged, milliseconds: number): string {
  const fresh = [...findings].filter(([key]) => !whole.findings.has(key)).map(([, finding]) => finding)
  const lost = [...whole.findings.keys()].filter((key) => !findings.has(key)).length
  const accused = fresh.filter(({ rule }) => accusing.has(rule))
  const gaps = fresh.filter(({ rule }) => !accusing.has(rule))
  const known = countBy(whole.issues.map(({ code }) => code))
  const more = [...countBy(issues.map(({ code }) => code))].flatMap(([code, count]) =>
    count > (known.get(code) ?? 0) ? `${code}+${count - (known.get(code) ?? 0)}` : [],
  )
  const records = ingested.records.length - whole.ingested.records.length
  const rulesOf = (some: typeof fresh) =>
    [...countBy(some.map(({ rule }) => rule))].map((one) => one.join('×')).join(' ')
  return [
    `${String(accused.length).padStart(4)} accused${more.length === 0 ? ' SILENT' : ''} ${label}: [${rulesOf(accused)}]`,
    `${gaps.length} gaps [${rulesOf(gaps)}], ${lost} lost, records ${records}, ${Math.round(milliseconds)} ms`,
    more.join(' '),
  ].join('; ')
}
