import type { HeaderColumn } from './header.js'
import type { Source } from './source.js'

/** Everything around the rows that says what a sheet is: titles above the heading, the sheet's name, the file's name. */
export interface Surroundings {
  readonly file: string
  readonly sheet: string
  readonly titles: readonly string[]
}

/** How the words around a sheet speak for a source. */
export interface Told {
  /** From names and titles; the nearer to the rows the heavier. Negative: they speak of something else. */
  readonly names: number
  /** Headings hold one of the source's words. */
  readonly headings: boolean
}

// Every 低保 export of the national system has these headings; they speak for no roster.
const sharedHeading = /低保[(（]特困[)）]证号|是否(属|为)?(脱贫|建档立卡)/

/**
 * Weighs `source.told` against titles (3), sheet name (3), file name (2). A file called 城乡低保 with a sheet 农村 is rural; a title of 城市 in a file
 * named 农村 is urban.
 */
export function told(source: Source, around: Surroundings, columns: readonly HeaderColumn[]): Told {
  if (source.told === null) return { names: 0, headings: true }
  const { by, never } = source.told
  let names = 0
  for (const [text, weight] of [
    [around.titles.join('\n'), 3],
    [around.sheet, 3],
    [around.file, 2],
  ] as const) {
    if (by.test(text)) names += weight
    if (never?.test(text)) names -= weight
  }
  return { names, headings: columns.some(({ text }) => by.test(text) && !sharedHeading.test(text)) }
}

/** Texts in which `source.defaults` are looked for, nearest first. */
export function surroundingTexts(around: Surroundings): readonly string[] {
  return [...around.titles, around.sheet, around.file]
}
