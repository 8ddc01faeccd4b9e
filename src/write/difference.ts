import type { Mask } from '../domain/mask.js'
import { agreement } from '../match/marking.js'
import type { Segment } from './sheet.js'

/**
 * Two texts next to each other with the characters that differ marked. Under a mask, what the setting hides is printed as `*` unless it
 * differs: the difference is the point, and what is equal on both sides need not be read. Where more than a slip of the pen differs (an id
 * against one that lost its last digits), showing the difference would show the id, so it stays hidden.
 */
export function difference(left: string, right: string, mask: Mask | 'no id' = 'no id'): [Segment[], Segment[]] {
  const [one, two] = [[...left], [...right]]
  const [leftSame, rightSame] = agreement(one, two)
  return [segments(one, leftSame, mask), segments(two, rightSame, mask)]
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
