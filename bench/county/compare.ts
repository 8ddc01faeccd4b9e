import type { ExpectedStop, MonthTruth, Planted } from '../../fixtures/truth.js'
import { groupBy } from '../../src/domain/group.js'

/** The columns of findings.csv that a comparison needs. */
export interface FoundRow {
  readonly rule: string
  readonly kind: string
  readonly id_number: string
  readonly name: string
  readonly township: string
  readonly household_no: string
  readonly member_ids: string
  readonly explanation: string
}

/** How one rule fared against the truth of one month. */
export interface RuleScore {
  readonly rule: string
  readonly planted: number
  readonly found: number
  readonly missed: readonly Planted[]
  /** Planted exceptions and traps of the rule this month. */
  readonly forbidden: number
  /** Findings under a planted exception or trap. */
  readonly wrong: readonly { readonly planted: Planted; readonly row: FoundRow }[]
  /** Findings that the truth knows nothing of. */
  readonly beyond: readonly FoundRow[]
}

/**
 * Compares a month's findings with its truth, rule by rule. A finding about any person of a planted subject is that subject's. `running`: the
 * rules that were judged; what a rule must find is asked only while it runs and while the rule that would take the finding over does not.
 */
export function compare(
  truth: MonthTruth,
  rows: readonly FoundRow[],
  running: ReadonlySet<string>,
): readonly RuleScore[] {
  const wanted = truth.mustFind.filter(({ rule, unless }) => running.has(rule) && !running.has(unless ?? ''))
  const forbidden = [...truth.mustNot, ...truth.withheld].filter(({ rule }) => running.has(rule))
  const lists = { wanted: byRule(wanted), forbidden: byRule(forbidden), may: byRule(truth.mayFind), rows: byRule(rows) }
  const rules = new Set([...lists.wanted.keys(), ...lists.forbidden.keys(), ...lists.rows.keys()])
  return [...rules].sort().map((rule) => {
    const of = <T>(list: ReadonlyMap<string, readonly T[]>) => list.get(rule) ?? []
    return scoreOf(rule, of(lists.wanted), of(lists.forbidden), of(lists.may), of(lists.rows))
  })
}

/** Stops that are planted and did not come, and stops of the county's own making, which silence rules: `rural-allowance 柳塘乡`. */
export function compareStops(
  truth: MonthTruth,
  stops: readonly ExpectedStop[],
): { readonly missed: readonly string[]; readonly beyond: readonly string[] } {
  const [planted, tripped] = [truth.stops.map(stopName), stops.map(stopName)]
  return {
    missed: planted.filter((name) => !tripped.includes(name)),
    beyond: tripped.filter((name) => !planted.includes(name)),
  }
}

function stopName({ programme, township }: ExpectedStop): string {
  return `${programme} ${township ?? '(whole roster)'}`
}

function scoreOf(
  rule: string,
  wanted: readonly Planted[],
  forbidden: readonly Planted[],
  may: readonly Planted[],
  rows: readonly FoundRow[],
): RuleScore {
  const [wantedOf, forbiddenOf, mayOf] = [finder(wanted), finder(forbidden), finder(may)]
  const found = new Set<Planted>()
  const wrong: { planted: Planted; row: FoundRow }[] = []
  const beyond: FoundRow[] = []
  for (const row of rows) {
    const hits = wantedOf(row)
    for (const one of hits) found.add(one)
    if (hits.length > 0) continue
    const [planted] = forbiddenOf(row)
    if (planted) wrong.push({ planted, row })
    else if (mayOf(row).length === 0) beyond.push(row)
  }
  const missed = wanted.filter((one) => !found.has(one))
  return { rule, planted: wanted.length, found: found.size, missed, forbidden: forbidden.length, wrong, beyond }
}

function byRule<T extends { readonly rule: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return groupBy(list, ({ rule }) => rule)
}

// Finds what was planted for a finding: one of its people, its household, or for deliveries its township.
function finder(planted: readonly Planted[]): (row: FoundRow) => readonly Planted[] {
  const byMark = new Map<string, Planted[]>()
  for (const one of planted) for (const mark of marksOf(one)) byMark.set(mark, [...(byMark.get(mark) ?? []), one])
  const deliveries = planted.filter((one) => one.idNumbers.length === 0)
  return (row) => {
    const people = [row.id_number, ...row.member_ids.split('|'), `№${row.household_no}`]
    const found = people.flatMap((mark) => byMark.get(mark) ?? [])
    // A row with a damaged id has only its name; data rules are about such rows.
    if (row.id_number === '' || row.rule.startsWith('D'))
      found.push(
        ...(byMark.get(`@${row.name}`) ?? []).filter((one) => row.township === '' || row.township === one.township),
      )
    return [...new Set([...found, ...deliveries.filter((one) => isThere(row, one))])]
  }
}

function marksOf({ idNumbers, names, householdNumber }: Planted): readonly string[] {
  const number = householdNumber === null ? [] : [`№${householdNumber}`]
  return [...new Set([...idNumbers, ...names.map((name) => `@${name}`), ...number])]
}

function isThere(row: FoundRow, { township }: Planted): boolean {
  return township === null || township === row.township || (row.township === '' && row.explanation.includes(township))
}
