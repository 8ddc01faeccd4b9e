import { describe, expect, it } from 'vitest'
import { explainPerson } from '../../src/match/explain.js'
import { markDifferences } from '../../src/match/marking.js'
import { id, match, personWith, record } from './people.js'

const wang = id('19800101')
const home = { township: '甲镇', village: '东村' }

describe('explainPerson', () => {
  const a = record({ id: wang, ...home })
  const b = record({ id: `${wang.slice(0, 15)}9${wang.slice(16)}`, ...home, source: 'registered-poor' })
  const matched = match([a, b])

  it('gives the waterfall of a weighed link, and what differs', () => {
    const explained = explainPerson(personWith(matched, a), matched.model)
    const link = explained.links.find(({ record: row }) => row === b)
    expect(link?.grade).toBe('probable')
    expect(link?.waterfall[0]?.comparison).toBe('prior')
    expect(link?.waterfall.map(({ comparison }) => comparison)).toContain('identity-number')
    let total = 0
    for (const step of link?.waterfall ?? []) {
      total += step.weight
      expect(step.total).toBeCloseTo(total, 6)
    }
    expect(link?.idNumbers?.[1].filter(({ differs }) => differs)).toEqual([{ text: '9', differs: true }])
    expect(link?.names).toBeNull()
    expect(explained.links.find(({ record: row }) => row === a)?.waterfall[0]?.words).toBe('公民身份号码一致')
  })

  it('says why a candidate is not the person', () => {
    const rival = record({ id: wang, name: '李秀英', source: 'deaths' })
    const conflict = match([a, rival])
    const explained = explainPerson(personWith(conflict, a), conflict.model)
    expect(explained.candidates.map(({ grade }) => grade)).toEqual(['conflict'])
    expect(explained.candidates[0]?.whyNot).toContain('姓名明显不同')
  })
})

describe('markDifferences', () => {
  it('marks places of texts of one length', () => {
    expect(markDifferences('1234', '1204')).toEqual([
      [
        { text: '12', differs: false },
        { text: '3', differs: true },
        { text: '4', differs: false },
      ],
      [
        { text: '12', differs: false },
        { text: '0', differs: true },
        { text: '4', differs: false },
      ],
    ])
  })

  it('marks only the missing place of a shorter text', () => {
    expect(markDifferences('1234', '124')).toEqual([
      [
        { text: '12', differs: false },
        { text: '3', differs: true },
        { text: '4', differs: false },
      ],
      [{ text: '124', differs: false }],
    ])
  })

  it('marks lost characters', () => {
    expect(markDifferences('王?明', '王小明')[0]).toContainEqual({ text: '?', differs: true })
  })

  it('takes rare characters whole', () => {
    expect(markDifferences('𬱖明', '明明')[0]).toEqual([
      { text: '𬱖', differs: true },
      { text: '明', differs: false },
    ])
  })
})
