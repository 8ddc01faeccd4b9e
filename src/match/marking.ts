/** A stretch of a text that agrees with the other text or does not. */
export interface Marked {
  readonly text: string
  readonly differs: boolean
}

/**
 * Sets two ids or names side by side and marks what differs, for the identity list and `explain`. Texts of one length are compared place by place
 * (`?` and `*` are unknown and differ); others by their longest common subsequence, so that a missing digit marks one place and not all after it.
 */
export function markDifferences(left: string, right: string): readonly [readonly Marked[], readonly Marked[]] {
  const [a, b] = [[...left], [...right]]
  const [keptA, keptB] = a.length === b.length ? samePlaces(a, b) : commonSubsequence(a, b)
  return [stretches(a, keptA), stretches(b, keptB)]
}

function samePlaces(a: readonly string[], b: readonly string[]): readonly [boolean[], boolean[]] {
  const kept = a.map((character, i) => character === b[i] && character !== '?' && character !== '*')
  return [kept, kept]
}

function commonSubsequence(a: readonly string[], b: readonly string[]): readonly [boolean[], boolean[]] {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => longest[i]?.[j] as number
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (longest[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const keptA = a.map(() => false)
  const keptB = b.map(() => false)
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      keptA[i++] = true
      keptB[j++] = true
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return [keptA, keptB]
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
