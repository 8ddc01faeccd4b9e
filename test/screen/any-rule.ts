import { defineRule, type PersonRule, type Rule } from '../../src/screen/rule.js'

/** A rule of persons that hits everybody, for what is the same for all rules. */
export function anyRule(changes: Partial<PersonRule>): Rule {
  return defineRule({
    id: 'X01',
    title: '测试',
    kind: '漏保',
    severity: 'medium',
    unit: 'person',
    basis: [],
    action: '',
    messages: { hit: '命中。' },
    check: () => ({ message: 'hit', facts: {}, evidence: [] }),
    ...changes,
  })
}
