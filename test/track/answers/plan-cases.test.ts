import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseAnswer } from '../../../src/track/answers/case-row.js'
import { planCases } from '../../../src/track/answers/plan-cases.js'
import type { StepContent } from '../../../src/track/case-step.js'
import type { LedgerCase } from '../../../src/track/ledger.js'
import { finding } from '../samples.js'
import { afterDrafts, caseAnswer, ledgerCase, number } from './sample-cases.js'

const plan = (one: LedgerCase, ...answers: CaseAnswer[]) =>
  planCases(answers, { ledger: [one], merged: new Map(), month: '2026-12', today: '2026-12-10' })
const counts = ({ taken, underWay, known, sentBack, conflicting, unknown, outdated }: ReturnType<typeof plan>) => ({
  ...{ taken, underWay, known, sentBack, conflicting, unknown, outdated },
})
const none = { taken: 0, underWay: 0, known: 0, sentBack: 0, conflicting: 0, unknown: 0, outdated: 0 }
const answered = (code: string, values = {}): StepContent => ({
  kind: 'answered',
  facts: {},
  answer: { code, values, who: '', file: 'a.xlsx', sheet: '脱保', row: 4, bookMonth: '2026-11', readOn: '2026-12-01' },
})
const reopened: StepContent = { kind: 'reopened', reason: '情况有变' }
const contradicted: StepContent = { kind: 'contradicted', reason: '仍在册' }
const returned: StepContent = { kind: 'returned', reasons: ['没有填停发月份'], rows: ['00000000'] }
const conflicted: StepContent = { kind: 'conflicted', reasons: ['相互矛盾'], rows: ['11111111'] }
const cleared: StepContent = { kind: 'cleared', reason: '2026-12 名册不再触发' }
const stopped = caseAnswer('A7', { stopMonth: '2026-12' })
const stoppedStep = answered('A7', { stopMonth: '2026-12' })
const richer = caseAnswer('C1', { note: '入户核实收入高于标准' })
const at = (row: number) => ({ place: { ...stopped.place, row } })

