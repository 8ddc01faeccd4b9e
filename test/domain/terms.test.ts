import { describe, expect, it } from 'vitest'
import { demandText, outcomeLabel, outcomes } from '../../src/domain/outcome.js'
import { renderGlossary, terms } from '../../src/domain/terms.js'

describe('terms', () => {
  it('give each English word one Chinese word and each Chinese word one English word', () => {
    const words = Object.values(terms)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('render as a Markdown table with a line for each', () => {
    const lines = renderGlossary().trimEnd().split('\n')
    expect(lines).toHaveLength(Object.keys(terms).length + 2)
    expect(lines[2]).toBe('| source | 数据源 |')
  })
})

describe('outcomes', () => {
  it('have distinct codes, and labels that begin with the code', () => {
    expect(new Set(outcomes.map(({ code }) => code)).size).toBe(outcomes.length)
    for (const outcome of outcomes) expect(outcomeLabel(outcome).split(' ')[0]).toBe(outcome.code)
  })

  it('demand an explanation for every dismissal', () => {
    const dismissed = outcomes.filter(({ code }) => code.startsWith('C'))
    expect(dismissed.every((outcome) => demandText(outcome).includes('10 个字'))).toBe(true)
  })
})
