import { describe, expect, test } from 'vitest'
import type { LedgerCase } from '../../../../src/track/ledger.js'
import type { ProgressView } from '../../../../src/write/progress-view.js'
import ledgerCases from '../../../../src/write/sheets/ledger/cases.js'
import referrals from '../../../../src/write/sheets/ledger/referrals.js'
import ledgerSteps from '../../../../src/write/sheets/ledger/steps.js'
import openCases from '../../../../src/write/sheets/progress/open-cases.js'
import sampleCases, { type SampleView } from '../../../../src/write/sheets/sample/cases.js'

const id = '340199195001010017'
const note = `转介县医保局，号码${id}`
const answer = { code: 'B3', values: { note }, who: '王五', bookMonth: '2026-11', readOn: '2026-11-20' }
const referred = {
  number: '202611-L02-0001',
  finding: { rule: 'L02', kind: '漏保', explanation: '', householdNumber: id, amountFen: null },
  named: { name: '张三', idNumber: id, headName: null },
  steps: [{ at: '2026-11-20T00:30:00.000Z', hash: '', content: { kind: 'answered', answer } }],
  life: { state: '办理中', answer, why: '' },
  asked: [{ month: '2026-11', round: 1, township: '青禾镇' }],
} as unknown as LedgerCase

const progress = (mask: ProgressView['mask']) =>
  ({ county: '示例县', mask, dueDay: 15, ledger: [referred], asked: [referred] }) as unknown as ProgressView
const sample = (mask: ProgressView['mask']) =>
  ({ county: '示例县', mask, checker: null, drawn: [{ number: 1, one: referred }] }) as unknown as SampleView

describe('sheets made of the history', () => {
  test.each([
    ['工作台账', (mask: ProgressView['mask']) => ledgerCases.table(progress(mask))],
    ['办理轨迹', (mask: ProgressView['mask']) => ledgerSteps.table(progress(mask))],
    ['转介台账', (mask: ProgressView['mask']) => referrals.table(progress(mask))],
    ['未闭环清单', (mask: ProgressView['mask']) => openCases.table(progress(mask))],
    ['抽查表', (mask: ProgressView['mask']) => sampleCases.table(sample(mask))],
  ] as const)('%s shows ids in notes and household numbers as the setting says', (_, tableOf) => {
    expect(JSON.stringify(tableOf('none'))).toContain(note)
    const masked = JSON.stringify(tableOf('partial'))
    expect(masked).not.toContain(id)
    expect(masked).toContain('转介县医保局，号码340199********0017')
  })

  test('give the amount that is owed, not what has come in of it', () => {
    const values = { dueYuan: '1200', recoveredYuan: '0' }
    const one = { ...referred, life: { ...referred.life, answer: { ...answer, code: 'A8', values } } } as LedgerCase
    expect(ledgerCases.table({ ...progress('partial'), ledger: [one] })).toMatchObject({
      rows: [{ cells: expect.arrayContaining([1200]) }],
    })
  })

  test('put a household number without a known head on the first line', () => {
    expect(ledgerCases.table(progress('partial'))).toMatchObject({
      rows: [{ cells: expect.arrayContaining(['340199********0017']) }],
    })
  })
})
