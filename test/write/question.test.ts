import { describe, expect, it } from 'vitest'
import { programmes } from '../../src/domain/programme.js'
import type { IdentityQuestion } from '../../src/match/person.js'
import { originLines, questionReason, sidesOf } from '../../src/write/question.js'
import { sampleReport } from './sample-report.js'

const { questions, persons } = sampleReport()
const [pair] = questions as [IdentityQuestion]
const person = persons[0] as IdentityQuestion['left']
const row = { ...(pair.record as NonNullable<IdentityQuestion['record']>), name: '赵错字' }
const aboutRow: IdentityQuestion = { ...pair, left: person, right: null, record: row, subjects: ['r1abc', person.key] }

it('does not call a number different where there is none', () => {
  const possible = { ...pair, reason: 'possible-match' } as const
  expect(questionReason({ ...possible, left: { ...person, idNumber: null } })).toContain('甲没有可用的号码')
  expect(questionReason({ ...possible, left: { ...person, idNumber: '340199198001010010' } })).toContain('号码不同')
})

it('asks for the right number alone where there is nobody to be the same as', () => {
  const alone: IdentityQuestion = { ...pair, reason: 'damaged-id', right: null, subjects: [pair.left.key, null] }
  expect(questionReason(alone)).toContain('只填“正确号码”')
})

describe('sidesOf', () => {
  it('sets the row in question against the person that it was counted to', () => {
    const [left, right] = sidesOf(aboutRow)
    expect(left).toMatchObject({ name: '赵错字', id: row.idNumber?.pattern })
    expect(right).toMatchObject({ name: person.name, id: person.idNumber })
    expect(questionReason(aboutRow)).toContain('已按其他信息归到乙')
  })

  it('sets people against each other, and nobody against nobody', () => {
    expect(sidesOf(pair)[1]?.person).toBe(pair.right)
    expect(sidesOf({ ...pair, right: null, subjects: [pair.left.key, null] })[1]).toBeNull()
  })
})

it('tells a place once, where head and member are one row of a sheet', () => {
  const [link] = person.links as [(typeof person.links)[number]]
  const twice = { ...person, links: [link, { ...link, record: { ...link.record } }] }
  expect(originLines(twice).split('\n')).toHaveLength(1)
})

it('names for a township the rosters and one place, and an earlier month where this one has none', () => {
  const link = person.links[0] as (typeof person.links)[number]
  const at = (row: number) => ({ ...link, record: { ...link.record, origin: { ...link.record.origin, row } } })
  const [side] = sidesOf({ ...pair, left: { ...person, links: [at(12), at(40), at(41)] } })
  const { file, sheet } = link.record.origin
  expect(side.whereShort).toBe(
    `${programmes[link.record.system]}\n${[file, sheet].filter(Boolean).join('·')}·第12行 等 3 处`,
  )
  expect(side.where.split('\n')).toHaveLength(3)
  const past = { ...at(7).record, month: '2026-10', personKey: person.key }
  const [gone] = sidesOf({ ...pair, left: { ...person, links: [], past: [past] } })
  expect(gone.where).toMatch(/^本月名册里没有，2026-10 的在：\n.*第7行$/)
  expect(gone.whereShort).toBe(gone.where)
})
