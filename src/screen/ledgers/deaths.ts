import { compareText } from '../../domain/compare-text.js'
import { type Day, monthOf } from '../../domain/month.js'
import { coverage, disabilitySubsidies, type Programme } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Person } from '../../match/person.js'
import type { ScreeningInput } from '../context.js'
import { type Ledger, missingRoster } from '../ledger.js'
import type { Context } from '../rule.js'
import { field, possibleRecordsIn } from '../standing.js'
import { departuresOf } from './stops.js'

/** One death among the supported (自然减员月报). */
export interface DeathEntry {
  readonly person: Person
  /** The roster row of this month or, when gone from it, of last month. */
  readonly record: PersonRecord
  /** The head of the household as the row, or else last month's household, names him. */
  readonly headName: string | null
  readonly programmes: readonly Programme[]
  /** Day or month of death, as far as the lists say. */
  readonly diedOn: Day | string
  /** 火化日期, 停保汇总 … where the day of death itself is not given. */
  readonly by: string
  readonly stillOnRoll: boolean
}

const supported: readonly Programme[] = [...coverage, ...disabilitySubsidies]

/** 自然减员月报: supported people whose death the lists show since last month, or who were taken off since. By township and person. */
export function deathLedger(input: ScreeningInput, context: Context): Ledger<DeathEntry> {
  const entries = input.persons.flatMap((person) => entryOf(person, context))
  const order = ({ person }: DeathEntry) => `${person.place.township ?? '\uFFFF'}\n${person.key}`
  return {
    entries: entries.sort((a, b) => compareText(order(a), order(b))),
    open: missingRoster(['death', 'departure'], context),
  }
}

function entryOf(person: Person, context: Context): DeathEntry[] {
  const death = deathIn(person)
  if (!death) return []
  const now = possibleRecordsIn(person, supported)
  const past = person.past.filter(({ programmes }) => programmes.some((each) => supported.includes(each)))
  // Who was taken off this month belongs to this month's form, however long the death has been known.
  if (now.length > 0 && !isNew(death.month, person, context)) return []
  const rows: readonly PersonRecord[] = now.length > 0 ? now : past
  const [record] = rows
  if (!record) return []
  const programmes = [...new Set(rows.flatMap((row) => row.programmes))].filter((each) => supported.includes(each))
  const headName = record.headName ?? headOf(person, record, context)
  return [{ person, record, headName, programmes, diedOn: death.on, by: death.by, stillOnRoll: now.length > 0 }]
}

// Exports of members name the head by his number alone.
function headOf(person: Person, record: PersonRecord, context: Context): string | null {
  if (record.relation === '户主' || record.headIdNumber === null) return person.name
  const household = context.pastHouseholdOf(person)
  return household?.members.find((each) => each.idNumber === household.headIdNumber)?.name ?? null
}

interface Found {
  readonly on: string
  readonly month: string
  readonly by: string
}

function deathIn(person: Person): Found | null {
  for (const { record } of person.links) {
    if (record.source !== 'deaths' || !record.programmes.includes('death')) continue
    const [died, cremated] = [field(record, 'diedOn'), field(record, 'crematedOn')]
    if (died !== null) return { on: died, month: monthOf(died), by: '' }
    if (cremated !== null) return { on: cremated, month: monthOf(cremated), by: '火化日期' }
  }
  const departure = departuresOf(person).find(({ reason }) => reason === '死亡')
  if (!departure || departure.stopMonth === null) return null
  return { on: departure.stopMonth, month: departure.stopMonth, by: '停保汇总' }
}

// A death that last month's lists had already was reported then; whether the person is still on the roll is asked by C01.
function isNew(month: string, person: Person, context: Context): boolean {
  if (context.previousMonth === null || month === context.month) return month === context.month
  const known = person.past.some(
    (past) => past.programmes.includes('death') || (past.source === 'departures' && field(past, 'reason') === '死亡'),
  )
  return !known && month <= context.month
}
