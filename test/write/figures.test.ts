import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer.js'
import type { CaseState } from '../../src/domain/case-state.js'
import type { LedgerCase } from '../../src/track/ledger.js'
import { askedBetween, figures, ruleScores, total } from '../../src/write/figures.js'
import type { ProgressView } from '../../src/write/progress-view.js'
import type { Table } from '../../src/write/sheet.js'
import kinds from '../../src/write/sheets/progress/kinds.js'
import summary from '../../src/write/sheets/progress/summary.js'
import trend from '../../src/write/sheets/progress/trend.js'
import { writeWorkbook } from '../../src/write/workbook.js'
import { readBook, sheetOf } from './read-book.js'

interface Given {
  readonly code?: string
  readonly values?: Answer['values']
  readonly state?: CaseState
  readonly asked?: readonly string[]
  readonly round?: number
  readonly rule?: string
  readonly steps?: LedgerCase['steps']
}

/** A case as the ledger has it, asked in 2026-10 unless said otherwise. */
function ledgerCase({
  code,
  values = {},
  state = '待核',
  asked = ['2026-10'],
  round = 1,
  rule = 'L02',
  steps = [],
}: Given): LedgerCase {
  return {
    number: 'N',
    finding: { rule, title: rule, kind: '漏保' },
    life: { state, round, answer: code === undefined ? null : { code, values } },
    asked: asked.map((month) => ({ month, round, township: '青禾镇' })),
    steps,
  } as unknown as LedgerCase
}

function values(cases: readonly LedgerCase[], month = '2026-11'): Record<string, number> {
  const all = figures.map((figure) => [figure.id, total(figure, cases, month)] as const)
  return Object.fromEntries(all.filter(([, value]) => value !== 0))
}

describe('figures', () => {
  test.each<[string, Given, Record<string, number>]>([
    ['not answered, asked last month', {}, { asked: 1, open: 1, unanswered: 1, overdue: 1 }],
    ['not answered, asked this month', { asked: ['2026-11'] }, { asked: 1, open: 1, unanswered: 1 }],
    [
      'enrolled, waiting for the rosters',
      { code: 'A1', state: '已核' },
      { asked: 1, answered: 1, confirmed: 1, subsistence: 1, open: 1 },
    ],
    ['gone from the rosters before anybody answered', { state: '已闭环' }, { asked: 1, closed: 1, cleared: 1 }],
    ['dismissed', { code: 'C1', state: '已闭环' }, { asked: 1, answered: 1, dismissed: 1, closed: 1 }],
    [
      'aided',
      { code: 'A4', values: { aidYuan: '800' }, state: '已核' },
      { asked: 1, answered: 1, confirmed: 1, aided: 1, aid: 800, open: 1 },
    ],
    [
      'under way at another office',
      { code: 'B3', state: '办理中' },
      { asked: 1, answered: 1, confirmed: 1, referred: 1, 'under-way': 1, open: 1 },
    ],
    [
      'sent back',
      { state: '退回补核', round: 2, asked: ['2026-11'] },
      { asked: 1, open: 1, unanswered: 1, 'sent-back': 1 },
    ],
    [
      'answered and asked again',
      { code: 'A7', state: '重开', round: 2, asked: ['2026-11'] },
      { asked: 1, answered: 1, confirmed: 1, stopped: 1, open: 1, unanswered: 1, 'asked-again': 1 },
    ],
  ])('%s', (_, given, expected) => expect(values([ledgerCase(given)])).toEqual(expected))

  test('what was asked is what was answered, owed and gone by itself, each counted once', () => {
    const states: CaseState[] = ['待核', '退回补核', '重开', '办理中', '已核', '已闭环']
    const cases = states.flatMap((state) => [ledgerCase({ state }), ledgerCase({ state, code: 'A1' })])
    const possible = cases.filter(({ life }) => life.answer !== null || !['办理中', '已核'].includes(life.state))
    const { asked = 0, answered = 0, unanswered = 0, cleared = 0, ...rest } = values(possible)
    expect(answered + unanswered - (rest['asked-again'] ?? 0) + cleared).toBe(asked)
  })

  test('an asking of an earlier round that was answered is not overdue', () => {
    const reopened = ledgerCase({ state: '重开', round: 2, code: 'C1', asked: [] })
    const asked = [
      { month: '2026-09', round: 1, township: '' },
      { month: '2026-11', round: 2, township: '' },
    ]
    expect(values([{ ...reopened, asked }])).not.toHaveProperty('overdue')
    expect(values([{ ...reopened, asked }], '2026-12')).toMatchObject({ overdue: 1 })
  })

  test('yuan are summed and shown to the fen', async () => {
    const cases = ['0.1', '0.2'].map((aidYuan) => ledgerCase({ code: 'A4', values: { aidYuan }, state: '已核' }))
    expect(values(cases)).toMatchObject({ aid: 0.3 })
    const view = { county: '示例县', from: '2026-11', month: '2026-11', townships: [], asked: cases }
    const tables = [summary.table(view as unknown as ProgressView)]
    const sheet = sheetOf(await readBook(await writeWorkbook({ month: '2026-11', unit: '', tables })), '指标汇总')
    const row = 4 + figures.findIndex(({ id }) => id === 'aid')
    expect([sheet.getCell(row, 3).value, sheet.getCell(row, 3).numFmt]).toEqual([0.3, '#,##0.00'])
    expect(sheet.getCell(4, 3).numFmt).toBe('#,##0')
  })

  test('what a month run again took back did not happen', () => {
    const step = (sequence: number, content: object) => ({ sequence, month: '2026-11', content })
    const steps = [
      step(1, { kind: 'contradicted', reason: '' }),
      step(2, { kind: 'revoked', step: 1 }),
      step(3, { kind: 'reopened', reason: '答复后情况有变' }),
      step(4, { kind: 'revoked', step: 3 }),
      step(5, { kind: 'reopened', reason: '答复后情况又变' }),
    ] as unknown as LedgerCase['steps']
    const one = ledgerCase({ steps, asked: ['2026-11'] })
    const found = values([one])
    expect(found).toMatchObject({ reopened: 1 })
    expect(found).not.toHaveProperty('contradicted')
    const view = { ledger: [one], from: '2026-11', month: '2026-11' } as unknown as ProgressView
    const { columns, rows } = trend.table(view) as Table
    const cell = (heading: string) => rows[0]?.cells[columns.findIndex((column) => column.heading === heading)]
    expect([cell('重开'), cell('与名册\n不符')]).toEqual([1, 0])
  })

  test('count what was asked in the period', () => {
    const cases = ['2026-01', '2026-05', '2026-06'].map((month) => ledgerCase({ asked: [month] }))
    expect(askedBetween(cases, '2026-05', '2026-06')).toHaveLength(2)
    expect(askedBetween([ledgerCase({ asked: [] })], '2026-01', '2026-12')).toHaveLength(0)
  })
})