describe('an answer', () => {
  it.each<[string, StepContent[], CaseAnswer, Partial<typeof none>]>([
    ['to an open case is taken', [], stopped, { taken: 1 }],
    ['that says 办理中 counts as such', [], caseAnswer('B1'), { taken: 1, underWay: 1 }],
    ['taken before changes nothing', [stoppedStep], stopped, { known: 1 }],
    [
      'that only words its note otherwise decides nothing new',
      [answered('C1', { note: '另一句' })],
      richer,
      { known: 1 },
    ],
    [
      'taken before is known whatever the width of its marks',
      [answered('B1', { note: '公示中(7天),待批' })],
      caseAnswer('B1', { note: '公示中（7天），待批' }),
      { known: 1 },
    ],
    ['to a case under way is taken', [answered('B1')], stopped, { taken: 1 }],
    [
      'that reports again on a case under way is taken',
      [answered('B1')],
      caseAnswer('B1', { note: '公示中' }),
      { taken: 1, underWay: 1 },
    ],
    ['that decides otherwise than the one in force is a conflict', [stoppedStep], richer, { conflicting: 1 }],
    [
      'of another month than the one in force is a conflict',
      [answered('A7', { stopMonth: '2026-11' })],
      stopped,
      { conflicting: 1 },
    ],
    ['whose outcome does not fit the kind of case goes back', [], caseAnswer('A8'), { sentBack: 1 }],
    ['that cannot be used goes back', [], caseAnswer('A7', {}, { faults: ['没有填停发月份'] }), { sentBack: 1 }],
    [
      'that cannot be used does not disturb a settled case',
      [stoppedStep],
      caseAnswer('C1', {}, { faults: ['不足'] }),
      { outdated: 1 },
    ],
    ['mended in the first book is taken after it went back', [returned], stopped, { taken: 1 }],
    ['to an asking before the facts changed goes back', [stoppedStep, reopened], richer, { sentBack: 1 }],
    ['taken to an asking before the facts changed is known', [stoppedStep, reopened], stopped, { known: 1 }],
    [
      'given again to the new asking insists',
      [stoppedStep, contradicted],
      caseAnswer('A7', stopped.values, { round: 2 }),
      { taken: 1 },
    ],
    [
      'without its key, taken before, is known',
      [stoppedStep, contradicted],
      { ...stopped, keyed: null, round: null },
      { known: 1 },
    ],
    [
      'without its key is taken as one to the present asking',
      [stoppedStep, contradicted],
      { ...richer, keyed: null, round: null },
      { taken: 1 },
    ],
    ['settles a conflict with the new round', [stoppedStep, conflicted], { ...stopped, round: 2 }, { taken: 1 }],
    ['of the round before a conflict does not settle it', [stoppedStep, conflicted], stopped, { known: 1 }],
    ['comes late for a case that closed by itself, and is taken', [cleared], stopped, { taken: 1 }],
    [
      'that cannot be used does not reopen a case that closed by itself',
      [cleared],
      caseAnswer('', {}, { faults: ['没有选核查结论'] }),
      { outdated: 1 },
    ],
  ])('%s', (_, steps, answer, expected) => {
    expect(counts(plan(ledgerCase(steps), answer))).toEqual({ ...none, ...expected })
  })

  it('is taken with what it says, in the latest month, for the facts last seen', () => {
    const one = ledgerCase()
    const [draft] = plan(one, stopped).drafts
    expect(draft).toEqual({
      number,
      month: '2026-12',
      content: {
        kind: 'answered',
        facts: one.finding.facts,
        answer: {
          ...{ code: 'A7', values: { stopMonth: '2026-12' }, who: '李某', file: 'a.xlsx', sheet: '脱保', row: 4 },
          ...{ bookMonth: '2026-11', readOn: '2026-12-10' },
        },
      },
    })
  })

  it('that is no code goes back with what may be chosen, and is not said to have answered nothing', () => {
    const wordy = caseAnswer('', { note: '正在办理' }, { faults: ['核查结论“属实”不在下拉表里'] })
    const [draft] = plan(ledgerCase(), wordy).drafts
    expect(draft?.content).toMatchObject({
      kind: 'returned',
      reasons: [
        expect.stringMatching(
          /^a\.xlsx › 脱保 第 4 行（正在办理）：核查结论“属实”不在下拉表里，脱保线索可选 A1–A7、A9、B1–B3、C0–C9、D1–D4、E$/,
        ),
      ],
    })
  })

  it('speaks of the case into which its own went', () => {
    const merged = new Map([['202610-T01-0007', number]])
    const old = { ...stopped, keyed: '202610-T01-0007', number: '202610-T01-0007', round: null }
    const ground = { ledger: [ledgerCase()], merged, month: '2026-12', today: '2026-12-10' }
    expect(planCases([old], ground).drafts.map((draft) => draft.number)).toEqual([number])
  })
})

describe('two answers of one import', () => {
  it('that agree are one', () => {
    expect(counts(plan(ledgerCase(), stopped, { ...stopped, ...at(9) }))).toEqual({ ...none, taken: 1, known: 1 })
  })

  it('that contradict each other go back both, whichever comes first, and both are quoted', () => {
    const other = { ...richer, ...at(9) }
    const [one, two] = [plan(ledgerCase(), stopped, other), plan(ledgerCase(), other, stopped)]
    expect(one).toEqual(two)
    expect(counts(one)).toEqual({ ...none, conflicting: 2 })
    const [draft] = one.drafts
    expect(draft?.content).toMatchObject({ kind: 'conflicted', rows: [expect.anything(), expect.anything()] })
    expect(JSON.stringify(draft?.content)).toContain('a.xlsx › 脱保 第 9 行')
    expect(one.issues.map(({ facts }) => facts.others)).toContainEqual(expect.stringContaining('a.xlsx › 脱保 第 9 行'))
  })

  it('of which one can be used: that one is taken', () => {
    const unusable = caseAnswer('C1', {}, { faults: ['不足'], ...at(3) })
    expect(counts(plan(ledgerCase(), unusable, stopped))).toEqual({ ...none, taken: 1, outdated: 1 })
  })
})

