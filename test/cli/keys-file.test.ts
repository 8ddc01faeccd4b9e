import { describe, expect, it } from 'vitest'
import { parseKeys } from '../../src/cli/keys-file.js'

describe('parseKeys', () => {
  const keys = parseKeys('用途,名称,口令\n乡镇,青禾镇,one\n乡镇,*,other\n导入,残联,first\n导入,*,second\n', 'keys.csv')

  it('gives a township its own password, else the one for all', () => {
    expect(keys.passwordFor('青禾镇')).toBe('one')
    expect(keys.passwordFor('石埠镇')).toBe('other')
  })

  it('keeps incoming passwords in order', () => {
    expect(keys.incoming).toEqual(['first', 'second'])
  })

  it('encrypts nothing without a row', () => {
    expect(parseKeys('用途,名称,口令\n', 'keys.csv').passwordFor('青禾镇')).toBeNull()
  })

  it('names the line and never the password', () => {
    expect(() => parseKeys('用途,名称,口令\n部门,残联,secret\n', 'keys.csv')).toThrow(/^keys\.csv 第 2 行写法不对。$/)
  })
})
