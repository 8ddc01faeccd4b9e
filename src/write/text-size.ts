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

/** Lines that `text` takes in a column of `width` Chinese characters; at least 1. Line breaks in the text count. */
export function lineCount(text: string, width: number): number {
  // A wide character never straddles a line's end, and office programs keep a small margin inside the cell.
  const usable = Math.max(1, width - 0.6)
  let lines = 0
  for (const paragraph of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(paragraph) / usable))
  return lines
}
