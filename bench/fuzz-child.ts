/** Reads the files whose paths it is sent, one after the other, and answers what became of each. Started by bench/fuzz.ts. */
import { openWorkbook } from '../src/ingest/formats/open.js'
import { UnreadableFile } from '../src/ingest/formats/unreadable-file.js'
import { defaultLimits } from '../src/ingest/formats/workbook.js'

/** What became of one file, and the resident memory afterwards. */
export interface FuzzAnswer {
  readonly outcome: 'read' | 'refused' | 'crash' | 'hang'
  readonly detail: string
  readonly megabytes: number
}

const limits = { ...defaultLimits, maxInflatedBytes: 64 * 2 ** 20, maxCells: 5_000_000, maxStrings: 1_000_000 }

process.on('message', async (path: string) => {
  const { outcome, detail } = await read(path)
  process.send?.({ outcome, detail, megabytes: process.memoryUsage().rss / 2 ** 20 } satisfies FuzzAnswer)
})

async function read(path: string): Promise<Pick<FuzzAnswer, 'outcome' | 'detail'>> {
  try {
    const workbook = await openWorkbook(path, { limits })
    try {
      for (const sheet of workbook.sheets) {
        for await (const rows of sheet.rows())
          for (const row of rows) if (row.texts.length !== row.kinds.length) throw new Error('texts and kinds differ')
        await sheet.merges()
      }
    } finally {
      await workbook.close()
    }
    return { outcome: 'read', detail: '' }
  } catch (error) {
    if (error instanceof UnreadableFile) return { outcome: 'refused', detail: error.code }
    return {
      outcome: 'crash',
      detail: error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error),
    }
  }
}
