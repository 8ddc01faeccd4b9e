import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../../src/ingest/formats/workbook.js'
import { parseStrings, readSharedStrings, scanStrings } from '../../../../src/ingest/formats/xlsx/strings.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A shared string table with `items`, in pieces of `size` bytes. */
function tableOf(items: string, size = 50) {
  const bytes = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><sst xmlns="${main}">${items}</sst>`)
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
}

describe.each([
  ['scanner', scanStrings],
  ['parser', parseStrings],
] as const)('the %s', (_, read) => {
  const limits = { ...defaultLimits, maxStrings: 3 }
  const three = '<si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r></si><si/>'

  it('reads a table of as many strings as it may', async () => {
    const strings = await read(tableOf(three)(), limits)
    expect(Array.from({ length: strings.length }, (_, at) => strings.at(at))).toEqual(['甲', '乙丙', ''])
  })

  it.each(['<si><t>丁</t></si>', '<si/>'])('refuses a table with one more: %s', async (more) => {
    await expect(read(tableOf(three + more)(), limits)).rejects.toMatchObject({
      code: 'file-too-large',
      facts: { what: '文字过多', limit: '3 条' },
    })
  })
})

it('a text of more than 32 MB is refused before it is put together', async () => {
  const long = tableOf(`<si><t>${'1'.repeat(34 * 2 ** 20)}</t></si>`, 2 ** 20)
  await expect(readSharedStrings(long, defaultLimits)).rejects.toMatchObject({ code: 'file-too-large' })
})
