/**
 * The headings that a pattern spells, in its order: `[停保|停发][月份|时间]` is 停保月份, 停保时间, 停发月份, 停发时间. An empty alternative leaves its part out:
 * `[最初|]享受月` is 最初享受月, 享受月. Brackets are not nested; round ones stand for themselves (`家庭人口(数)`).
 */
export function spellings(...patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    let spelled = ['']
    for (const part of pattern.split(/(\[[^\]]*\])/)) {
      const choices = part.startsWith('[') ? part.slice(1, -1).split('|') : [part]
      spelled = spelled.flatMap((beginning) => choices.map((choice) => beginning + choice))
    }
    return spelled
  })
}
