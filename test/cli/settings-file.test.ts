import { describe, expect, it } from 'vitest'
import { parseSettings } from '../../src/cli/settings-file.js'
import { templates } from '../../src/cli/templates.js'
import { settingsSchema } from '../../src/domain/settings.js'
import { ToolError } from '../../src/domain/tool-error.js'
import { allRules } from '../../src/screen/rules/all.js'

function refusal(text: string): ToolError {
  try {
    parseSettings(text, 'doudi.yaml', allRules)
  } catch (cause) {
    if (cause instanceof ToolError) return cause
    throw cause
  }
  throw new Error('was accepted')
}

describe('parseSettings', () => {
  it('finds every setting in what init writes, each with its default', () => {
    const text = templates['doudi.yaml'] as string
    const written = parseSettings(text, 'doudi.yaml', allRules)
    const { county, areaCode } = written
    expect(written).toEqual(settingsSchema.parse({ county, areaCode }))
    const keys = [...Object.keys(settingsSchema.shape), ...Object.keys(written.tracking)]
    expect(keys.filter((key) => !new RegExp(`^ *${key}:`, 'm').test(text))).toEqual([])
  })

  it('fills in defaults', () => {
    const settings = parseSettings('county: 示例县\nareaCode: "340199"\n', 'doudi.yaml', allRules)
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

  it('names the line of a list of an unknown kind and the kinds there are', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\nlists:\n  - name: "*车*.xlsx"\n    kind: cars\n')
    expect(error.message).toMatch(/^doudi\.yaml 第 5 行：lists 第 1 项的 kind 只能是 .*vehicles、.* 之一。$/)
    const second = refusal('county: 示例县\nareaCode: "340199"\nnotHeld: [orphan, orphans]\n')
    expect(second.message).toMatch(/^doudi\.yaml 第 3 行：notHeld 第 2 项 只能是 .*unattended-child、/)
  })

  it('names the line of a source or field that there is not, and what there is', () => {
    const head = 'county: 示例县\nareaCode: "340199"\n'
    const file = refusal(`${head}files:\n  - name: 低保*.xlsx\n    source: rural\n`)
    expect(file.message).toMatch(
      /^doudi\.yaml 第 5 行：files 第 1 项的 source，“rural”不是已知的数据源，可用的数据源：.*rural-allowance-members、/,
    )
    expect(file.message).not.toContain('vehicles')
    const source = refusal(`${head}columns:\n  rural:\n    idNumber: 证号\n`)
    expect(source.message).toMatch(/^doudi\.yaml 第 4 行：columns 里，“rural”不是已知的数据源/)
    const field = refusal(`${head}columns:\n  deaths:\n    name: 姓名\n    id: 证号\n`)
    expect(field.message).toMatch(/^doudi\.yaml 第 6 行：columns 的 deaths 没有“id”这个字段，可用的字段：.*idNumber/)
  })

  it('names the line of a wrong value and the values allowed', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\nmask: some\n')
    expect(error.message).toBe('doudi.yaml 第 3 行：mask 只能是 none、partial、full 之一。')
  })

  it('says how large a number may be', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\ntracking:\n  dueDay: 45\n')
    expect(error.message).toBe('doudi.yaml 第 4 行：tracking.dueDay 太大（最大 28）。')
  })

  it('says which setting is missing', () => {
    expect(refusal('areaCode: "340199"\n').message).toContain('county 缺失')
  })

  it('says which key stands twice, as when files: is filled in below the empty one of the template', () => {
    const twice = refusal('county: 甲县\nfiles: []\nfiles:\n  - name: 低保*.xlsx\n    source: x\n')
    expect(twice).toMatchObject({ code: 'yaml-key-twice', facts: { line: 3 } })
    expect(twice.message).toBe('doudi.yaml 第 3 行：“files”在前面已经写过。')
    expect(twice.hint).toContain('files: []')
  })

  it('refuses broken YAML with the line', () => {
    expect(refusal('county: "甲县\n')).toMatchObject({ code: 'bad-yaml' })
  })

  it.each([
    ['a Chinese colon', 'county：甲县\n# 六位行政区划代码。\nareaCode: "340199"\n', 1, '中文冒号'],
    ['a colon without a blank', 'county: 甲县\nmask:partial\n# 口令\nareaCode: "340199"\n', 2, '少了一个空格'],
    ['a tab', 'county: 甲县\ntracking:\n\tdueDay: 15\n', 3, 'Tab'],
    ['a dash without a blank', 'county: 甲县\nfiles:\n  -name: a.xlsx\n   source: x\n', 3, '短横'],
  ])('names the line of %s, not the one below it where YAML stumbles', (_, text, line, words) => {
    const error = refusal(text)
    expect(error).toMatchObject({ code: 'yaml-line', facts: { line } })
    expect(error.message).toContain(words)
  })

  it.each([
    ['areaCode: 340199', '两边加英文引号'],
    ['areaCode: "34019"', '应是六位数字'],
    ['areaCode: "340199"\nmaxFallPercent: 二十', '应是数字'],
    ['areaCode: "340199"\nnotHeld: orphan', '应写在方括号里'],
    ['areaCode: "340199"\ntracking: 15', '应分行写在下面'],
  ])('says of %j what it should be', (text, words) => {
    expect(refusal(`county: 示例县\n${text}\n`).message).toContain(words)
  })

  it('refuses an area code that YAML made a number', () => {
    expect(refusal('county: 示例县\nareaCode: 340199\n').facts.line).toBe(2)
  })

  it('names the line of a rule that does not exist and the nearest one', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\nrules:\n  off:\n    - C01\n    - P9\n')
    expect(error.message).toBe('doudi.yaml 第 6 行：rules.off 里的 P9 不是规则编号或类别，是否应为 P。')
  })

  it('names the line of a rule parameter that does not exist', () => {
    const error = refusal('county: 示例县\nareaCode: "340199"\nrules:\n  settings:\n    lag.month: 2\n')
    expect(error.message).toBe('doudi.yaml 第 5 行：不认识的规则参数 rules.settings.lag.month，是否应为 lag.months。')
  })

  it('refuses a number where a rule parameter is a switch', () => {
    const error = refusal(
      'county: 示例县\nareaCode: "340199"\nrules:\n  settings:\n    destitute.excludes-subsidies: 1\n',
    )
    expect(error.message).toContain('只能是 true 或 false')
  })
})
