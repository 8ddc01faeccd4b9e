import type { Mask } from '../domain/mask.js'
import type { Segment } from './sheet.js'

/** Two texts next to each other with the characters that differ marked; `hidden` positions are printed as `*` unless they differ. */
export function difference(left: string, right: string, mask: Mask | 'no id' = 'no id'): [Segment[], Segment[]] {
  const [one, two] = [[...left], [...right]]
  const [leftSame, rightSame] = alignment(one, two)
  return [segments(one, leftSame, mask), segments(two, rightSame, mask)]
}

// Edit distance by table (texts are short): which characters of each side stand unchanged on the other.
function alignment(left: readonly string[], right: readonly string[]): [boolean[], boolean[]] {
  const cost = Array.from({ length: left.length + 1 }, (_, i) =>
    Array.from({ length: right.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => cost[i]?.[j] as number
  for (let i = 1; i <= left.length; i++)
    for (let j = 1; j <= right.length; j++)
      (cost[i] as number[])[j] = Math.min(
        at(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1),
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
      )
  const same: [boolean[], boolean[]] = [left.map(() => false), right.map(() => false)]
  let [i, j] = [left.length, right.length]
  while (i > 0 && j > 0) {
    const equal = left[i - 1] === right[j - 1]
    if (at(i, j) === at(i - 1, j - 1) + (equal ? 0 : 1)) {
      i--
      j--
      same[0][i] = same[1][j] = equal
    } else if (at(i, j) === at(i - 1, j) + 1) i--
    else j--
  }
  return same
}

function segments(characters: readonly string[], same: readonly boolean[], mask: Mask | 'no id'): Segment[] {
  const result: { text: string; marked: boolean }[] = []
  characters.forEach((character, index) => {
    const marked = !same[index]
    const shown = marked || isShown(index, characters.length, mask) ? character : '*'
    const last = result.at(-1)
    if (last?.marked === marked) last.text += shown
    else result.push({ text: shown, marked })
  })
  return result
}

// As in domain/mask: partial keeps the first 6 and last 4, full the last 4.
function isShown(index: number, length: number, mask: Mask | 'no id'): boolean {
  if (mask === 'no id' || mask === 'none') return true
  return index >= length - 4 || (mask === 'partial' && index < 6)
}
