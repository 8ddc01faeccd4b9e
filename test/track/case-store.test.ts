import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/domain/answer.js'
import type { Finding } from '../../src/domain/finding.js'
import type { StepContent } from '../../src/track/case-step.js'
import type { MonthView } from '../../src/track/case-store.js'
import { openDatabase } from '../../src/track/database.js'
import { type History, openHistory } from '../../src/track/history.js'
import { finding, monthView, stateFolder } from './samples.js'

let folder: string
let history: History
const number = '202603-T01-0001'

beforeEach(async () => {
  folder = stateFolder()
  history = await openHistory(folder)
})
afterEach(() => history.close())

function run(month: string, findings: readonly Finding[], more: Partial<MonthView> = {}) {
  return history.transaction(async (transaction) => {
    await transaction.storeMonth({ month, toolVersion: '1', deliveries: [] }, [])
    return transaction.recordFindings(monthView(month, findings, more))
  })
}

function answer(month: string, code: string, more: Partial<Answer> = {}) {
  const given = {
    code,
    values: {},
    who: '李四',
    file: 'a.xlsx',
    sheet: '脱保',
    row: 4,
    bookMonth: month,
    readOn: '2026-04-01',
  }
  const content: StepContent = { kind: 'answered', answer: { ...given, ...more }, facts: finding('a').facts }
  return history.transaction((transaction) => transaction.addSteps([{ number, month, content }]))
}

const shown = ({ status, asked, found, round, why }: Awaited<ReturnType<typeof run>>[number]) => ({
  status,
  asked,
  found,
  round,
  why,
})

describe('over the months', () => {
  test('an unanswered case that is not judged is carried over and still asked, with what it said', async () => {
    await run('2026-03', [finding('a', { memberKeys: ['m'], action: '补停保原因' })])
    const [carried] = await run('2026-04', [], { standing: () => ({ judged: false, excuse: '' }) })
    expect(carried).toMatchObject({
      number,
      found: false,
      asked: true,
      status: '待核',
      firstMonth: '2026-03',
      lastMonth: '2026-03',
      timesSeen: 1,
    })
    expect(carried?.finding).toMatchObject({ action: '补停保原因', memberKeys: ['m'], personKey: 'a' })
  })

  test('a case answered 不属实 is quiet until its facts change, and then says what changed', async () => {
    await run('2026-03', [finding('a')])
    await answer('2026-03', 'C1')
    const [quiet] = await run('2026-04', [finding('a')])
    expect(quiet && shown(quiet)).toEqual({ status: '已闭环', asked: false, found: true, round: 1, why: '' })
    const [changed] = await run('2026-05', [finding('a', { facts: { programme: '农村低保', month: '2026-11' } })])
    expect(changed && shown(changed)).toMatchObject({ status: '重开', asked: true, round: 2 })
    expect(changed?.why).toContain('2026-10→2026-11')
  })

  test('what is over closes; what the rosters contradict goes to the recheck', async () => {
    await run('2026-03', [finding('a'), finding('b')])
    await answer('2026-03', 'A7')
    const cases = await run('2026-05', [finding('a')], { contradictions: () => new Map([[number, '仍在册']]) })
    expect(cases.map((one) => [one.number, one.status, one.recheck])).toEqual([[number, '重开', true]])
    expect((await history.ledger()).map(({ life }) => life.state)).toEqual(['重开', '已闭环'])
  })

  test('a case under way is asked for its result when it takes too long', async () => {
    await run('2026-03', [finding('a')])
    await answer('2026-03', 'B1')
    expect((await run('2026-04', [finding('a')])).map(({ asked }) => asked)).toEqual([false])
    const [late] = await run('2026-05', [finding('a')])
    expect(late).toMatchObject({
      status: '办理中',
      asked: true,
      recheck: true,
      why: '2026-03 答“办理中”，请报办理结果',
    })
  })
})

describe('a limit of what townships are sent', () => {
  test('keeps the rest with the county, does not ask it, and sends it when there is room', async () => {
    const limit = { most: 1, townships: ['河湾镇'] }
    const grave = finding('b', { severity: 'high', rule: 'C01', kind: '错保' })
    const mild = finding('a', { severity: 'low' })
    const state = ({ finding: { subject }, asked, keptBack }: Awaited<ReturnType<typeof run>>[number]) => [
      subject,
      asked,
      keptBack,
    ]
    expect((await run('2026-03', [mild, grave], { limit })).map(state)).toEqual([
      ['a', false, true],
      ['b', true, false],
    ])
    expect((await history.ledger()).map(({ finding: { subject }, asked }) => [subject, asked.length])).toEqual([
      ['b', 1],
      ['a', 0],
    ])
    expect((await run('2026-04', [mild, grave], { limit })).map(state)).toEqual([
      ['a', true, false],
      ['b', true, false],
    ])
  })
})

describe('a month run again', () => {
  test('says what it said, although answers and later months have come since', async () => {
    const first = [await run('2026-03', [finding('a')]), await run('2026-04', [finding('a'), finding('b')])]
    await answer('2026-04', 'C1')
    await run('2026-05', [finding('b')])
    expect([await run('2026-03', [finding('a')]), await run('2026-04', [finding('a'), finding('b')])]).toEqual(first)
    expect(await history.check()).toEqual([])
  })

  test('adds no step when it finds the same, and revokes what it no longer finds', async () => {
    await run('2026-03', [finding('a')])
    await run('2026-03', [finding('a')])
    expect((await history.ledger()).map(({ steps }) => steps.length)).toEqual([1])
    await run('2026-03', [])
    expect(await history.ledger()).toEqual([])
    await run('2026-03', [finding('a')])
    const [one] = await history.ledger()
    expect(one?.steps.map(({ content }) => content.kind)).toEqual(['opened', 'revoked', 'opened'])
    expect(await history.check()).toEqual([])
  })
})

describe('the trail', () => {
  test.each([
    ['changed', "UPDATE case_step SET content = replace(content, 'C1', 'A1') WHERE sequence = 2"],
    ['cut at the end', 'DELETE FROM case_step WHERE sequence = 2'],
    ['cut in the middle', 'DELETE FROM case_step WHERE sequence = 1'],
    ['taken away whole', 'DELETE FROM case_step'],
  ])('a trail that was %s is told', async (_, sql) => {
    await run('2026-03', [finding('a')])
    await answer('2026-03', 'C1')
    expect(await history.check()).toEqual([])
    history.close()
    const database = await openDatabase(`${folder}/history.duckdb`, false)
    await database.run(sql)
    database.close()
    history = await openHistory(folder)
    expect(await history.check()).toEqual([
      { id: 'trail-broken', count: 1, text: '1 条线索的办理轨迹被改动过或缺步骤' },
    ])
  })
})
