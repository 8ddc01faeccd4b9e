/** Fewest people, and least share of those whom both months list, that cannot all have changed by themselves. */
const [leastPeople, leastShare] = [10, 0.3]

/** The same among those who last month had something else than nearly everybody (注销 among 正常). */
const leastShareOfRare = 0.5

/** An amount that more than doubled, or fell below half, is no new standard. */
const mostTimes = 2

/** What the people of both months have in one column of one sheet, now and last month. */
export interface ColumnTally {
  /** One person; '' for a blank cell. */
  add(before: string, now: string, row: number): void
  isSpoilt(): boolean
  counts(): {
    readonly people: number
    readonly changed: number
    /** First row with a change. */
    readonly first: number
    readonly filledBefore: number
    readonly isEmptied: boolean
  }
}

/** Most different amounts of a list that pays by rates, and least share of the people that make a new rate and no single change. */
const [mostRates, leastShareOfRate] = [10, 0.05]

/** Starts the tally of a column; of an amount only what is beyond any new standard counts as changed, unless there are a few rates, which got mixed. */
export function columnTally(isAmount: boolean): ColumnTally {
  let people = 0
  let filledNow = 0
  let first = 0
  let beyond = 0
  const before = new Map<string, number>()
  // Numbers of people by what they had and have.
  const changes = new Map<string, Map<string, number>>()
  const changed = (from = changes) =>
    [...from.values()].reduce((sum, to) => sum + [...to.values()].reduce((all, count) => all + count, 0), 0)
  const filledBefore = () => people - (before.get('') ?? 0)
  const isEmptied = () => filledNow === 0 && filledBefore() >= leastPeople
  return {
    add(from, to, row) {
      people++
      if (to !== '') filledNow++
      before.set(from, (before.get(from) ?? 0) + 1)
      if (from === to) return
      if (isAmount && !isNear(from, to)) beyond++
      if (first === 0 || row < first) first = row
      const known = changes.get(from)
      if (known) known.set(to, (known.get(to) ?? 0) + 1)
      else changes.set(from, new Map([[to, 1]]))
    },
    isSpoilt() {
      // What nobody had last month is a column that is sent for the first time.
      if (filledBefore() === 0) return false
      if (isEmptied()) return true
      if (beyond >= leastPeople && beyond >= leastShare * people) return true
      if (!areMany(before, changes, people, changed)) return false
      return isAmount ? areMixed(before, changes, people) : isDisorder(before, changes)
    },
    counts: () => ({ people, changed: changed(), first, filledBefore: filledBefore(), isEmptied: isEmptied() }),
  }
}

type Changes = ReadonlyMap<string, ReadonlyMap<string, number>>

function areMany(
  before: ReadonlyMap<string, number>,
  changes: Map<string, Map<string, number>>,
  people: number,
  changed: (from?: Map<string, Map<string, number>>) => number,
): boolean {
  const all = changed()
  if (all >= leastPeople && all >= leastShare * people) return true
  const [usual, most] = [...before].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
  const ofRare = all - changed(new Map([[usual, changes.get(usual) ?? new Map()]]))
  return ofRare >= leastPeople && ofRare >= leastShareOfRare * (people - most)
}

// Words or numbers that were all exchanged for new ones, each for its own, are a new list of words, new cards or new numbers, not a disorder.
function isDisorder(before: ReadonlyMap<string, number>, changes: Changes): boolean {
  const now = new Set<string>()
  let pairs = 0
  let [known, all] = [0, 0]
  for (const to of changes.values())
    for (const [value, count] of to) {
      pairs++
      now.add(value)
      all += count
      if (before.has(value)) known += count
    }
  return known * 2 > all || pairs > 1.5 * now.size || pairs > 1.5 * changes.size
}

// Two rates that are one now, or one that became two: new rates go each their own way.
function areMixed(before: ReadonlyMap<string, number>, changes: Changes, people: number): boolean {
  if (before.size > mostRates) return false
  const now = new Set<string>()
  let pairs = 0
  for (const [rate, count] of before) {
    const to = changes.get(rate) ?? new Map<string, number>()
    const left = [...to.values()].reduce((rest, moved) => rest - moved, count)
    for (const [value, moved] of [...to, [rate, left] as const])
      if (moved >= leastShareOfRate * people) {
        pairs++
        now.add(value)
      }
  }
  return pairs > 1.5 * now.size
}

function isNear(from: string, to: string): boolean {
  if (from === '' || to === '') return false
  const [less, more] = [Number(from), Number(to)].sort((a, b) => a - b) as [number, number]
  return more <= less * mostTimes
}

/** What a value is compared by; '' where there is none. */
export function valueKey(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return (value as { pattern?: string }).pattern ?? JSON.stringify(value)
}
