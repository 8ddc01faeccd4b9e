import { describe, expect, it } from 'vitest'
import { departmentOf, isSupport, programmeNames } from '../../src/domain/programme.js'

describe('programmes', () => {
  it('are named as sheets print them', () => {
    expect(programmeNames(['rural-allowance', 'destitute'])).toBe('农村低保、特困供养')
    expect(programmeNames(['rural-allowance', 'destitute'], '或')).toBe('农村低保或特困供养')
    expect(programmeNames([])).toBe('')
  })

  it('are support unless they only record something, or are another office’s list', () => {
    expect((['rural-allowance', 'care-subsidy', 'monitored'] as const).every(isSupport)).toBe(true)
    expect((['death', 'departure', 'disability-certificate', 'vehicles'] as const).some(isSupport)).toBe(false)
  })

  it('belong to the department that corrects them', () => {
    expect(departmentOf('registered-poor')).toBe('乡村振兴')
    expect(departmentOf('monitored')).toBe('乡村振兴')
    expect(departmentOf('disability-certificate')).toBe('残联')
    expect(departmentOf('death')).toBe('民政')
  })
})
