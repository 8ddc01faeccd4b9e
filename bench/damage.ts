import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Random, seeded } from '../fixtures/random.js'
import { openWorkspace } from '../src/cli/workspace.js'
import type { Finding } from '../src/domain/finding.js'
import { groupBy } from '../src/domain/group.js'
import { parseIdNumber } from '../src/domain/id-number.js'
import { inboxMonths, monthFiles } from '../src/ingest/inbox.js'
import { type Ingested, ingest } from '../src/ingest/ingest.js'
import type { PersonRecord } from '../src/ingest/source.js'
import { matchPersons } from '../src/match/match-persons.js'
import type { PastRecord } from '../src/match/person.js'
import { accuses } from '../src/screen/judge.js'
import { screen } from '../src/screen/screen.js'

// What one damaged cell changes: `npx tsx bench/damage.ts [--cells 400] [--seed 1] [--all-rules] [--show 10]`. The newest month of the shipped county is
// judged as it is, then over and over with one cell of one row damaged: nearly always the id number, now and then the name or the household's number.
// Nobody may be accused for it, and each new claim of a gap is shown.
const { values } = parseArgs({
  options: {
    cells: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    'all-rules': { type: 'boolean', default: false },
    show: { type: 'string', default: '10' },
  },
})

/** Ways in which an office spoils a number, given a whole one of 18 characters; null for none. */
const damages: Readonly<Record<string, (random: Random, id: string) => string | null>> = {
  'one digit': (random, id) => {
    const at = random.int(6, 16)
    return id.slice(0, at) + ((Number(id[at]) + random.int(1, 9)) % 10) + id.slice(at + 1)
  },
  'two exchanged': (random, id) => {
    const at = random.pick([...id].flatMap((digit, i) => (i >= 6 && i < 16 && digit !== id[i + 1] ? [i] : [])))
    return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)
  },
  'digit missing': (random, id) => {
    const at = random.int(6, 16)
    return id.slice(0, at) + id.slice(at + 1)
  },
  'last three lost': (_, id) => `${id.slice(0, 15)}000`,
  'cut to 15': (_, id) => id.slice(0, 15),
  scientific: (_, id) => `${id[0]}.${id.slice(1, 6)}E+17`,
  masked: (_, id) => `${id.slice(0, 6)}********${id.slice(14)}`,
  blank: () => null,
}

/** Other cells that a row is known by; null where the row has none. */
const otherCells: Readonly<Record<string, (random: Random, record: PersonRecord) => PersonRecord | null>> = {
  'name misspelt': (random, record) => {
    const { name } = record
    return name === null ? null : { ...record, name: name.slice(0, -1) + random.pick([...'明芳军英伟']) }
  },
  'name blank': (_, record) => (record.name === null ? null : { ...record, name: null }),
  'household blank': (_, record) => (record.householdNumber === null ? null : { ...record, householdNumber: null }),
  'household wrong': (random, record) => {
    const { householdNumber: number } = record
    return number === null ? null : { ...record, householdNumber: number.slice(0, -1) + random.pick([...'XYZ']) }
  },
  'head id blank': (_, record) => (record.headIdNumber === null ? null : { ...record, headIdNumber: null }),
}

interface Tally {
  cells: number
  accusations: number
  gaps: number
  hidden: number
}

const workspace = await openWorkspace(join(import.meta.dirname, '../fixtures/county'), {})
const rules = workspace.rules.map((rule) => (values['all-rules'] ? { ...rule, on: true } : rule))
const accusing = new Set(rules.filter(accuses).map(({ id }) => id))
const [previousMonth, month] = (await inboxMonths(workspace.inbox)).slice(-2) as [string, string]
const [before, now] = [await read(previousMonth), await read(month)]
const past = pastOf(before)
const undamagedNames = new Map(now.records.map(({ idNumber, name }) => [idNumber?.value ?? '', name]))
undamagedNames.delete('')
const whole = judge(now.records)
const wholeSubjects = new Set([...whole.values()].flat().map(({ rule, subject }) => `${rule}\t${subject}`))
const kinds = [...Object.keys(damages), ...Object.keys(otherCells)]
const tallies = new Map(kinds.map((kind): [string, Tally] => [kind, newTally()]))
const shown: string[] = []
const random = seeded(`${values.seed}/damage`)
for (let cell = 0; cell < Number(values.cells); ) if (judgeDamaged(random)) cell++
for (const [kind, { cells, accusations, gaps, hidden }] of tallies)
  console.log(
    `${kind.padEnd(16)} ${cells} cells: ${accusations} accusations, ${gaps} gaps claimed, ${hidden} findings less`,
  )
