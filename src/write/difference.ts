import type { Mask } from '../domain/mask.js'
import type { Segment } from './sheet.js'

/**
 * Two texts next to each other with the characters that differ marked. Under a mask, what the setting hides is printed as `*` unless it
 * differs: the difference is the point, and what is equal on both sides need not be read. Where more than a slip of the pen differs (an id
 * against one that lost its last digits), showing the difference would show the id, so it stays hidden.
 */
export function difference(left: string, right: string, mask: Mask | 'no id' = 'no id'): [Segment[], Segment[]] {
  const [one, two] = [[...left], [...right]]
  const [leftSame, rightSame] = alignment(one, two)
  return [segments(one, leftSame, mask), segments(two, rightSame, mask)]
}

// Which characters of each side stand unchanged on the other.
function alignment(left: readonly string[], right: readonly string[]): [boolean[], boolean[]] {
  // Nearly all pairs are a wrong digit or two in place; the table is for lost, added and swapped ones.
  if (left.length === right.length) {
    const same = left.map((character, index) => character === right[index])
    if (same.filter((equal) => !equal).length <= 2) return [same, same]
  }
  return edited(left, right)
}

// Edit distance by table, then the way back through it. Texts are ids and names, so the table is small.
function edited(left: readonly string[], right: readonly string[]): [boolean[], boolean[]] {
  const width = right.length + 1
  const cost = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number) => cost[i * width + j] as number
  for (let i = 0; i <= left.length; i++)
    for (let j = 0; j <= right.length; j++)
      cost[i * width + j] =
        i === 0 || j === 0
          ? i + j
          : Math.min(at(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1)
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
  const hidden = characters.filter((character, index) => {
    return character !== '?' && !same[index] && !isShown(index, characters.length, mask)
  })
  const reveals = hidden.length <= mostRevealed
  characters.forEach((character, index) => {
    const marked = !same[index]
    const isOpen = character === '?' || (marked && reveals) || isShown(index, characters.length, mask)
    const shown = isOpen ? character : '*'
    const last = result.at(-1)
    if (last?.marked === marked) last.text += shown
    else result.push({ text: shown, marked })
  })
  return result
}

// One or two wrong digits, or two swapped and one lost.
const mostRevealed = 3

// As in domain/mask: partial keeps the first 6 and last 4, full the last 4.
function isShown(index: number, length: number, mask: Mask | 'no id'): boolean {
  if (mask === 'no id' || mask === 'none') return true
  return index >= length - 4 || (mask === 'partial' && index < 6)
}