describe('the same import again', () => {
  const unusable = caseAnswer('A7', {}, { faults: ['没有填停发月份'] })
  const bare = (answer: CaseAnswer): CaseAnswer => ({ ...answer, keyed: null, round: null })
  it.each<[string, StepContent[], CaseAnswer[]]>([
    ['an answer', [], [stopped]],
    ['an answer without its key', [], [bare(stopped)]],
    ['two reports on a case under way', [], [caseAnswer('B1'), caseAnswer('B1', { note: '公示中' }, at(9))]],
    ['an unusable answer', [], [unusable]],
    ['an unusable answer without its key', [], [bare(unusable)]],
    ['two answers that contradict each other', [], [stopped, richer]],
    ['an answer that contradicts the one in force', [stoppedStep], [richer]],
    ['an answer to an earlier asking', [stoppedStep, reopened], [richer]],
    ['a mended answer in the first book', [returned], [stopped]],
    ['an insisting answer', [stoppedStep, contradicted], [{ ...stopped, round: 2 }]],
    ['an answer that settles a conflict', [stoppedStep, conflicted], [{ ...richer, round: 2 }]],
    ['a late answer', [cleared], [stopped]],
    ['an unusable answer beside a usable one', [], [unusable, richer]],
  ])('adds nothing: %s', (_, steps, answers) => {
    const one = ledgerCase(steps)
    const first = plan(one, ...answers)
    expect(first.drafts.length).toBeGreaterThan(0)
    const now = afterDrafts(one, first.drafts)
    expect(plan(now, ...answers).drafts).toEqual([])
    // Nor does each of its rows by itself, in another file.
    for (const answer of answers) expect(plan(now, answer).drafts).toEqual([])
  })
})

