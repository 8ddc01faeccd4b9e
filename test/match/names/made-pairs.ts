import { givenNames, pairsOf, surnames, transcribedNames } from './character-pairs.js'

/** A name pair made of one kind of variation, and whether one may be the other's slip or other writing. */
export interface MadePair {
  readonly kind: string
  readonly left: string
  readonly right: string
  readonly same: boolean
}

const leastOfKind = 150
const notes = ['（已故）', '(户主)', '【注销】', '（曾用名：李四）', '[新增]', '（女）']
const lost = ['?', '？', '□', '■', '\uFFFD', '\uE123', '○']
const dots = ['·', '•', '‧', '・', '．', '●']

/** All made pairs: STRONG cases all of them, at least 150 of each kind. */
export function madePairs(): readonly MadePair[] {
  const name = (i: number) => `${surname(i)}${givenNames[i % givenNames.length]}`
  const [first, second] = [(i: number) => [...name(i)][1], (i: number) => [...name(i)][2]]
  return [
    ...substituted('traditional', true),
    ...substituted('variant', true),
    ...substituted('sound', true),
    ...substituted('look', true),
    ...substituted('apart', false),
    ...made('missing character', true, (i) => [name(i), `${surname(i)}${i % 2 === 0 ? first(i) : second(i)}`]),
    ...made('placeholder', true, (i) => {
      const sign = lost[i % lost.length]
      return [name(i), i % 2 === 0 ? `${surname(i)}${sign}${second(i)}` : `${surname(i)}${first(i)}${sign}`]
    }),
    ...made('blanks', true, (i) => [name(i), [...name(i)].join(i % 3 === 0 ? ' ' : i % 3 === 1 ? '　' : '\t')]),
    ...made('note', true, (i) => [name(i), `${name(i)}${notes[i % notes.length]}`]),
    ...made('masked', true, (i) => [name(i), i % 2 === 0 ? `${surname(i)}**` : `${surname(i)}*${second(i)}`]),
    ...made('middle dot', true, (i) => {
      const parts = transcribed(i)
      return [parts.join(''), parts.join(dots[Math.floor(i / transcribedNames.split(',').length) % dots.length])]
    }),
    ...made('another transcribed name', false, (i) => [transcribed(i).join('·'), transcribed(i + 7).join('·')]),
    ...made('another surname', false, (i) => [
      name(i),
      `${surname(i + 1 + (i % 11))}${givenNames[i % givenNames.length]}`,
    ]),
    ...made('same surname only', false, (i) => [
      name(i),
      `${surname(i)}${givenNames[(i + 1 + (i % 5)) % givenNames.length]}`,
    ]),
    ...made('placeholder, another surname', false, (i) => [name(i), `${surname(i + 3)}?${second(i)}`]),
  ]
}

function surname(i: number): string {
  return surnames[(i * 7) % surnames.length] as string
}

function transcribed(i: number): readonly string[] {
  const all = transcribedNames.split(',')
  return (all[i % all.length] as string).split(' ')
}

// Each pair of characters in the last place, then in the middle one, with another surname each time, until there are enough.
function substituted(kind: Parameters<typeof pairsOf>[0], same: boolean): readonly MadePair[] {
  const pairs = pairsOf(kind)
  const count = Math.max(leastOfKind, pairs.length)
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = pairs[i % pairs.length] as readonly [string, string]
    const round = Math.floor(i / pairs.length)
    const around = (character: string) =>
      round % 2 === 0 ? `${surname(i)}建${character}` : `${surname(i + round)}${character}芳`
    return { kind, left: around(a), right: around(b), same }
  })
}

function made(kind: string, same: boolean, pair: (i: number) => readonly [string, string]): readonly MadePair[] {
  return Array.from({ length: leastOfKind }, (_, i) => {
    const [left, right] = pair(i)
    return { kind, left, right, same }
  })
}
