import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownRuleExample } from '../../../src/cli/own-rule-example.js'
import { allRules } from '../../../src/screen/rules/all.js'
import { doudi, ids, smallCounty } from '../small-county.js'

const own = `id: X07
title: 低保老人没有领护理补贴
kind: 漏保
severity: low
unit: person
basis: [{ document: 实施意见, clause: 一(一), verified: true }]
action: 核实。
needs: [rural-allowance]
exceptions: [deceased]
message: '{age} 周岁，不在护理补贴名册。'
condition:
  all:
    - { field: age, at-least: 60 }
    - not-in-programme: [care-subsidy]
cases:
  - { title: 60 周岁, expect: finding, month: 2026-11, in: [rural-allowance], facts: { age: 60 } }
  - { title: 59 周岁, expect: clear, month: 2026-11, in: [rural-allowance], facts: { age: 59 } }
`

let folder = ''
beforeAll(async () => {
  folder = smallCounty()
  mkdirSync(join(folder, 'rules'))
  writeFileSync(join(folder, 'rules', 'X07.yaml'), own)
  await doudi('run', '-m', '2026-10', '-w', folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const rules = (...argv: string[]) => doudi('rules', ...argv, '-w', folder)

describe('doudi rules', () => {
  it('says below the list what the mark of an exception means', async () => {
    const { data } = await rules()
    expect(data).toMatch(/豁免：.*\*/)
    expect(data.trimEnd().split('\n').at(-1)).toBe('带 * 的豁免情形没有名册可查，由乡镇核查时问明。')
  })

  it('says which published file is cut off, and what to do', async () => {
    const manifest = join(folder, 'out', '2026-10', 'manifest.json')
    const text = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, text.slice(0, 500))
    const { code, said } = await rules()
    expect([code, said]).toEqual([2, expect.stringContaining('2026-10 的输出文件 manifest.json 读不出来')])
    writeFileSync(manifest, text)
  })

  it('opens a workspace whose files are named by whole paths', async () => {
    const settings = join(folder, 'doudi.yaml')
    const text = readFileSync(settings, 'utf8')
    const keys = join(folder, 'keys.csv')
    writeFileSync(keys, '用途,名称,口令\n导入,*,one\n')
    writeFileSync(settings, `${text}\nkeyFile: ${keys}\nstandards: ${join(folder, 'standards.csv')}\n`)
    expect((await rules()).code).toBe(0)
    writeFileSync(settings, text)
  })

  it('lists every rule with its state in the newest published month, own ones last', async () => {
    const { code, data } = await rules()
    expect(code).toBe(0)
    for (const { id } of allRules) expect(data).toContain(`${id} `)
    expect(data.trim().split('\n\n').at(-2)).toMatch(
      /^X07 [\s\S]*2026-10：部分判定（号同人异[^\n]*）：疑点 0 条，豁免 1 条\n/,
    )
    expect(data).toMatch(/C01 [^\n]*启用）\n {2}2026-10：[^\n]*疑点 1 条，豁免 0 条/)
    const listed = JSON.parse((await rules('--json', '-m', '2026-10')).data) as { id: string; state: object }[]
    expect(listed.find(({ id }) => id === 'X07')?.state).toMatchObject({ month: '2026-10', suppressed: 1 })
  })

  it('says what was never run, or is no month', async () => {
    expect(await rules('-m', '2026-11')).toMatchObject({
      code: 2,
      said: expect.stringContaining('没有 2026-11 的运行结果'),
    })
    expect(await rules('-m', '11月')).toMatchObject({ code: 2 })
  })

  it('names own rules in the coverage of the clause that they cite', async () => {
    expect((await rules('--coverage')).data).toMatch(/一\(一\)-1[^\n]*\n {2}规则：[^\n]* X07\n/)
  })

  it('lists what an own rule may name', async () => {
    const { data } = await doudi('rules', '--fields')
    for (const word of [
      'certificate-level',
      'rural-allowance',
      'subsistence.rural',
      'conversion-month',
      'months-since',
    ])
      expect(data).toContain(word)
    expect(JSON.parse((await doudi('rules', '--fields', '--json')).data).fields.length).toBeGreaterThan(30)
  })

  it('runs the examples of own rules, and fails where one comes out otherwise or a side is missing', async () => {
    expect(await rules('--check')).toMatchObject({ code: 0, data: expect.stringContaining('√ 60 周岁：疑点（60 周岁') })
    writeFileSync(join(folder, 'rules', 'X08.yaml'), ownRuleExample.replace('X01', 'X08').replace('age: 79', 'age: 81'))
    const wrong = await rules('--check')
    expect(wrong.code).toBe(1)
    expect(wrong.data).toContain('× 79 周岁：应为无问题，实为疑点')
    writeFileSync(
      join(folder, 'rules', 'X08.yaml'),
      own.replace('X07', 'X08').replace(/ {2}- \{ title: 59[^\n]*\n/, ''),
    )
    expect((await rules('--check')).data).toContain('还没有“无问题”的例子')
    rmSync(join(folder, 'rules', 'X08.yaml'))
  })

  it('stops everything at a rule that is not understood, with file and line', async () => {
    writeFileSync(join(folder, 'rules', 'X08.yaml'), own.replace('field: age', 'field: aeg'))
    for (const command of ['rules', 'run']) {
      const { code, said } = await doudi(command, '-w', folder)
      expect([code, said]).toEqual([2, expect.stringContaining('rules/X08.yaml 第 13 行：没有字段 aeg')])
    }
    rmSync(join(folder, 'rules', 'X08.yaml'))
  })

  it('switches own rules off by id or as a group', async () => {
    const settings = join(folder, 'doudi.yaml')
    writeFileSync(settings, "county: 示例县\nareaCode: '340199'\nrules:\n  off: [X]\n")
    expect((await rules()).data).toMatch(/X07 [^\n]*未启用（doudi.yaml 关闭）/)
    writeFileSync(settings, "county: 示例县\nareaCode: '340199'\n")
  })
})

describe('an own rule elsewhere', () => {
  it('is explained as any other', async () => {
    const { data } = await doudi('explain', ids.dead, '--rule', 'X07', '-m', '2026-10', '-w', folder)
    expect(data).toContain('命中，由豁免情形消除：81 周岁，不在护理补贴名册。')
    expect(data).toContain('豁免：本人已死亡')
  })
})
