import { describe, expect, it } from 'vitest'
import { departmentOf, programmeNames } from '../../src/domain/programme.js'

describe('programmes', () => {
  it('are named as sheets print them', () => {
    expect(programmeNames(['rural-allowance', 'destitute'])).toBe('农村低保、特困供养')
    expect(programmeNames([])).toBe('')
  })

  it('belong to the department that corrects them', () => {
    expect(departmentOf('registered-poor')).toBe('乡村振兴')
    expect(departmentOf('monitored')).toBe('乡村振兴')
    expect(departmentOf('disability-certificate')).toBe('残联')
    expect(departmentOf('death')).toBe('民政')
  })
})
