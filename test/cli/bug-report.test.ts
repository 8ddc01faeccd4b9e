import { expect, it } from 'vitest'
import { bugReport } from '../../src/cli/bug-report.js'

it('gives places and kind but never the message', () => {
  const error = new TypeError('cannot read 34019919500101001X of 张三')
  const report = bugReport(error, '1.2.3')
  expect(report).toContain('TypeError')
  expect(report).toContain('doudi 1.2.3')
  expect(report).toContain('bug-report.test.ts')
  expect(report).not.toContain('34019919500101001X')
  expect(report).not.toContain('张三')
})

it('survives what is not an error', () => {
  expect(bugReport('text', '1')).toContain('程序出错')
})
