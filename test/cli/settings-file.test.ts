import { describe, expect, it } from 'vitest'
import { parseSettings } from '../../src/cli/settings-file.js'
import { templates } from '../../src/cli/templates.js'
import { ToolError } from '../../src/domain/tool-error.js'

function refusal(text: string): ToolError {
  try {
    parseSettings(text, 'doudi.yaml')
  } catch (cause) {
    if (cause instanceof ToolError) return cause
    throw cause
  }
  throw new Error('was accepted')
}

describe('parseSettings', () => {
  it('accepts what init writes', () => {
    expect(parseSettings(templates['doudi.yaml'] as string, 'doudi.yaml').maxFallPercent).toBe(20)
  })

  it('fills in defaults', () => {
    const settings = parseSettings('county: 示例县\nareaCode: "340199"\n', 'doudi.yaml')
    expect(settings).toMatchObject({ mask: 'partial', inbox: 'inbox', notHeld: [], keyFile: null })
  })

  it('names the line of an unknown key', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\nmaxFalPercent: 20\n')
    expect(error.code).toBe('bad-setting')
    expect(error.message).toBe('doudi.yaml 第 3 行：不认识的设置项 maxFalPercent。')
  })

  it('names the line of a nested unknown key', () => {
    expect(refusal('county: 示例县\nareaCode: "340199"\nrules:\n  of: [C01]\n').facts.line).toBe(4)
  })

  it('names the line of a wrong value and the values allowed', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\nmask: some\n')
    expect(error.message).toBe('doudi.yaml 第 3 行：mask 只能是 none、partial、full 之一。')
  })

  it('says which setting is missing', () => {
    expect(refusal('areaCode: "340199"\n').message).toContain('county 缺失')
  })

  it('refuses a key given twice and broken YAML with the line', () => {
    expect(refusal('county: 甲县\ncounty: 乙县\n')).toMatchObject({ code: 'bad-yaml', facts: { line: 2 } })
    expect(refusal('county: "甲县\n')).toMatchObject({ code: 'bad-yaml' })
  })

  it('refuses an area code that YAML made a number', () => {
    expect(refusal('county: 示例县\nareaCode: 340199\n').facts.line).toBe(2)
  })
})