for (const line of shown.slice(0, Number(values.show))) console.log(`  ${line}`)

async function read(of: string): Promise<Ingested> {
  const { files } = await monthFiles(workspace.inbox, of)
  return ingest({ ...workspace, files, month: of })
}

function match({ duplicates }: Ingested, records: readonly PersonRecord[], earlier: readonly PastRecord[], of: string) {
  const twins = duplicates.map(({ record }) => record)
  return matchPersons({ records, duplicates: twins, past: earlier, judgements: [], month: of })
}

function pastOf(ingested: Ingested): readonly PastRecord[] {
  const { persons } = match(ingested, ingested.records, [], previousMonth)
  return persons.flatMap(({ key: personKey, links }) =>
    links.map(({ record }): PastRecord => ({ ...record, month: previousMonth, personKey })),
  )
}

// Findings by what they ask: the rule, where, and about whom, a household by its key and a person by the name that the number has undamaged, since
// without it the person may get another key.
function judge(records: readonly PersonRecord[]): ReadonlyMap<string, readonly Finding[]> {
  const { persons, households } = match(now, records, past, month)
  const { deliveries } = now
  const { findings } = screen({ ...workspace, persons, households, deliveries, month, previousMonth, stops: [] }, rules)
  const nameOf = new Map(persons.map(({ key, name, idNumber }) => [key, undamagedNames.get(idNumber ?? '') ?? name]))
  return groupBy(findings, ({ rule, township, unit, subject }) =>
    [rule, township, unit === 'person' ? nameOf.get(subject) : subject].join('\t'),
  )
}

// False where the row drawn has no such cell, or the number is damaged already or still checks afterwards.
function judgeDamaged(draw: Random): boolean {
  const at = draw.int(0, now.records.length - 1)
  const kind = draw.pick(kinds)
  const record = damagedRecord(draw, kind, now.records[at] as PersonRecord)
  if (record === null) return false
  const tally = tallies.get(kind) as Tally
  tally.cells++
  const damaged = judge(now.records.with(at, record))
  for (const [asked, findings] of damaged)
    for (const finding of findings.slice(whole.get(asked)?.length ?? 0))
      if (finding.kind !== '数据' && !isKnown(finding))
        claim(tally, finding, `${kind}, ${record.source} row ${record.origin.row}`)
  for (const [asked, findings] of whole)
    tally.hidden += Math.max(0, findings.length - (damaged.get(asked)?.length ?? 0))
  return true
}

// The same of the same subject, whom the rows left place in another of the townships that list them.
function isKnown({ rule, subject }: Finding): boolean {
  return wholeSubjects.has(`${rule}\t${subject}`)
}

function damagedRecord(draw: Random, kind: string, record: PersonRecord): PersonRecord | null {
  const other = otherCells[kind]
  if (other) return other(draw, record)
  if (record.idNumber?.state !== 'intact') return null
  const text = damages[kind]?.(draw, record.idNumber.value) ?? null
  const idNumber = text === null ? null : parseIdNumber(text)
  return idNumber?.value ? null : { ...record, idNumber }
}

function claim(tally: Tally, { rule, explanation }: Finding, where: string): void {
  if (accusing.has(rule)) tally.accusations++
  else tally.gaps++
  // The gravest are shown first.
  if (accusing.has(rule)) shown.unshift(`ACCUSED ${where}: ${rule} ${explanation}`)
  else shown.push(`${where}: ${rule} ${explanation}`)
}

function newTally(): Tally {
  return { cells: 0, accusations: 0, gaps: 0, hidden: 0 }
}
