import { describe, expect, it } from 'vitest'
import { parseKeys } from '../../src/cli/keys-file.js'

describe('parseKeys', () => {
  const read = (rows: string) => parseKeys(`用途,名称,口令\n${rows}`, 'keys.csv', ['青禾镇', '石埠镇'])
  const keys = read('乡镇,青禾镇,one\n乡镇,*,other\n导入,残联,first\n导入,*,second\n')

  it('gives a township its own password, else the one for all', () => {
    expect(keys.passwordFor('青禾镇')).toBe('one')
    expect(keys.passwordFor('石埠镇')).toBe('other')
  })

  it('keeps incoming passwords in order', () => {
    expect(keys.incoming).toEqual(['first', 'second'])
  })

  it('encrypts nothing without a row', () => {
    expect(read('').passwordFor('青禾镇')).toBeNull()
  })

  it('names the line and never the password', () => {
    expect(() => read('部门,残联,secret\n')).toThrow(/^keys\.csv 第 2 行写法不对。$/)
  })

  it('sends nobody to what doudi init wrote for a heading that it does not write', () => {
    const wrong = () => parseKeys('口令\nsecret\n', 'keys.csv', [])
    expect(wrong).toThrow(expect.objectContaining({ hint: expect.stringMatching(/^请把表头那一行照上面的写法改正/) }))
    expect(wrong).toThrow(/^keys\.csv 的表头不对，应为：用途,名称,口令。$/)
  })

  it.each([
    ['乡镇,青和镇,secret', /^keys\.csv 第 2 行的乡镇“青和镇”不在 towns\.csv 里/],
    ['乡镇,青禾镇,secret\n乡镇,青禾镇,other', /^keys\.csv 第 3 行：乡镇“青禾镇”前面已有一个口令。$/],
    ['乡镇,*,secret\n乡镇,*,other', /第 3 行：乡镇“\*”/],
  ])('publishes no book unencrypted for %s', (rows, message) => {
    expect(() => read(rows)).toThrow(message)
  })
})
