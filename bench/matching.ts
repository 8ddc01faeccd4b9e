/**
 * Speed, memory and accuracy of the matching stage on generated counties: `npx tsx bench/matching.ts [speed|accuracy] [seed] [size or profile …]`.
 * Each speed run is its own process (`speed LARGE SMALL`), so that one does not pay for the other's garbage.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Matched, matchPersons } from '../src/match/match-persons.js'
import { settledId } from '../src/match/unit.js'
import { buildCounty, type County, type DamageProfile } from './matching-county.js'
import { printMissed } from './matching-missed.js'

const mixed: DamageProfile = {
  'one-digit': 0.4,
  swapped: 0.15,
  'missing-digit': 0.08,
  'extra-digit': 0.04,
  'two-digits': 0.05,
  rounded: 0.13,
  masked: 0.1,
  blank: 0.05,
}
const profiles: Readonly<Record<string, DamageProfile>> = {
  mixed,
  typing: { 'one-digit': 0.6, swapped: 0.2, 'missing-digit': 0.1, 'extra-digit': 0.1 },
  export: { rounded: 0.7, scientific: 0.1, masked: 0.2 },
  missing: { blank: 0.6, 'two-digits': 0.4 },
  clumsy: {
    shifted: 0.2,
    'month-day': 0.1,
    year: 0.1,
    area: 0.1,
    'struck-twice': 0.15,
    'tail-masked': 0.15,
    'mostly-masked': 0.1,
    'blank-and-name': 0.1,
  },
  fresh: {
    'far-swap': 0.2,
    century: 0.1,
    relative: 0.1,
    'no-area': 0.1,
    letter: 0.2,
    fifteen: 0.1,
    'digit-and-name': 0.2,
  },
}

function match({ records }: County): Matched {
  return matchPersons({ records, duplicates: [], past: [], judgements: [], month: '2026-11' })
}

interface Pairs {
  found: number
  right: number
}

// Pairs of rows that stand in one person, against pairs that are one: of all rows, of those whose numbers check (somebody else's do), and of those whose
// numbers are their own.
function accuracy(county: County, matched: Matched, truePairs: number): void {
  const at = new Map(county.records.map((record, i) => [record, i]))
  const all: Pairs = { found: 0, right: 0 }
  const checking: Pairs = { found: 0, right: 0 }
  const own: Pairs = { found: 0, right: 0 }
  const enter = (pairs: Pairs, right: boolean) => {
    pairs.found++
    if (right) pairs.right++
  }
  for (const { links } of matched.persons)
    for (const [i, a] of links.entries())
      for (const b of links.slice(i + 1)) {
        const [left, right] = [at.get(a.record) as number, at.get(b.record) as number]
        const isRight = county.truth[left] === county.truth[right]
        enter(all, isRight)
        if (settledId(a.record) !== null && settledId(b.record) !== null) enter(checking, isRight)
        if (county.damage[left] === null && county.damage[right] === null) enter(own, isRight)
      }
  const wrong = ({ found, right }: Pairs) => `${found - right} wrong`
  const share = (n: number, of: number) => (of === 0 ? '–' : (n / of).toFixed(5))
  console.log(
    `  linked P ${share(all.right, all.found)} (${wrong(all)}) R ${share(all.right, truePairs)}; intact ids: ${wrong(own)}, ids that check: ${wrong(checking)}`,
  )
}

function exactJoin(county: County): { found: number; right: number; truePairs: number } {
  const ids = new Map<string, number>()
  const people = new Set<number>()
  let [found, right, truePairs] = [0, 0, 0]
  for (const [i, record] of county.records.entries()) {
    const id = settledId(record)
    const person = county.truth[i] as number
    if (people.has(person)) truePairs++
    people.add(person)
    if (id === null) continue
    const other = ids.get(id)
    if (other === undefined) ids.set(id, person)
    else {
      found++
      if (other === person) right++
    }
  }
  return { found, right, truePairs }
}

const sizes: Readonly<Record<string, readonly [number, number]>> = {
  '20k': [20_000, 6_000],
  '60k': [46_000, 14_000],
  '300k': [230_000, 70_000],
}

// `only` names sizes and profiles; all profiles and the smallest and the largest size by default.
function measureAccuracy(seed: number, only: readonly string[]): void {
  const chosen = (names: readonly string[], usual: readonly string[]) => {
    const wanted = names.filter((name) => only.includes(name))
    return wanted.length === 0 ? usual : wanted
  }
  for (const size of chosen(Object.keys(sizes), ['20k', '300k']))
    for (const name of chosen(Object.keys(profiles), Object.keys(profiles))) {
      const [large, small] = sizes[size] as readonly [number, number]
      const profile = profiles[name] as DamageProfile
      const county = buildCounty({ seed, large, small, damaged: 0.02, profile, nameNoise: 0.015 })
      const exact = exactJoin(county)
      console.log(`${size} ${name}: exact join R ${(exact.right / exact.truePairs).toFixed(5)}`)
      const start = performance.now()
      const matched = match(county)
      accuracy(county, matched, exact.truePairs)
      console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s, ${matched.questions.length} questions`)
      printMissed(county, matched)
    }
}

// The built tool (`npm run build` first): what runs the sources here names every function while it runs, which takes a sixth of the time.
async function measureSpeed(largeRows: number, smallRows: number): Promise<void> {
  const built = new URL('../dist/match/match-persons.js', import.meta.url).href
  const { matchPersons } = (await import(built)) as typeof import('../src/match/match-persons.js')
  const county = buildCounty({
    seed: 1,
    large: largeRows,
    small: smallRows,
    damaged: 0.04,
    profile: mixed,
    nameNoise: 0.015,
  })
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const cpu = process.cpuUsage()
  const marks: string[] = []
  let last = 0
  const matched = matchPersons({
    records: county.records,
    duplicates: [],
    past: [],
    judgements: [],
    month: '2026-11',
    onStage: (stage: string) => {
      const { user, system } = process.cpuUsage(cpu)
      const now = (user + system) / 1e6
      marks.push(`${stage} ${(now - last).toFixed(2)}`)
      last = now
    },
  })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    `${largeRows} × ${smallRows}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time), peak ${Math.round(peak)} MB (${Math.round(before / 1e6)} MB of it the records themselves)`,
  )
  console.log(`  processor seconds by stage: ${marks.join(', ')}`)
  for (const { rule, pairs, split } of matched.blocking)
    console.log(`  block ${rule}: ${pairs} pairs${split ? `, ${split} split` : ''}`)
  accuracy(county, matched, exactJoin(county).truePairs)
}

const [, , what = 'all', ...rest] = process.argv
if (what === 'speed' && rest.length === 2) await measureSpeed(Number(rest[0]), Number(rest[1]))
else {
  if (what !== 'accuracy')
    for (const [a, b] of [
      [500_000, 150_000],
      [1_000_000, 300_000],
    ])
      execFileSync(
        process.execPath,
        ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), 'speed', String(a), String(b)],
        { stdio: 'inherit' },
      )
  if (what !== 'speed') measureAccuracy(Number(rest[0] ?? 20261123), rest.slice(1))
}
