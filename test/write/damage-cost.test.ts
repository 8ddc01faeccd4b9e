import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { damageRows } from '../../src/write/damage-cost.js'
import { damageFile } from '../../src/write/damage-file.js'
import { csv } from '../../src/write/data-files.js'
import type { Report } from '../../src/write/report.js'
import { sampleReport } from './sample-report.js'

const base = sampleReport()
const [first, second] = base.persons as [Report['persons'][number], Report['persons'][number]]
const link = first.links[0] as (typeof first)['links'][number]
const damaged = { state: 'damaged', value: null, pattern: '340199********0017', damage: '脱敏' } as const
const origin = { file: '农村低保成员_11月.xlsx', sheet: '成员', row: 9, column: null }
const loose = {
  ...first,
  key: 'loose',
  idNumber: null,
  links: [{ ...link, record: { ...link.record, idNumber: damaged, origin } }],
}
const asked = { ...second, candidates: [{ person: loose, grade: 'possible' as const, score: 0.5, levels: [] }] }
const question = {
  left: loose,
  right: asked,
  reason: 'possible-match' as const,
  score: 0.5,
  levels: [],
  suggestedIdNumber: null,
  record: null,
  subjects: ['loose', asked.key] as const,
}
const ruleOf = (kind: string) => base.rules.find((rule) => rule.kind === kind)?.rule ?? ''
const withheld = (kind: string) => ({ rule: ruleOf(kind), subject: asked.key, memberKeys: [asked.key] })

describe('damageRows', () => {
  it('goes by department and charges a file with the 漏保 and questions its damaged rows hold up', () => {
    const report = {
      ...base,
      persons: [loose, asked],
      questions: [question, question],
      withheld: [withheld('漏保'), withheld('错保')],
    }
    expect(
      damageRows(report).map(({ file, column, withheld, questions }) => [file, column, withheld, questions]),
    ).toEqual([
      ['农村低保成员_11月.xlsx', '身份证号', 1, 2],
      ['农村低保成员_11月.xlsx', '户主身份证号', null, null],
      ['2026.11持证残疾人名单.csv', '身份证号', 0, 0],
    ])
  })

  it('charges nothing to files whose ids are whole', () => {
    const report = { ...base, questions: [{ ...question, left: first }], withheld: [] }
    expect(damageRows(report).map(({ questions }) => questions)).toEqual([0, null, 0])
  })
})

describe('damage.csv', () => {
  it('has a column for every kind, and its kinds add up', () => {
    const file = damageFile(base)
    const rows: Record<string, string>[] = parse(csv([file.headings, ...file.rows()]), { columns: true })
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      expect(Number(row.intact) + Number(row.repaired) + Number(row.damaged)).toBe(Number(row.filled))
      const kinds = Object.entries(row).filter(([heading]) => heading.startsWith('damaged_'))
      expect(kinds.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(Number(row.damaged))
    }
    expect(rows[0]).toMatchObject({ repaired_blanks: '9', damaged_last_three_lost: '5', set_to_text: 'yes' })
  })
})
