import { describe, expect, it } from 'vitest'
import { misalignedSheets } from '../../src/match/misaligned-sheets.js'
import type { PastRecord } from '../../src/match/person.js'
import { id, match, past, record } from './people.js'

const names = [...'赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕'].map(
  (surname, at) => `${surname}${'文德秀玉'[at % 4]}${'兰平生'[at % 3]}`,
)
const ids = names.map((_, at) => id(`19${50 + at}0101`))
const shifted = names.map((_, at) => names[(at + 1) % names.length] as string)

const roster = (whose: readonly string[], source: string, count = names.length) =>
  whose.slice(0, count).map((name, at) => record({ id: ids[at] as string, name, source, row: at + 5 }))
const sheetsOf = (records: Parameters<typeof match>[0], before: readonly PastRecord[] = []) =>
  misalignedSheets(match(records, { past: before }).persons).map(({ origin, facts }) => [origin.file, facts])

const poor = roster(names, 'registered-poor')
const lastMonth = names.map((name, at) => past({ id: ids[at] as string, name }, ids[at] as string))

describe('a sheet whose names and numbers got out of step', () => {
  it('is told of where two other rosters have the numbers under other names, and they are not', () => {
    const others = [...poor, ...roster(names, 'destitute-persons')]
    expect(sheetsOf([...others, ...roster(shifted, 'rural-allowance-members')])).toEqual([
      ['rural-allowance-members.xlsx', { rows: 20, count: 20, first: 5 }],
    ])
  })

  it('is told of where last month had the numbers under other names', () => {
    expect(sheetsOf(roster(shifted, 'rural-allowance-members'), lastMonth)).toEqual([
      ['rural-allowance-members.xlsx', { rows: 20, count: 20, first: 5 }],
    ])
  })

  it('is asked about as rows where only 9 of its numbers stand elsewhere, and as a sheet from 10 on', () => {
    const withOthers = (count: number) =>
      sheetsOf(
        [...roster(shifted, 'rural-allowance-members'), ...roster(names, 'registered-poor', count)],
        lastMonth.slice(0, count),
      )
    expect(withOthers(9)).toEqual([])
    expect(withOthers(10).map(([file]) => file)).toEqual(['rural-allowance-members.xlsx'])
  })

  it('is none with names that last month bears out, whatever the others say', () => {
    expect(
      sheetsOf([...roster(names, 'rural-allowance-members'), ...roster(shifted, 'registered-poor')], lastMonth),
    ).toEqual([['registered-poor.xlsx', { rows: 20, count: 20, first: 5 }]])
  })

  it('may be either of two that nothing else speaks of', () => {
    const files = sheetsOf([...poor, ...roster(shifted, 'rural-allowance-members')]).map(([file]) => file)
    expect(files).toEqual(['registered-poor.xlsx', 'rural-allowance-members.xlsx'])
  })

  it('is the one of which most rows are in doubt', () => {
    const more = Array.from({ length: 12 }, (_, at) =>
      record({ id: id(`19${50 + at}0202`), name: `华安${at}`, source: 'registered-poor' }),
    )
    const files = sheetsOf([...poor, ...more, ...roster(shifted, 'rural-allowance-members')]).map(([file]) => file)
    expect(files).toEqual(['rural-allowance-members.xlsx'])
  })

  it('is none with the names that the others have', () => {
    expect(sheetsOf([...poor, ...roster(names, 'rural-allowance-members')], lastMonth)).toEqual([])
  })
})
