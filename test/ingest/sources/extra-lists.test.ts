import { expect, test } from 'vitest'
import type { PersonRecord } from '../../../src/ingest/source.js'
import { ingestBytes, inventedId, noSettings } from '../sheets.js'

const id = inventedId(45)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

test.each([
  '刑满释放日期',
  '刑满释放时间',
  '释放日期',
  '解戒日期',
  '刑满日期',
])('a term ends with its %s', async (heading) => {
  const { records } = await ingestBytes(
    { '名单.csv': Buffer.from(`姓名,身份证号,${heading}\n王石,${id},2026-05-20\n`) },
    { ...noSettings, lists: [{ name: '名单*', kind: 'prisoners' }] },
  )
  expect(field(records[0], 'untilMonth')).toBe('2026-05')
})