test('the kinds stand in the order of every other list, whatever the ledger begins with', () => {
  const of = (kind: string) => {
    const one = ledgerCase({})
    return { ...one, finding: { ...one.finding, kind } } as LedgerCase
  }
  const view = { month: '2026-11', asked: ['错保', '漏保', '补贴', '脱保'].map(of) } as unknown as ProgressView
  const { rows } = kinds.table(view) as Table
  expect(rows.map(({ cells }) => cells[0])).toEqual(['漏保', '脱保', '错保', '补贴', '合计'])
})

describe('the scoreboard', () => {
  const steps = (days: number) =>
    [
      { content: { kind: 'opened' }, at: '2026-10-01T08:00:00.000Z' },
      { content: { kind: 'answered' }, at: `2026-10-${String(1 + days).padStart(2, '0')}T08:00:00.000Z` },
    ] as unknown as LedgerCase['steps']

  test('yield is what was confirmed of what was answered either way, with the reasons and the days it took', () => {
    const cases = [
      ledgerCase({ code: 'A1', steps: steps(3) }),
      ledgerCase({ code: 'C1', steps: steps(5) }),
      ledgerCase({ code: 'C1', steps: steps(20) }),
      ledgerCase({ code: 'C4' }),
      ledgerCase({ code: 'D3' }),
      ledgerCase({}),
      ledgerCase({ rule: 'C01' }),
    ]
    expect(ruleScores(cases)).toEqual([
      {
        rule: 'C01',
        title: 'C01',
        asked: 1,
        answered: 0,
        confirmed: 0,
        dismissed: 0,
        yieldPercent: null,
        medianDays: null,
        dismissals: [],
      },
      {
        rule: 'L02',
        title: 'L02',
        asked: 6,
        answered: 5,
        confirmed: 1,
        dismissed: 3,
        yieldPercent: 25,
        medianDays: 5,
        dismissals: ['C1×2', 'C4×1'],
      },
    ])
  })
})
