import { askingStates } from '../../domain/case-state.js'
import { groupBy } from '../../domain/group.js'
import type { IssueCode } from '../../domain/issue.js'
import type { LedgerCase } from '../ledger.js'
import type { CaseAnswer, Clues } from './case-row.js'

/** The case that a row answers, and whether only the row's content told it; or why none can be told. */
type Found = { readonly found: LedgerCase; readonly byContent: boolean } | { readonly problem: IssueCode }

/**
 * Finds the case of a row: by the hidden key, else by the case number, else by name, village, rule and what is shown of the id, when only one case
 * fits. A row as it was printed that names somebody else comes from another ledger, whose numbers begin alike. `merged` gives the case into which
 * another went.
 */
export function caseFinder(
  ledger: readonly LedgerCase[],
  merged: ReadonlyMap<string, string>,
): (answer: Pick<CaseAnswer, 'keyed' | 'number' | 'isChanged' | 'clues'>) => Found {
  const numbered = casesByNumber(ledger, merged)
  const byName = groupBy(ledger, ({ named }) => named.name ?? '')
  return ({ keyed, number, isChanged, clues }) => {
    if (keyed !== null && number !== null && keyed !== number) return { problem: 'answer-rows-mixed' }
    const named = keyed ?? number
    if (named === null) return byContent(byName.get(clues.name) ?? [], clues)
    const found = numbered(named)
    if (found === undefined) return { problem: 'answer-case-unknown' }
    if (!isChanged && found.number === named && isElse(found, clues)) return { problem: 'answer-other-ledger' }
    return { found, byContent: false }
  }
}

/** Gives the case that has a number now: its own, or the one into which it went, by `merged`; undefined when there is none. */
export function casesByNumber(
  ledger: readonly LedgerCase[],
  merged: ReadonlyMap<string, string>,
): (number: string) => LedgerCase | undefined {
  const byNumber = new Map(ledger.map((one) => [one.number, one]))
  return (number) => {
    let now = number
    for (let into = merged.get(now); into !== undefined; into = merged.get(now)) now = into
    return byNumber.get(now)
  }
}

// Of several the one that waits for an answer.
function byContent(namesakes: readonly LedgerCase[], clues: Clues): Found {
  const fitting = namesakes.filter((one) => clues.name !== '' && fits(one, clues))
  const open = fitting.filter(({ life }) => askingStates.includes(life.state) || life.state === '办理中')
  const [found, ...others] = open.length > 0 ? open : fitting
  return found === undefined || others.length > 0 ? { problem: 'answer-without-question' } : { found, byContent: true }
}

function fits({ finding, named }: LedgerCase, { village, idNumber, rule }: Clues): boolean {
  if (rule !== '' && rule !== finding.rule) return false
  if (village !== '' && finding.village !== null && village !== finding.village) return false
  if (idNumber !== '' && !agrees(idNumber, named.idNumber ?? '')) return false
  return rule !== '' || idNumber !== ''
}

// One person's name or number may be corrected, not both at once; a household may get another head, not another village with it.
function isElse({ finding, named }: LedgerCase, { name, village, idNumber }: Clues): boolean {
  if (name === '' || idNumber === '' || named.name === null) return false
  if (name === named.name.replace(/\s+/g, '') || agrees(idNumber, named.idNumber ?? '')) return false
  return finding.unit === 'person' || (village !== '' && finding.village !== null && village !== finding.village)
}

// Masked characters agree with any.
function agrees(shown: string, whole: string): boolean {
  if (whole === '') return /^[*?]*$/.test(shown)
  return (
    shown.length === whole.length &&
    [...shown].every((character, at) => /[*?]/.test(character) || character === whole[at])
  )
}
