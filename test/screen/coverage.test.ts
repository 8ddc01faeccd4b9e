import { describe, expect, it } from 'vitest'
import { coverage } from '../../src/screen/coverage.js'
import { allRules } from '../../src/screen/rules/all.js'

const bare = (clause: string) => clause.replace(/-\d$/, '')

describe('the clauses of the 实施意见', () => {
  it('stand once each', () => {
    const clauses = coverage.map(({ clause }) => clause)
    expect(new Set(clauses).size).toBe(clauses.length)
  })

  it('name only rules that exist', () => {
    const ids: readonly string[] = allRules.map((rule) => rule.id)
    expect(coverage.flatMap(({ rules }) => rules).filter((id) => !ids.includes(id))).toEqual([])
  })

  it('say why where no rule serves them', () => {
    for (const { rules, open } of coverage) if (rules.length === 0) expect(open).toMatch(/[\u4E00-\u9FA5]/)
  })

  it('agree with what each rule says it rests on', () => {
    for (const rule of allRules)
      for (const basis of rule.basis.filter(({ document }) => document === '实施意见')) {
        const serving = coverage.filter(({ clause }) => bare(clause) === basis.clause).flatMap(({ rules }) => rules)
        expect(serving, `${rule.id} ${basis.clause}`).toContain(rule.id)
      }
  })
})
