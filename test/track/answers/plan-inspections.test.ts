import { describe, expect, test } from 'vitest'
import type { Inspection } from '../../../src/track/answers/inspection-row.js'
import { planInspections } from '../../../src/track/answers/plan-inspections.js'
import { type CaseLife, lifeOf } from '../../../src/track/case-life.js'
import { type CaseStep, linkedStep, type StepContent } from '../../../src/track/case-step.js'
import type { LedgerCase } from '../../../src/track/ledger.js'

const number = '202611-L02-0001'
const place = { file: '抽查.xlsx', sheet: '抽查表', row: 4, unit: '石埠镇', month: '2026-11' }

function inspection(more: Partial<Inspection> = {}): Inspection {
  return {
    place,
    number,
    mixedWith: null,
    round: 1,
    result: '一致',
    note: '',
    deadline: '',
    who: '赵六',
    on: '2026-12-01',
    badDay: null,
    ...more,
  }
}

const answered: StepContent = {
  kind: 'answered',
  answer: {
    code: 'C1',
    values: {},
    who: '王五',
    file: 'a',
    sheet: '漏保',
    row: 4,
    bookMonth: '2026-11',
    readOn: '2026-11-20',
  },
  facts: {},
}

/** The case after these steps. */
function ledgerCase(...contents: readonly StepContent[]): LedgerCase {
  let last: CaseStep | null = null
  const steps = [{ kind: 'opened' } as const, ...contents].map((content) => {
    last = linkedStep({ number, month: '2026-11', content }, last, '2026-12-01T00:00:00.000Z')
    return last
  })
  return { number, steps, life: lifeOf(steps) as CaseLife } as unknown as LedgerCase
}

const plan = (inspections: readonly Inspection[], one = ledgerCase(answered)) =>
  planInspections(inspections, { ledger: [one], merged: new Map([['202611-L02-0007', number]]), month: '2026-11' })
const codes = (inspections: readonly Inspection[], one?: LedgerCase) =>
  plan(inspections, one).issues.map(({ code }) => code)
const different = { result: '不一致', note: '家里有一辆货车' } as const

describe('inspections', () => {
  test('that agree leave the case closed', () => {
    const { drafts, agreeing } = plan([inspection()])
    expect(agreeing).toBe(1)
    expect(ledgerCase(answered, drafts[0]?.content as StepContent).life).toMatchObject({
      state: '已闭环',
      round: 1,
      last: 'answered',
    })
  })

  test('of a case that went into another one are of that one, whatever the round was', () => {
    const { drafts, issues } = plan([inspection({ number: '202611-L02-0007', round: 3 })])
    expect([drafts.map((draft) => draft.number), issues]).toEqual([[number], []])
  })

  test('in a row whose key and number name two cases are of neither', () => {
    expect(codes([inspection({ mixedWith: '202611-L02-0002' })])).toEqual(['answer-rows-mixed'])
    expect(plan([inspection({ mixedWith: '202611-L02-0002' })]).drafts).toEqual([])
  })

  test.each([
    different,
    { result: '查无此户', note: '村里没有这一户' } as const,
  ])('that differ send it back to be answered anew: %o', (found) => {
    const { drafts, differing } = plan([inspection({ ...found, deadline: '12月20日前' })])
    expect(differing).toBe(1)
    const { state, round, why } = ledgerCase(answered, drafts[0]?.content as StepContent).life
    expect([state, round, why]).toEqual([
      '退回补核',
      2,
      `抽查${found.result}：${found.note}（赵六，整改时限 12月20日前）`,
    ])
  })

  test('read again change nothing, before and after the case went back', () => {
    const [draft] = plan([inspection(different)]).drafts
    const back = ledgerCase(answered, draft?.content as StepContent)
    expect(plan([inspection(different)], back)).toMatchObject({ drafts: [], known: 1, issues: [] })
    expect(plan([inspection(), inspection()])).toMatchObject({ agreeing: 1, known: 1 })
  })

  test.each<[string, Partial<Inspection>, string]>([
    ['of a case nobody knows', { number: '202611-L02-0009' }, 'inspection-case-unknown'],
    ['without a case', { number: null }, 'inspection-case-unknown'],
    ['without a result', { result: null }, 'inspection-result-unknown'],
    ['that differ without saying how', { result: '不一致' }, 'inspection-without-problem'],
    ['of another asking', { round: 2 }, 'inspection-outdated'],
  ])('%s are told', (_, more, code) => expect(codes([inspection(more)])).toEqual([code]))

  test('of a case that was not answered are told', () =>
    expect(codes([inspection()], ledgerCase())).toEqual(['inspection-outdated']))

  test('that contradict each other are told, and none of them counts, whichever is read first', () => {
    const both = [inspection(), inspection({ ...different, place: { ...place, row: 5 } })]
    for (const given of [both, [...both].reverse()]) {
      const { drafts, issues } = plan(given)
      expect(drafts).toEqual([])
      expect(issues.map(({ code, origin }) => [code, origin.row]).sort()).toEqual([
        ['inspection-contradicts', 4],
        ['inspection-contradicts', 5],
      ])
    }
  })

  test('with a day that cannot be read are told and not taken without it', () => {
    const { drafts, issues } = plan([inspection({ on: null, badDay: '十二月' })])
    expect(drafts).toEqual([])
    expect(issues).toMatchObject([{ code: 'inspection-day-wrong', facts: { number, text: '十二月' } }])
  })
})
