import type { MonthTruth, Planted } from '../../fixtures/truth.js'

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
  /** Findings under a planted exception or trap. */
  readonly wrong: readonly { readonly planted: Planted; readonly row: FoundRow }[]
  /** Findings that the truth knows nothing of. */
  readonly beyond: readonly FoundRow[]
}

/** Compares a month's findings with its truth, rule by rule. A finding about any person of a planted subject is that subject's. */
export function compare(truth: MonthTruth, rows: readonly FoundRow[]): readonly RuleScore[] {
  const forbidden = [...truth.mustNot, ...truth.withheld]
  const rules = new Set([...truth.mustFind, ...forbidden].map((one) => one.rule).concat(rows.map((row) => row.rule)))
  return [...rules].sort().map((rule) => {
    const of = (list: readonly Planted[]) => list.filter((one) => one.rule === rule)
    const mine = rows.filter((row) => row.rule === rule)
    const wanted = of(truth.mustFind)
    const missed = wanted.filter((one) => !mine.some((row) => isAbout(row, one)))
    const rest = mine.filter((row) => !wanted.some((one) => isAbout(row, one)))
    const wrong: { planted: Planted; row: FoundRow }[] = []
    const beyond: FoundRow[] = []
    for (const row of rest) {
      const planted = of(forbidden).find((one) => isAbout(row, one))
      if (planted) wrong.push({ planted, row })
      else if (!of(truth.mayFind).some((one) => isAbout(row, one))) beyond.push(row)
    }
    return { rule, planted: wanted.length, found: wanted.length - missed.length, missed, wrong, beyond }
  })
}

// True when the finding is about what was planted: one of its people, its household, or for deliveries its township.
function isAbout(row: FoundRow, planted: Planted): boolean {
  if (planted.idNumbers.length === 0)
    return (
      planted.township === null ||
      planted.township === row.township ||
      (row.township === '' && row.explanation.includes(planted.township))
    )
  const ids = [row.id_number, ...row.member_ids.split('|')]
  if (ids.some((id) => id !== '' && planted.idNumbers.includes(id))) return true
  if (planted.householdNumber !== null && planted.householdNumber === row.household_no) return true
  // A row with a damaged id has only its name; data rules are about such rows.
  const nameless = row.id_number === '' || row.rule.startsWith('D')
  const samePlace = row.township === '' || row.township === planted.township
  return nameless && samePlace && planted.names.includes(row.name)
}
