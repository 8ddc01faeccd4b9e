import { expect, test } from 'vitest'
import type { Evidence } from '../../src/domain/finding.js'
import { advisedLines, explanationIn, findingLines, originText } from '../../src/write/finding-text.js'
import type { CaseRow } from '../../src/write/view.js'

const at = (fact: string, row: number, sheet = '名册'): Evidence => ({
  fact,
  programme: 'registered-poor',
  origin: { file: '脱贫户.xlsx', sheet, row, column: null },
})
const linesOf = (evidence: readonly Evidence[]) => {
  const finding = { rule: 'L01', title: '整户未纳入', explanation: '', evidence, action: '' }
  const row = { case: { finding, found: true, why: '', recheck: false }, members: [] }
  return findingLines(row as unknown as CaseRow, 'partial').split('\n')
}

test('members of whom one list says the same share a line with all their rows', () => {
  const evidence = [at('未脱贫', 12), at('未脱贫', 4), at('已脱贫', 5), at('未脱贫', 4), at('未脱贫', 6, '续表')]
  expect(linesOf(evidence)).toEqual([
    '【L01】整户未纳入',
    '◇未脱贫（脱贫户.xlsx·名册·第4、12行）',
    '◇已脱贫（脱贫户.xlsx·名册·第5行）',
    '◇未脱贫（脱贫户.xlsx·续表·第6行）',
  ])
})

test('what a whole sheet says has no row', () => {
  expect(linesOf([at('未报送', 0, '')])).toEqual(['【L01】整户未纳入', '◇未报送（脱贫户.xlsx）'])
  expect(originText({ file: '甲.csv', sheet: '', row: 3, column: '证号' })).toBe('甲.csv·第3行·证号')
})

test('what an earlier month found says which month its 本月 is', () => {
  const finding = {
    rule: 'T01',
    title: '逐月比对',
    explanation: '2026-09 在册，本月不在册。',
    evidence: [],
    action: '',
  }
  const one = { finding, lastMonth: '2026-10', found: false, why: '', recheck: false }
  const earlier = '2026-10 查出（“本月”指 2026-10）：2026-09 在册，本月不在册。'
  const lines = (more: object) =>
    findingLines({ case: { ...one, ...more }, members: [] } as unknown as CaseRow, 'partial').split('\n')
  expect(lines({})).toEqual([`【T01】逐月比对：以前下发，还没有可用的答复；本月未重新判定。${earlier}`])
  expect(lines({ recheck: true })).toEqual([`【T01】逐月比对：${earlier}`])
  expect(lines({ found: true, lastMonth: '2026-11' })).toEqual([`【T01】逐月比对：${finding.explanation}`])
  const again = lines({ found: true, why: '名册仍在发。' })
  expect(again).toEqual(['【T01】逐月比对', '再次核查：名册仍在发。', finding.explanation])
  const said = (month: string, explanation: string, rule = 'T01') =>
    explanationIn(month, { ...one, finding: { ...finding, explanation, rule } } as unknown as CaseRow['case'])
  expect(said('2026-10', finding.explanation)).toBe(finding.explanation)
  expect(said('2026-11', '渐退期内停保。')).toBe('2026-10 查出：渐退期内停保。')
  expect(said('2026-11', '走访发现，本月摔伤。', 'V01')).toBe('走访发现，本月摔伤。')
})

test('what is to be done is said once, in the guide, and in the row where a book has none', () => {
  const finding = {
    rule: 'C01',
    title: '死亡仍在册',
    explanation: '名册仍列。',
    evidence: [],
    action: '核实死亡情况。',
  }
  const row = { case: { finding, found: true, why: '', recheck: false }, members: [] } as unknown as CaseRow
  expect(findingLines(row, 'partial')).toBe('【C01】死亡仍在册：名册仍列。')
  expect(advisedLines(row, 'partial')).toBe('【C01】死亡仍在册：名册仍列。\n建议：核实死亡情况。')
})
