import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IdNumber } from '../../src/domain/id-number.js'
import { recordPacker, recordReader } from '../../src/track/record-codec.js'
import { inventedId, memberRecord } from './samples.js'

const word = fc.oneof(fc.constant(null), fc.string({ unit: 'binary' }), fc.constantFrom('', '=', '\n', '"', ',', '[1]'))
const value = inventedId(7)
const id = fc.constantFrom<IdNumber | null>(
  null,
  { state: 'intact', value, pattern: value },
  { state: 'repaired', value, pattern: value, repairs: ['全角', '小写x'] },
  { state: 'damaged', value: null, pattern: '340199194701010??', damage: '长度' },
)
const record = fc
  .record({
    source: fc.constantFrom('rural-allowance-members', 'deaths'),
    origin: fc.record({ file: fc.string(), sheet: fc.string(), row: fc.nat(), column: word }),
    programmes: fc.subarray(['rural-allowance', 'death', 'orphan']),
    place: fc.record({ township: word, village: word }),
    idNumber: id,
    headIdNumber: id,
    formerIdNumber: id,
    guardianIdNumber: id,
    name: word,
    phone: word,
    insured: fc.constantFrom(true, false, null),
    amountFen: fc.oneof(fc.integer(), fc.constant(null)),
    certificate: fc.constantFrom(null, { idNumber: value, category: 1, level: 2, reissue: null }),
  })
  .chain((more) =>
    fc.subarray(Object.keys(more)).map((keys) => Object.fromEntries(keys.map((key) => [key, more[key as 'name']]))),
  )

test('every record comes back exactly as it was given, whatever fields it has', () => {
  fc.assert(
    fc.property(fc.array(record), (all) => {
      const packer = recordPacker()
      const records = all.map((more, index) => memberRecord(index, more))
      const packed = records.map((one, index) => packer.pack({ personKey: `K${index}`, record: one }))
      const back = packed.map(({ group, row }) => {
        const read = recordReader('2026-11', packer.groups[group] as (typeof packer.groups)[number])
        return read(row, JSON.parse(row.content))
      })
      expect(back).toEqual(records.map((one, index) => ({ ...one, month: '2026-11', personKey: `K${index}` })))
    }),
  )
})

test('records of one sheet and place share a group', () => {
  const packer = recordPacker()
  for (let index = 0; index < 10; index++) packer.pack({ personKey: 'K', record: memberRecord(index) })
  expect(packer.groups.map(({ village }) => village)).toEqual(['柳树村', null])
})