describe('whatever came before', () => {
  const anyAnswer = fc
    .record({
      answer: fc.constantFrom(
        stopped,
        richer,
        caseAnswer('B1'),
        caseAnswer('B1', { note: '公示中' }),
        caseAnswer('A1', { doneDay: '2026-12-01' }),
      ),
      round: fc.constantFrom(null, 1, 2, 3),
      isUsable: fc.boolean(),
      row: fc.integer({ min: 4, max: 30 }),
    })
    .map(({ answer, round, isUsable, row }): CaseAnswer => {
      const keyed = round === null ? null : number
      return {
        ...answer,
        ...at(row),
        round,
        keyed,
        faults: isUsable ? [] : ['缺'],
        content: `${answer.content}${isUsable}`,
      }
    })
  const anyEvent = fc.oneof(
    fc.constantFrom(reopened, contradicted, cleared),
    fc.array(anyAnswer, { minLength: 1, maxLength: 3 }),
  )

  it('an import made twice changes nothing, in whatever order its rows come, and never takes two answers that contradict each other', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        let one = ledgerCase()
        for (const event of events) {
          if (!Array.isArray(event)) {
            one = ledgerCase([...one.steps.slice(1).map(({ content }) => content), event])
            continue
          }
          // A book that asks anew is there only once the case does.
          const rows = event.filter(({ round }) => (round ?? 1) <= one.life.round)
          const { drafts } = plan(one, ...rows)
          expect(plan(one, ...[...rows].reverse()).drafts.map(({ content }) => content.kind)).toEqual(
            drafts.map(({ content }) => content.kind),
          )
          const codes = drafts.flatMap(({ content }) => (content.kind === 'answered' ? [content.answer.code] : []))
          expect(new Set(codes).size).toBeLessThanOrEqual(1)
          one = afterDrafts(one, drafts)
          expect(plan(one, ...rows).drafts).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what goes back', () => {
  it('raises the round, says why, and hides ids', () => {
    const note = '号码应为340199195003091234'
    const first = plan(ledgerCase(), caseAnswer('C8', { note }, { faults: ['情况说明不足 10 个字'] }))
    const { life } = afterDrafts(ledgerCase(), first.drafts)
    expect([life.state, life.round]).toEqual(['退回补核', 2])
    expect(life.why).toContain('情况说明不足 10 个字')
    expect(JSON.stringify(first)).not.toContain('340199195003091234')
  })

  it('is told in a message without the notes, which may name people', () => {
    const one = ledgerCase([answered('C1', { note: '孙有余说已收' }), reopened])
    const late = caseAnswer('C1', { note: '张大山家有货车', doneDay: '2026-12-01' })
    const { issues } = plan(one, { ...late, round: 1 })
    expect(issues.map(({ code }) => code)).toEqual(['answer-sent-back'])
    expect(issues[0]?.facts.reasons).toBe('答的是第 1 次下发，此后情况已变，请按第 2 次下发的内容答复')
  })

  it('is not the same row when it answers the next asking in the same words', () => {
    const unusable = caseAnswer('A7', {}, { faults: ['没有填停发月份'] })
    const now = afterDrafts(ledgerCase(), plan(ledgerCase(), unusable).drafts)
    expect(counts(plan(now, { ...unusable, round: 2 }))).toEqual({ ...none, sentBack: 1 })
  })
})

describe('rows', () => {
  it.each<[string, Partial<CaseAnswer>]>([
    ['answer-rows-mixed', { number: '202611-T01-0002' }],
    ['answer-case-unknown', { keyed: '202611-T01-0009', number: null }],
    ['answer-asking-unknown', { round: 2 }],
    ['answer-without-question', { keyed: null, number: null, clues: { ...stopped.clues, name: '别人' } }],
  ])('that say %s are told and change nothing', (code, more) => {
    const { issues, drafts } = plan(ledgerCase(), { ...stopped, ...more })
    expect([issues.map((issue) => issue.code), drafts]).toEqual([[code], []])
  })

  it.each<[string, Partial<CaseAnswer['clues']>, boolean]>([
    ['name and rule', {}, true],
    ['name and masked id', { rule: '', idNumber: '340199********1234' }, true],
    ['name alone', { rule: '' }, false],
    ['another village', { village: '杨树村' }, false],
    ['another id', { idNumber: '340199********9999' }, false],
  ])('without key and number are known by content: %s', (_, clues, isFound) => {
    const lost = { ...stopped, keyed: null, number: null, round: null, clues: { ...stopped.clues, ...clues } }
    const { drafts, issues } = plan(ledgerCase(), lost)
    expect(drafts.length).toBe(isFound ? 1 : 0)
    expect(issues.map(({ code }) => code)).toEqual([isFound ? 'answer-by-content' : 'answer-without-question'])
  })

  it('with a changed locked cell are taken all the same, and told', () => {
    const { taken, changed, issues } = plan(ledgerCase(), { ...stopped, isChanged: true })
    expect([taken, changed, issues.map(({ code }) => code)]).toEqual([1, 1, ['locked-cell-changed']])
  })
})

describe('a row as it was printed, about somebody else than its case', () => {
  const shown = { name: '测试九', village: '杨树村', idNumber: '340199********0987', rule: 'T01' }
  const other = (clues: Partial<typeof shown>, more: Partial<CaseAnswer> = {}) => ({
    ...stopped,
    ...more,
    clues: { ...shown, ...clues },
  })
  const household = ledgerCase([], { finding: finding('h1', { unit: 'household' }) })

  it.each<[string, LedgerCase, CaseAnswer]>([
    ['with its key', ledgerCase(), other({})],
    ['with its number alone', ledgerCase(), other({}, { keyed: null, round: null })],
    ['in the same village', ledgerCase(), other({ village: '柳树村' })],
    ['of a household elsewhere', household, other({})],
  ])('comes from another ledger, which numbers alike, and answers nothing: %s', (_, one, answer) => {
    const { drafts, issues, ...rest } = plan(one, answer)
    expect(drafts).toEqual([])
    expect(issues.map(({ code }) => code)).toEqual(['answer-other-ledger'])
    expect(counts({ drafts, issues, ...rest })).toEqual({ ...none, unknown: 1 })
  })

  it.each<[string, LedgerCase, CaseAnswer]>([
    ['the name was corrected since', ledgerCase(), other({ idNumber: '340199********1234' })],
    ['the number was corrected since', ledgerCase(), other({ name: '测试一' })],
    ['the household has another head since', household, other({ village: '柳树村' })],
    ['the sheet shows no number', ledgerCase(), other({ idNumber: '' })],
    ['the locked cells were sorted without their key, which is told', ledgerCase(), other({}, { isChanged: true })],
  ])('is taken where %s', (_, one, answer) => {
    expect(counts(plan(one, answer))).toEqual({ ...none, taken: 1 })
  })

  it('is taken where its case went into that of the same person under another name and number', () => {
    const merged = new Map([['202610-T01-0007', number]])
    const answer = other({}, { keyed: '202610-T01-0007', number: '202610-T01-0007' })
    const ground = { ledger: [ledgerCase()], merged, month: '2026-12', today: '2026-12-10' }
    expect(counts(planCases([answer], ground))).toEqual({ ...none, taken: 1 })
  })
})
