import { expect, test } from 'vitest'
import type { Evidence } from '../../src/domain/finding.js'
import { findingLines, originText } from '../../src/write/finding-text.js'
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
