import type { Merge, Workbook } from '../../../src/ingest/formats/workbook.js'

type Texts = readonly (readonly string[])[]

/** A workbook of text cells; sheets by name, the same cells merged in each. */
export function bookOfTexts(sheets: Readonly<Record<string, Texts>>, merges: readonly Merge[] = []): Workbook {
  const all = Object.entries(sheets).map(([name, rows]) => ({
    name,
    hidden: false,
    async *rows() {
      yield rows.map((texts, at) => ({
        number: at + 1,
        texts,
        kinds: texts.map((text) => (text === '' ? ('empty' as const) : ('text' as const))),
        hidden: at % 2 === 1,
      }))
    },
    merges: async () => merges,
    hiddenColumns: () => [],
  }))
  return { format: 'xlsx', encoding: null, sheets: all, close: async () => {} }
}
