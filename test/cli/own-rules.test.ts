import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownRuleExample } from '../../src/cli/own-rule-example.js'
import { parseOwnRule, readOwnRules } from '../../src/cli/own-rules.js'
import { templates } from '../../src/cli/templates.js'
import { ToolError } from '../../src/domain/tool-error.js'

function refusal(text: string): ToolError {
  try {
    parseOwnRule(text, 'rules/X01.yaml')
  } catch (cause) {
    if (cause instanceof ToolError) return cause
    throw cause
  }
  throw new Error('was accepted')
}

const changed = (from: string, to: string) => {
  expect(ownRuleExample).toContain(from)
  return refusal(ownRuleExample.replace(from, to))
}
const lineOf = (text: string) => ownRuleExample.split('\n').findIndex((line) => line.includes(text)) + 1

describe('parseOwnRule', () => {
  it('reads the example of the manual', () => {
    expect(parseOwnRule(ownRuleExample, 'X01.yaml')).toMatchObject({ id: 'X01', needs: [['marginal']], on: true })
  })

  it('takes the commented file of a new workspace for no rule, and the same without the marks for the example', () => {
    const text = templates['rules/X01.yaml'] as string
    expect(parseOwnRule(text, 'X01.yaml')).toBeNull()
    const [, example] = text.split('\n#\n')
    expect(example?.replace(/^# /gm, '')).toBe(ownRuleExample)
  })

  it.each([
    ['id: X01 ', 'id: C01 ', '自定规则的编号是 X01 到 X99', 'id:'],
    ['severity: medium', 'severity: grave', 'severity 只能是 high、medium、low、note 之一', 'severity:'],
    ['action:', 'actions:', '不认识的内容 actions', 'action:'],
    ['field: age', 'field: agee', '没有字段 agee，相近的有 age', 'field: age'],
    ['at-least: 80', "at-least: '80'", '要与数字比较', 'at-least: 80'],
    ['at-least: 80', 'contains: [8]', '应是文字', 'at-least: 80'],
    ['at-least: 80', "contains: ['8']", '不能用 contains', 'at-least: 80'],
    ['- field: age\n      at-least: 80', '- field: age', '要写一个比较', 'field: age'],
    ['- field: age', '- any: []\n      field: age', '写法不对|太长|只能写|太小|缺失', 'field: age'],
    ['[deceased, moved-away]', '[deceased, moved-awy]', '没有可用于按人判断的豁免情形 moved-awy', 'exceptions:'],
    ['needs: [marginal]', 'needs: [margin]', 'needs 第 1 项：没有名册 margin，只能是 .*marginal、', 'needs:'],
    ['needs: [marginal]', 'needs: [marginal, [orphan, margin]]', 'needs 第 2 项：没有名册 margin，', 'needs:'],
    ['needs: [marginal]', 'needs: [marginal]\nconsults: [died]', 'consults 第 1 项：没有名册 died，只能是', 'needs:'],
    ['{marginal-start}', '{marginal-starts}', '没有字段 marginal-starts', 'message:'],
    ['unit: person ', 'unit: household ', '要写 systems', 'unit:'],
    ['    # clause: 二(一) ', '    clause: 二(一) ', '条款号只有与原文核对过', 'document:'],
    ['facts: { age: 79 }', 'facts: { aeg: 79 }', '没有可写的字段 aeg', 'facts: { age: 79 }'],
    ['facts: { age: 79 }', 'facts: { support-mode: 全日 }', '没有“全日”，只有 集中、分散', 'facts: { age: 79 }'],
    ['month: 2026-11', 'month: 2026-13', '月份应写成', 'month: 2026-11'],
  ])('refuses %s changed to %s and names the line', (from, to, words, where) => {
    const error = changed(from, to)
    expect(error.code).toBe('bad-own-rule')
    expect(error.message).toMatch(new RegExp(words))
    expect(error.facts.line).toBeGreaterThanOrEqual(lineOf(where))
    expect(error.facts.line).toBeLessThanOrEqual(lineOf(where) + 2)
  })

  it('runs nothing: aliases, tags and nesting without end are refused, quickly', () => {
    expect(refusal('id: &a [x]\ntitle: *a\n').code).toBe('bad-yaml')
    expect(refusal(`id: ${'['.repeat(30_000)}`).code).toBe('bad-yaml')
    const deep = `${'{ not: '.repeat(40)}{ field: age, present: true }${' }'.repeat(40)}`
    expect(refusal(ownRuleExample.replace(/condition:[\s\S]*cases:/, `condition: ${deep}\ncases:`)).message).toContain(
      '太深',
    )
    expect(refusal(ownRuleExample.replace('title: ', 'title: !!js/function ')).code).toMatch(/^bad-/)
  })

  it('takes no key that every object has for a field', () => {
    for (const word of ['constructor', '__proto__', 'toString'])
      expect(changed('field: age', `field: ${word}`).message).toContain(`没有字段 ${word}`)
  })
})

describe('readOwnRules', () => {
  let root = ''
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'doudi-own-'))
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('reads every rule of the folder by name with its hash, and nothing where there is no folder', async () => {
    expect(await readOwnRules(root)).toEqual([])
    mkdirSync(join(root, 'rules'))
    writeFileSync(join(root, 'rules', 'b.yaml'), ownRuleExample)
    writeFileSync(join(root, 'rules', 'a.yml'), ownRuleExample.replace('X01', 'X02'))
    writeFileSync(join(root, 'rules', '~$b.yaml'), 'not ours')
    writeFileSync(join(root, 'rules', '说明.txt'), 'not ours')
    writeFileSync(join(root, 'rules', 'c.yaml'), '# 空\n')
    const read = await readOwnRules(root)
    expect(read.map(({ file, rule }) => [file, rule.id])).toEqual([
      ['rules/a.yml', 'X02'],
      ['rules/b.yaml', 'X01'],
    ])
    expect(read[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('refuses one id in two files, and a file that is too large', async () => {
    writeFileSync(join(root, 'rules', 'd.yaml'), ownRuleExample)
    await expect(readOwnRules(root)).rejects.toMatchObject({ code: 'own-rule-twice' })
    writeFileSync(join(root, 'rules', 'd.yaml'), '#'.repeat(70_000))
    await expect(readOwnRules(root)).rejects.toMatchObject({ code: 'own-rules-too-large' })
  })
})
