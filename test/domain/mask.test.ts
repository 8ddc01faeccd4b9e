import { describe, expect, it } from 'vitest'
import { maskIdNumbersIn, showHouseholdNumber, showIdNumber } from '../../src/domain/mask.js'

const id = '340199195001010017'

describe('masking', () => {
  it.each([
    ['none', id],
    ['partial', '340199********0017'],
    ['full', '**************0017'],
  ] as const)('%s', (mask, shown) => {
    expect(showIdNumber(id, mask)).toBe(shown)
  })

  it('shows little of what is left of a damaged id', () => {
    expect(showIdNumber('3401', 'full')).toBe('**01')
    expect(showIdNumber('', 'partial')).toBe('')
  })

  it('finds ids, certificates and account numbers inside sentences', () => {
    expect(maskIdNumbersIn(`户主${id}，证号${id}44B1。`)).toBe('户主340199********0017，证号340199**********1744B1。')
    expect(maskIdNumbersIn('号码３４０１９９１９５００１０１００１７。')).toBe('号码340199********0017。')
    for (const written of [
      '340199 19500101 0017',
      '340199-1950-01-01-0017',
      '３４０１９９　１９５００１０１　００１７',
    ])
      expect(maskIdNumbersIn(`电话13800000000 ${written}，属实`)).toBe('电话13800000000 340199********0017，属实')
    const dates = '2026-10-01 2026-11-01 12，卡号 6217 0012 3456 7890 123'
    expect(maskIdNumbersIn(dates)).toBe(dates)
    expect(maskIdNumbersIn('线索202611-L01-0001，户编号3401990100053')).toBe('线索202611-L01-0001，户编号3401990100053')
  })

  it('masks a household number only when it is an id', () => {
    expect(showHouseholdNumber(id, 'partial')).toBe('340199********0017')
    expect(showHouseholdNumber('3401990100053', 'full')).toBe('3401990100053')
    expect(showHouseholdNumber('340199999999990017', 'partial')).toBe('340199999999990017')
    expect(showHouseholdNumber(id, 'none')).toBe(id)
    expect(showHouseholdNumber(`${id}-1`, 'partial')).toBe('340199********0017-1')
    expect(showHouseholdNumber(`${id}42`, 'full')).toBe('**************001742')
    expect(showHouseholdNumber(`H${id.slice(0, 17)}x`, 'partial')).toBe('H340199********001x')
  })
})
