import { describe, expect, it } from 'vitest'
import { type RegisterContext, registerOf } from '../../src/screen/merged-register.js'
import { person } from './county.js'

const context: RegisterContext = { dataMonthOf: () => '2026-11', standardFen: () => 70_000 }
const of = (rosters: Parameters<typeof person>[0]) => registerOf(person(rosters), context)

describe('registerOf', () => {
  it('has every programme of a person in the customary order', () => {
    const lines = of({
      'care-subsidies': { subsidyFen: 27_700, startMonth: '2024-01' },
      'disability-certificates': { category: '肢体', level: '2', issuedOn: '2019-05-06' },
      'rural-allowance-members': { amountFen: 42_000, insuredSize: 1, insured: true },
      'monitored-households': { monitoredKind: '脱贫不稳定户', riskCleared: '未消除' },
    })
    expect(lines.map(({ programme, detail, amountFen, since }) => [programme, detail, amountFen, since])).toEqual([
      ['monitored', '脱贫不稳定户，风险未消除', null, null],
      ['disability-certificate', '肢体二级', null, '2019-05'],
      ['rural-allowance', '差额', 42_000, null],
      ['care-subsidy', '', 27_700, '2024-01'],
    ])
    expect(lines.every(({ dataMonth, grade }) => dataMonth === '2026-11' && grade === 'exact')).toBe(true)
  })

  it('puts 全额低保 before a severe disability, and 差额 behind it', () => {
    const order = (amountFen: number) =>
      of({
        'disability-certificates': { level: '1' },
        'rural-allowance-members': { amountFen, insuredSize: 1, insured: true },
      }).map(({ programme }) => programme)
    expect(order(70_000)).toEqual(['rural-allowance', 'disability-certificate'])
    expect(order(69_999)).toEqual(['disability-certificate', 'rural-allowance'])
  })

  it('adds up aid, and names states that are not in force', () => {
    const aid = of({ 'temporary-aid': [{ aidFen: 50_000 }, { aidFen: 100_000 }] })
    expect(aid).toMatchObject([{ programme: 'temporary-aid', detail: '2 次', amountFen: 150_000 }])
    expect(of({ 'disability-certificates': { category: '视力', level: '4', status: '注销' } })[0]?.detail).toBe(
      '视力四级，注销',
    )
    expect(of({})).toEqual([])
  })
})
