import { describe, expect, it } from 'vitest'
import { parseStandards } from '../../src/cli/standards-file.js'
import { templates } from '../../src/cli/templates.js'
import { standardIn } from '../../src/domain/standards.js'

const heading = '参数,生效月份,数值,单位,依据文号\n'

describe('parseStandards', () => {
  it('accepts what init writes', () => {
    expect(parseStandards(templates['standards.csv'] as string, 'standards.csv').map((row) => row.key)).toEqual([
      'grace.months',
    ])
  })

  it('gives the row in force in each month', () => {
    const rows = parseStandards(
      `${heading}subsistence.rural,2026-07,720,元/月,示例2号\nsubsistence.rural,2025-07,700,元/月,示例1号\n`,
      's.csv',
    )
    expect(standardIn(rows, 'subsistence.rural', '2025-06')).toBeNull()
    expect(standardIn(rows, 'subsistence.rural', '2026-06')?.value).toBe(700)
    expect(standardIn(rows, 'subsistence.rural', '2026-07')?.value).toBe(720)
  })

  it.each([
    'Jan-26',
    '2026/1/1',
    '2026年1月',
    '2026.01',
    '202601',
    '46023',
  ])('reads %s, which a spreadsheet may make of 2026-01 when a row is added in it', (written) => {
    const [row] = parseStandards(`${heading}grace.months,${written},12,月,甲\n`, 's.csv')
    expect(row?.from).toBe('2026-01')
  })

  it('keeps two values of one month, neither of which is in force', () => {
    const text = `${heading}# 说明\ngrace.months,2026-01,12,月,甲\ngrace.months,2026-01,6,月,乙\n`
    const rows = parseStandards(text, 's.csv')
    expect(rows).toHaveLength(2)
    expect(standardIn(rows, 'grace.months', '2026-02')).toBeNull()
  })

  it.each([
    ['an unknown key', 'grace.month,2026-01,12,月,甲', '参数'],
    ['a wrong month', 'grace.months,2026-13,12,月,甲', '生效月份'],
    ['a month that may have been 2026.10', 'grace.months,2026.1,12,月,甲', '生效月份'],
    ['a value that is no number', 'grace.months,2026-01,十二,月,甲', '数值'],
    ['a grace period counted in years', 'grace.months,2026-01,1,年,甲', '单位'],
    ['a multiplier in percent', 'marginal.multiplier,2026-01,150,%,甲', '单位'],
    ['an amount in months', 'subsistence.rural,2026-01,700,月,甲', '单位'],
    ['no document', 'grace.months,2026-01,12,月,', '依据文号'],
  ])('refuses %s', (_, line, column) => {
    expect(() => parseStandards(`${heading}${line}\n`, 's.csv')).toThrow(`第 2 行“${column}”`)
  })

  it('refuses other headings', () => {
    expect(() => parseStandards('key,from,value\na,b,c\n', 's.csv')).toThrow('表头不对')
  })
})
