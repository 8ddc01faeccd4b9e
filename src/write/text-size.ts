/** Width of `text` in Chinese characters: wide characters count one, narrow ones half. */
export function textWidth(text: string): number {
  let halves = 0
  for (const character of text) halves += isWide(character.codePointAt(0) as number) ? 2 : 1
  return halves / 2
}

// CJK, kana, full-width forms, and the Chinese punctuation and signs that fonts like 宋体 set as wide: · — … “ ” № Ⅰ →.
function isWide(point: number): boolean {
  return (
    point >= 0x2e80 ||
    (point >= 0x2010 && point <= 0x203f) ||
    (point >= 0x2100 && point <= 0x27bf) ||
    point === 0xb7 ||
    point === 0xd7
  )
}

/**
 * Lines that `text` takes in a column of `width` Chinese characters; at least 1. Line breaks in the text count, and a run of letters and digits
 * (a file's name) moves to the next line as a whole when it does not fit.
 */
export function lineCount(text: string, width: number): number {
  // A wide character never straddles a line's end, and office programs keep a small margin inside the cell.
  const usable = Math.max(1, width - 0.6)
  let lines = 0
  for (const paragraph of text.split('\n')) lines += linesOf(paragraph, usable)
  return lines
}

function linesOf(paragraph: string, usable: number): number {
  let lines = 1
  let filled = 0
  for (const [word] of paragraph.matchAll(/[!-~]+|./gsu)) {
    const size = textWidth(word)
    if (filled + size <= usable) filled += size
    else {
      // A word longer than a line begins a new one and is cut.
      const full = Math.max(0, Math.ceil(size / usable) - 1)
      lines += (filled > 0 ? 1 : 0) + full
      filled = size - full * usable
    }
  }
  return lines
}
