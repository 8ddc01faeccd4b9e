import { yuan } from '../domain/money.js'
import type { PersonRecord } from '../ingest/source.js'
import { allSources, type RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { isCertificateInForce } from './certificate.js'
import { paidMonthOf } from './paid-month.js'
import { rosterMonth } from './roster-month.js'
import type { Context } from './rule.js'
import { field } from './standing.js'

/** Rows of one roster and month that name one person and disagree. */
export interface DifferingRows {
  readonly rows: readonly PersonRecord[]
  /** Headings of the columns that disagree, as the roster's clerk knows them. */
  readonly columns: readonly string[]
  /** What a row says in these columns: `供养方式 集中、银行帐号 尾号 1234`. */
  says(record: PersonRecord): string
}

const columnNames = [
  'supportMode',
  'selfCare',
  'childKind',
  'allowanceFen',
  'category',
  'level',
  'bankAccount',
] as const
type ColumnName = (typeof columnNames)[number]

// Rosters that have one row a person and month. 低保 has rows of households and of members, 临时救助 a row a payment, and the two subsidies are P09's. What
// 特困 pays may stand in a row for each kind of payment, and C10 asks after the amounts.
const asked: Readonly<Record<string, readonly ColumnName[]>> = {
  'destitute-persons': ['supportMode', 'selfCare', 'bankAccount'],
  'disability-certificates': ['category', 'level'],
  'old-age-allowance': ['allowanceFen', 'bankAccount'],
  'protected-children': ['childKind', 'allowanceFen', 'bankAccount'],
}

const headings: ReadonlyMap<string, ReadonlyMap<ColumnName, string>> = new Map(
  allSources.map(({ id, columns }) => [
    id,
    new Map(
      columnNames.flatMap((name) => {
        const column = (columns as Partial<Record<ColumnName, { readonly headers: readonly string[] }>>)[name]
        return column?.headers[0] ? [[name, column.headers[0]] as const] : []
      }),
    ),
  ]),
)

/**
 * The rosters in which the person stands more than once with other facts under one id and name: what is paid where, how somebody is cared for, which
 * disability. Rows for different months are back payments; a row that says 停发 or a certificate not in force is no second one; a cell left blank says
 * nothing else than the other row's.
 */
export function differingRows(person: Person, context: Context): readonly DifferingRows[] {
  if (!standsTwice(person)) return []
  const groups = new Map<string, PersonRecord[]>()
  for (const { record } of person.links) {
    if (asked[record.source] === undefined || !record.idNumber?.value || !counts(record, context)) continue
    const month = paidMonthOf(record) ?? rosterMonth(record, context)
    const key = [record.source, record.idNumber.value, record.name, month].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  return [...groups.values()].flatMap((rows) => differingIn(rows, context))
}

// Asked of everybody, and nearly everybody has one row in each: no lists are made to find that out.
function standsTwice({ links }: Person): boolean {
  for (let i = 1; i < links.length; i++) {
    const source = links[i]?.record.source as string
    if (asked[source] === undefined) continue
    for (let k = 0; k < i; k++) if (links[k]?.record.source === source) return true
  }
  return false
}

// Who is on the roll here and who is only a member of the household is the row's own word.
function counts(record: PersonRecord, { month }: Context): boolean {
  if (record.programmes.length === 0) return false
  return (
    record.source !== 'disability-certificates' ||
    isCertificateInForce(record as RecordOf<'disability-certificates'>, month)
  )
}

function differingIn(rows: readonly PersonRecord[], context: Context): readonly DifferingRows[] {
  const [first] = rows
  if (!first || rows.length < 2) return []
  const names = (asked[first.source] ?? []).filter(
    // C10 asks after the two modes itself.
    (name) => !(name === 'supportMode' && context.runs('C10')) && said(rows, name).size > 1,
  )
  if (names.length === 0) return []
  const heading = (name: ColumnName) => headings.get(first.source)?.get(name) ?? ''
  return [
    {
      rows,
      columns: names.map(heading),
      says: (record) => names.map((name) => `${heading(name)} ${words(record, name)}`).join('、'),
    },
  ]
}

function said(rows: readonly PersonRecord[], name: ColumnName): ReadonlySet<unknown> {
  return new Set(rows.map((row) => field(row, name)).filter((value) => value !== null))
}

function words(record: PersonRecord, name: ColumnName): string {
  const value = field(record, name)
  if (value === null) return '空'
  if (typeof value === 'number') return `${yuan(value)} 元`
  return name === 'bankAccount' ? `尾号 ${String(value).slice(-4)}` : value
}
