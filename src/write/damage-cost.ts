import { countBy } from '../domain/group.js'
import { departments } from '../domain/issue.js'
import type { IdColumnDamage } from '../ingest/damage.js'
import type { PersonRecord } from '../ingest/source.js'
import type { IdentityQuestion, Person } from '../match/person.js'
import type { Report } from './report.js'

/** What became of the ids of one column, and what the rows left without a usable one cost this month. */
export interface DamageRow extends IdColumnDamage {
  /** 漏保 that had to be withheld because such a row may be the person; null for columns that identify nobody by themselves (head, guardian). */
  readonly withheld: number | null
  /** Identity questions in which such a row stands on one of the sides; null as above. */
  readonly questions: number | null
}

/** The damage report with its cost: by department, then file, sheet and column as delivered. A case that two files hold up counts with both. */
export function damageRows(report: Report): DamageRow[] {
  const [withheld, questions] = [withheldBySheet(report), questionsBySheet(report)]
  const rows = report.damage.map((column): DamageRow => {
    if (column.field !== 'idNumber') return { ...column, withheld: null, questions: null }
    const key = sheetKey(column.file, column.sheet)
    return { ...column, withheld: withheld.get(key) ?? 0, questions: questions.get(key) ?? 0 }
  })
  return rows.sort((a, b) => departments.indexOf(a.department) - departments.indexOf(b.department))
}

function withheldBySheet({ persons, rules, withheld }: Report): ReadonlyMap<string, number> {
  const missed = new Set(rules.filter(({ kind }) => kind === '漏保').map(({ rule }) => rule))
  const byKey = new Map(persons.map((person) => [person.key, person]))
  return countSheets(
    withheld
      .filter(({ rule }) => missed.has(rule))
      .map(({ memberKeys }) =>
        memberKeys.flatMap((key) => {
          const person = byKey.get(key)
          return person ? [person, ...person.candidates.map((candidate) => candidate.person)] : []
        }),
      ),
  )
}

function questionsBySheet({ questions }: Report): ReadonlyMap<string, number> {
  return countSheets(questions.map(({ left, right, record }) => record ?? sides(left, right)))
}

function sides(left: Person, right: IdentityQuestion['right']): readonly Person[] {
  return right === null ? [left] : [left, right]
}

// Each item counts once with every sheet that holds one of its rows without a usable id.
function countSheets(items: readonly (PersonRecord | readonly Person[])[]): ReadonlyMap<string, number> {
  const sheets = items.flatMap((item) => {
    const records = isPersons(item) ? item.flatMap(({ links }) => links.map(({ record }) => record)) : [item]
    return [...new Set(records.filter(lacksId).map(({ origin }) => sheetKey(origin.file, origin.sheet)))]
  })
  return countBy(sheets)
}

function isPersons(item: PersonRecord | readonly Person[]): item is readonly Person[] {
  return Array.isArray(item)
}

function lacksId({ idNumber }: PersonRecord): boolean {
  return idNumber === null || idNumber.value === null
}

function sheetKey(file: string, sheet: string): string {
  return `${file}\t${sheet}`
}
