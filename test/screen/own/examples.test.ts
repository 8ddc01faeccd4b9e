import { describe, expect, it } from 'vitest'
import { ownRuleExample } from '../../../src/cli/own-rule-example.js'
import { parseOwnRule } from '../../../src/cli/own-rules.js'
import { runExamples } from '../../../src/screen/own/examples.js'
import { ownRuleFields } from '../../../src/screen/own/fields.js'
import type { OwnRule } from '../../../src/screen/own/own-rule.js'
import { standards } from '../county.js'

const example = parseOwnRule(ownRuleExample, 'X01.yaml') as OwnRule

describe('runExamples', () => {
  it('finds in the example of the manual what its cases say', () => {
    const outcomes = runExamples(example, standards)
    expect(outcomes.map(({ got }) => got)).toEqual(outcomes.map(({ expected }) => expected))
    expect(outcomes.map(({ got }) => got)).toEqual(['finding', 'clear', 'clear', 'excused', 'not-judged'])
    expect(outcomes[0]?.words).toBe('80 周岁，家庭在低保边缘名册（2025-03 起），本人不在低保、特困名册。')
    expect(outcomes[3]?.words).toContain('豁免：本人已死亡')
  })

  it('says so when a case comes out otherwise', () => {
    const [first] = example.cases
    const wrong = { ...example, cases: [{ ...(first as (typeof example.cases)[number]), facts: { age: 79 } }] }
    expect(runExamples(wrong, standards)).toMatchObject([{ expected: 'finding', got: 'clear', words: '' }])
  })

  it('makes the household of a household rule', () => {
    const home = {
      ...example,
      unit: 'household' as const,
      systems: ['rural-allowance' as const],
      needs: [],
      message: '人均 {household-income} 元',
      exceptions: [],
      condition: {
        all: [
          { field: 'household-income', more: 8400 },
          { field: 'minor-members', 'at-least': 1 },
        ],
      },
      cases: [
        {
          title: '',
          expect: 'finding' as const,
          month: '2026-11',
          missing: [],
          in: [],
          facts: { 'household-income': 9000 },
          members: [
            { in: [], facts: { age: 40 } },
            { in: [], facts: { age: 17, sex: '女' } },
          ],
        },
      ],
    }
    expect(runExamples(home, standards)).toMatchObject([{ got: 'finding', words: '人均 9000 元' }])
  })
})

// What a case writes must be what the rule reads, field by field.
const settable = ownRuleFields.filter((field) => field.cells !== null && field.unit !== 'household')
const samples = { number: 2, money: 300, month: '2025-04', text: '某文字', 'yes-no': true, filled: true }

describe('a fact of a case', () => {
  it.each(settable.map((field) => [field.id, field] as const))('%s is read as it was written', (_, field) => {
    const value = field.type === 'word' ? (field.words?.[0] as string) : samples[field.type]
    const [roster] = field.rosters
    const rule: OwnRule = {
      ...example,
      needs: [],
      exceptions: [],
      message: '命中',
      condition: field.type === 'filled' ? { field: field.id, present: true } : { field: field.id, equals: value },
      cases: [
        {
          title: '',
          expect: 'finding',
          month: '2026-11',
          missing: [],
          in: roster ? [roster] : [],
          facts: { [field.id]: value },
        },
      ],
    }
    expect(runExamples(rule, standards)).toMatchObject([{ got: 'finding' }])
  })
})
