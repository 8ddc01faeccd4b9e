import { describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import type { Household, Person } from '../../src/match/person.js'
import { dataFiles } from '../../src/write/data-files.js'
import type { Report } from '../../src/write/report.js'
import { setAside } from '../../src/write/set-aside.js'
import { countyView } from '../../src/write/view.js'
import { sampleReport } from './sample-report.js'

const sample = sampleReport()
const [first, second, third] = sample.persons as [Person, Person, Person]
const home = first.households[0] as Household
const excused = {
  ...(sample.suppressed[0] as Report['suppressed'][number]),
  rule: 'L02',
  personKey: second.key,
  exceptions: [
    { exception: 'a', title: '县外转入', state: 'does-not-apply' as const, reason: '' },
    { exception: 'b', title: '自愿放弃', state: 'applies' as const, reason: '停保汇总：主动退出' },
    { exception: 'c', title: '财产超标', state: 'applies' as const, reason: '' },
  ],
}
const nothing = { suppressed: [], withheld: [], notJudged: [] }
const rows = (changes: Partial<Report>) => setAside({ ...sample, ...nothing, ...changes })

describe('setAside', () => {
  it('tells whom an exception excused, what had been found and which exceptions applied', () => {
    expect(rows({ suppressed: [excused] })).toMatchObject([
      {
        rule: 'L02',
        fate: 'excused',
        person: second,
        explanation: excused.explanation,
        reason: '自愿放弃：停保汇总：主动退出；财产超标',
        about: { township: excused.township, householdNumber: excused.householdNumber },
      },
    ])
  })

  it('names the members of a withheld household who may be in the other roster', () => {
    const withheld = [{ rule: 'L01', subject: home.key, memberKeys: [first.key] }]
    expect(rows({ withheld })).toMatchObject([
      {
        fate: 'withheld',
        about: { unit: 'household', householdNumber: home.number },
        reason: expect.stringMatching(new RegExp(`；待确认的：${first.name}$`)),
      },
    ])
  })

  it('tells who could not be judged, and leaves out what names nobody', () => {
    const reason = '没有死亡日期'
    const notJudged = [
      { rule: 'C01', scope: 'rule' as const, subject: null, reason },
      { rule: 'C01', scope: 'township' as const, subject: '青禾镇', reason },
      { rule: 'C01', scope: 'person' as const, subject: third.key, reason },
    ]
    expect(rows({ notJudged })).toMatchObject([{ fate: 'not-judged', person: third, reason, explanation: '' }])
  })

  it('keeps the row of a subject whom no roster of the month knows', () => {
    const notJudged = [{ rule: 'C01', scope: 'person' as const, subject: 'gone', reason: 'x' }]
    expect(rows({ notJudged })).toMatchObject([{ person: null, about: { township: null } }])
  })

  it('tells whom only an earlier month has, known to another roster or to none', () => {
    const record = first.links[0]?.record as PersonRecord
    const stranger = { ...record, idNumber: null, name: '钱无名', origin: { ...record.origin, row: 77 } }
    const outdated = [record, stranger].map((row) => ({ record: row, stated: '2026-10' }))
    const found = rows({ outdated })
    expect(found.map(({ rule, fate, person }) => [rule, fate, person])).toEqual([
      ['D15', 'outdated', first],
      ['D15', 'outdated', null],
    ])
    expect(found[1]).toMatchObject({ row: stranger, about: { township: record.place.township } })
    expect(found[1]?.reason).toContain(`只在 2026-10 的旧表里（${record.origin.file}`)
    const file = dataFiles(countyView({ ...sample, ...nothing, outdated })).find(({ name }) => name === 'set-aside.csv')
    const lines = [...(file?.rows() ?? [])].map((row) => row.slice(0, 5))
    expect(lines).toEqual([
      ['D15', 'outdated', 'person', first.idNumber, first.name],
      ['D15', 'outdated', 'person', '', '钱无名'],
    ])
  })

  it('lists the townships in the order of towns.csv, people of no township last', () => {
    const [a, b] = sample.townships as [string, string]
    const of = (township: string | null, at: number) => ({ ...excused, township, subject: `s${at}` })
    const suppressed = [null, b, a].map(of)
    expect(rows({ suppressed }).map(({ about }) => about.township)).toEqual([a, b, null])
  })

  it('goes by the catalogue, then excused, withheld and not judged, in whatever order they were found', () => {
    const notJudged = ['T01', 'L02'].map((rule) => ({ rule, scope: 'person' as const, subject: third.key, reason: '' }))
    const withheld = ['T01', 'L02'].map((rule) => ({ rule, subject: second.key, memberKeys: [] }))
    const order = (changes: Partial<Report>) => rows(changes).map(({ rule, fate }) => `${rule} ${fate}`)
    const expected = ['L02 excused', 'L02 withheld', 'L02 not-judged', 'T01 withheld', 'T01 not-judged']
    expect(order({ suppressed: [excused], withheld, notJudged })).toEqual(expected)
    expect(
      order({ suppressed: [excused], withheld: [...withheld].reverse(), notJudged: [...notJudged].reverse() }),
    ).toEqual(expected)
  })
})

describe('set-aside.csv', () => {
  it('has a line each, with whole ids in their columns and masked ones in sentences', () => {
    const id = second.idNumber as string
    const report = {
      ...sample,
      ...nothing,
      suppressed: [{ ...excused, explanation: `号码 ${id} 已停保`, memberKeys: [third.key] }],
    }
    const file = dataFiles(countyView(report)).find(({ name }) => name === 'set-aside.csv')
    const [row] = [...(file?.rows() ?? [])]
    expect(row?.slice(0, 5)).toEqual(['L02', 'excused', excused.unit, id, second.name])
    expect(row?.slice(8)).toEqual([
      `号码 340199********${id.slice(14)} 已停保`,
      '自愿放弃：停保汇总：主动退出；财产超标',
      third.idNumber ?? '',
    ])
  })
})
