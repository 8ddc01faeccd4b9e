import { expect, test } from 'vitest'
import { asUnreadable, UnreadableFile } from '../../../src/ingest/formats/unreadable-file.js'

test('a decoder that failed means a corrupt file; a text beyond all bounds means one too large; our own words pass', () => {
  expect(asUnreadable(new Error('unexpected end'), 'Sheet1')).toMatchObject({ code: 'file-corrupt' })
  const burst = asUnreadable(new RangeError('Invalid string length'), 'Sheet1')
  expect(burst.code).toBe('file-too-large')
  expect(burst.message).toContain('Sheet1')
  const own = new UnreadableFile('file-empty')
  expect(asUnreadable(own, 'Sheet1')).toBe(own)
})
