import { describe, expect, it } from 'vitest'
import { issueLines } from '../../src/cli/import-summary.js'
import { issueAt } from '../../src/domain/issue.js'

const mixed = (file: string, sheet: string, row: number) =>
  issueAt({ file, sheet, row }, 'answer-rows-mixed', { number: '202611-L01-0001' })

describe('issueLines', () => {
  it('names the place of every row that is refused, however many there are', () => {
    const issues = [4, 5, 6, 7, 8, 12, 9].map((row) => mixed('青禾.xlsx', '漏保', row))
    const lines = issueLines([...issues, mixed('青禾.xlsx', '错保', 4), mixed('石埠.xlsx', '漏保', 6)])
    expect(lines).toHaveLength(7)
    expect(lines[4]).toContain('青禾.xlsx › 漏保 › 第 8 行')
    expect(lines[5]).toBe(
      '  …… 同类还有 4 处：青禾.xlsx › 漏保 › 第 9、12 行；青禾.xlsx › 错保 › 第 4 行；石埠.xlsx › 漏保 › 第 6 行。',
    )
    expect(lines[6]).toMatch(/^ {2}办法：/)
  })

  it('names a row once that is refused for several reasons', () => {
    const lines = issueLines([4, 5, 6, 7, 8, 9, 9].map((row) => mixed('青禾.xlsx', '漏保', row)))
    expect(lines[5]).toBe('  …… 同类还有 2 处：青禾.xlsx › 漏保 › 第 9 行。')
  })

  it('names whole files by their name', () => {
    const blank = (file: string) => issueAt({ file }, 'book-unanswered')
    const lines = issueLines(['甲', '乙', '丙', '丁', '戊', '己'].map((name) => blank(`${name}.xlsx`)))
    expect(lines[5]).toBe('  …… 同类还有 1 处：己.xlsx。')
  })
})
