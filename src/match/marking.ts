/** A stretch of a text that agrees with the other text or does not. */
export interface Marked {
  readonly text: string
  readonly differs: boolean
}

/** Sets two ids or names side by side and marks what differs, for `explain`. */
export function markDifferences(left: string, right: string): readonly [readonly Marked[], readonly Marked[]] {
  const [a, b] = [[...left], [...right]]
  const [keptA, keptB] = agreement(a, b)
  return [stretches(a, keptA), stretches(b, keptB)]
}

/**
 * Which characters of each side stand unchanged on the other, for everything that shows two texts next to each other. A wrong character or two are
 * compared in place; lost, added and swapped ones by the shortest edit, so that a missing digit marks one place and not all after it.
 */
export function agreement(
  left: readonly string[],
  right: readonly string[],
): readonly [readonly boolean[], readonly boolean[]] {
  if (left.length === right.length) {
    const same = left.map((character, index) => character === right[index])
    if (same.filter((equal) => !equal).length <= 2) return [same, same]
  }
  return edited(left, right)
}

// Edit distance by table, then the way back through it. Texts are ids and names, so the table is small.
function edited(left: readonly string[], right: readonly string[]): readonly [boolean[], boolean[]] {
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

function stretches(characters: readonly string[], kept: readonly boolean[]): readonly Marked[] {
  const marked: { text: string; differs: boolean }[] = []
  for (const [i, character] of characters.entries()) {
    const last = marked.at(-1)
    if (last && last.differs === !kept[i]) last.text += character
    else marked.push({ text: character, differs: !kept[i] })
  }
  return marked
}
