import { byCatalogue } from '../../src/domain/finding.js'
import { groupBy } from '../../src/domain/group.js'
import type { compareStops, RuleScore } from './compare.js'
import type { Coverage } from './coverage.js'
import type { WrongLinks } from './links.js'

/** How a month fared: its rules, its safety stops, and accusing findings that rest on a row of somebody else. */
export interface MonthScores {
  readonly month: string
  readonly rules: readonly RuleScore[]
  readonly stops: ReturnType<typeof compareStops>
  readonly links: WrongLinks
}

/** Prints one line a rule over all months, and their sums. */
export function printTotals(months: readonly MonthScores[]): void {
  console.log('\nrule    must-find   found  missed  must-not  violated  beyond')
  const rules = [
    ...groupBy(
      months.flatMap((month) => month.rules),
      ({ rule }) => rule,
    ),
  ]
  const lines = rules
    .sort(([a], [b]) => byCatalogue(a, b))
    .map(([rule, scores]): [string, readonly number[]] => [rule, sums(scores.map(countsOf))])
  for (const [rule, counts] of [...lines, ['all', sums(lines.map(([, counts]) => counts))] as const])
    console.log(`${rule.padEnd(6)} ${counts.map((count) => String(count).padStart(8)).join(' ')}`)
  const links = (of: (one: WrongLinks) => number) => months.reduce((sum, month) => sum + of(month.links), 0)
  console.log(
    `links: ${links((one) => one.rowsKnown)} rows of known owners, ${links((one) => one.linked)} damaged ones among them linked, ${links((one) => one.people)} people made of two; ${links((one) => one.accusing)} accusing findings, ${links((one) => one.accusingWrongly.length)} of them caused by a wrong link`,
  )
}

/** Prints up to `shown` of each kind of fault of each rule and month. */
export function printFaults(months: readonly MonthScores[], shown: number): void {
  for (const { month, rules, stops, links } of months) {
    for (const stop of stops.missed) console.log(`${month} planted stop that did not come: ${stop}`)
    for (const stop of stops.beyond) console.log(`${month} stop that nobody planted: ${stop}`)
    for (const row of links.accusingWrongly.slice(0, shown))
      console.log(`${month} accused by a wrong link: ${row.rule} ${row.explanation}`)
    for (const { rule, missed, wrong, beyond } of rules) {
      for (const one of missed.slice(0, shown))
        console.log(`${month} missed ${rule}: ${one.because} [${one.idNumbers.join(' ')}] ${one.township}`)
      for (const { planted, row } of wrong.slice(0, shown))
        console.log(`${month} must not ${rule}: ${planted.because} ← ${row.id_number} ${row.explanation}`)
      for (const row of beyond.slice(0, shown))
        console.log(`${month} beyond ${rule}: ${row.name} ${row.id_number} ${row.township} ${row.explanation}`)
    }
  }
}

/** Prints what the truth covers of the catalogue, and names what it does not. */
export function printCoverage(coverage: Coverage): void {
  const { rules, unplantedRules, exceptions, unplantedExceptions, explained, unknown } = coverage
  const excused = explained.filter((name) => name.includes(' ')).length
  const silent = unplantedRules.length + explained.length - excused
  const planted = exceptions - unplantedExceptions.length - excused
  console.log(
    `\n${rules} rules, ${rules - silent} planted; ${exceptions} exceptions that a roster can answer, ${planted} planted, ${excused} explained`,
  )
  const name = (title: string, list: readonly string[]) => {
    if (list.length > 0) console.log(`${title}: ${list.join(', ')}`)
  }
  name('rules without a plant', unplantedRules)
  name('exceptions without a plant', unplantedExceptions)
  name('rules and exceptions that no data can show', explained)
  name('unknown exceptions', unknown)
}

function countsOf({ planted, found, missed, forbidden, wrong, beyond }: RuleScore): readonly number[] {
  return [planted, found, missed.length, forbidden, wrong.length, beyond.length]
}

function sums(rows: readonly (readonly number[])[]): readonly number[] {
  return rows.reduce((sum, row) => sum.map((count, at) => count + (row[at] ?? 0)), [0, 0, 0, 0, 0, 0])
}
