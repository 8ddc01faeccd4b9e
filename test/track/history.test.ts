import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.js'
import type { Month } from '../../src/domain/month.js'
import { type History, openHistory } from '../../src/track/history.js'
import { migrations } from '../../src/track/migrations.js'
import type { KeyedRecord } from '../../src/track/record-codec.js'
import { delivery, finding, inventedId, keyedRecords, memberRecord, monthView, stateFolder } from './samples.js'

let folder: string
let history: History

beforeEach(async () => {
  folder = stateFolder()
  history = await openHistory(folder)
})
afterEach(() => history.close())

async function store(
  month: Month,
  records: readonly KeyedRecord[] = keyedRecords(3),
  deliveries = [delivery({ 河湾镇: 3 })],
) {
  await history.transaction((month_) => month_.storeMonth({ month, toolVersion: '1.0.0', deliveries }, records))
}

function record(month: Month, findings: readonly Finding[]) {
  return history.transaction(async (transaction) => {
    await transaction.storeMonth({ month, toolVersion: '1.0.0', deliveries: [] }, [])
    return transaction.recordFindings(monthView(month, findings))
  })
}

describe('months', () => {
  test('a month comes back exactly as it was stored, also after closing and opening', async () => {
    const odd = {
      personKey: 'K',
      record: memberRecord(9000, {
        place: { township: null, village: '' },
        name: '甲"乙,丙\n',
        programmes: [],
        insured: null,
      }),
    }
    const records = [...keyedRecords(5000), odd]
    const deliveries = [delivery({ 河湾镇: 5000, '': 1 }), delivery({ 河湾镇: 2 }, { programmes: ['destitute'] })]
    await store('2026-10', records, deliveries)
    history.close()
    history = await openHistory(folder)
    const past = await history.previousMonth('2026-11')
    expect(past?.records).toEqual(
      records.map(({ personKey, record: one }) => ({ ...one, month: '2026-10', personKey })),
    )
    expect(past?.deliveries).toEqual(deliveries)
    expect(past?.earlierDeliveries).toEqual([])
    await store('2026-11', [], [])
    expect((await history.previousMonth('2026-12'))?.earlierDeliveries).toEqual([deliveries])
    expect(await history.check()).toEqual([])
  })

  test('a month keeps the keys that its households brought along', async () => {
    const householdKeys = new Map([['monitored:HF7777', 'monitored:JC0001']])
    const run = { month: '2026-10', toolVersion: '0.1.0', deliveries: [] }
    await history.transaction((transaction) => transaction.storeMonth({ ...run, householdKeys }, []))
    expect((await history.previousMonth('2026-11'))?.householdKeys).toEqual(householdKeys)
    await history.transaction((transaction) => transaction.storeMonth(run, []))
    expect((await history.previousMonth('2026-11'))?.householdKeys).toEqual(new Map())
  })

  test('the previous month is the latest stored one before', async () => {
    await store('2026-07')
    await store('2026-09')
    await store('2026-12')
    const found = await Promise.all(
      ['2026-07', '2026-08', '2026-12', '2027-01'].map((month) => history.previousMonth(month)),
    )
    expect(found.map((past) => past?.month)).toEqual([undefined, '2026-07', '2026-09', '2026-12'])
  })

  test('a re-run replaces its month and leaves the others', async () => {
    await store('2026-09', keyedRecords(4))
    await store('2026-10', keyedRecords(4))
    await store('2026-09', keyedRecords(2, { name: '改名' }), [])
    expect((await history.previousMonth('2026-10'))?.records.map(({ name }) => name)).toEqual(['改名', '改名'])
    expect((await history.previousMonth('2026-10'))?.deliveries).toEqual([])
    expect((await history.previousMonth('2026-11'))?.records).toHaveLength(4)
    expect((await history.months()).map(({ month, runs, records }) => [month, runs, records])).toEqual([
      ['2026-09', 2, 2],
      ['2026-10', 1, 4],
    ])
    expect(await history.check()).toEqual([])
  })

  test('records given in any order come back by index', async () => {
    await store('2026-10', keyedRecords(3).reverse())
    expect((await history.previousMonth('2026-11'))?.records.map(({ index }) => index)).toEqual([0, 1, 2])
  })

  test('a month without records is a month', async () => {
    await store('2026-10', [])
    expect((await history.previousMonth('2026-11'))?.records).toEqual([])
  })
})

describe('cases', () => {
  const brief = (cases: Awaited<ReturnType<typeof record>>) =>
    cases.map(({ number, firstMonth, timesSeen }) => `${number} ${firstMonth} ${timesSeen}`)

  test('a case seen again keeps its number and first month and counts the months', async () => {
    await record('2026-08', [finding('a')])
    await record('2026-09', [finding('b')])
    expect(brief(await record('2026-11', [finding('c'), finding('a')]))).toEqual([
      '202611-T01-0001 2026-11 1',
      '202608-T01-0001 2026-08 2',
    ])
  })

  test('running a month again changes nothing', async () => {
    await record('2026-08', [finding('a'), finding('b')])
    const first = await record('2026-09', [finding('b'), finding('c')])
    expect(await record('2026-09', [finding('b'), finding('c')])).toEqual(first)
    expect(brief(await record('2026-08', [finding('a'), finding('b')]))).toEqual([
      '202608-T01-0001 2026-08 1',
      '202608-T01-0002 2026-08 1',
    ])
  })

  test('the number of a finding that vanished in a re-run is kept for its subject', async () => {
    await record('2026-08', [finding('a'), finding('b')])
    expect(brief(await record('2026-08', [finding('c')]))).toEqual(['202608-T01-0003 2026-08 1'])
    expect(brief(await record('2026-08', [finding('a'), finding('c')]))).toEqual([
      '202608-T01-0001 2026-08 1',
      '202608-T01-0003 2026-08 1',
    ])
    expect(await history.check()).toEqual([])
  })

  test('the same months in a new workspace give the same cases', async () => {
    const months = [
      ['2026-08', 'ba'],
      ['2026-09', 'cb'],
      ['2026-10', 'adc'],
    ] as const
    const all = async () => {
      const lists = []
      for (const [month, subjects] of months)
        lists.push(
          brief(
            await record(
              month,
              [...subjects].map((one) => finding(one)),
            ),
          ),
        )
      return lists
    }
    const first = await all()
    history.close()
    history = await openHistory(stateFolder())
    expect(await all()).toEqual(first)
  })

  test('findings of a month that was not stored are our bug', async () => {
    await expect(history.transaction((t) => t.recordFindings(monthView('2026-08', [finding('a')])))).rejects.toThrow(
      'before the month',
    )
  })
})

describe('key changes', () => {
  test('cases, judgements and the records of the last month follow the key; older records stay as they were', async () => {
    await store('2026-09', keyedRecords(2))
    await history.transaction(async (transaction) => {
      await transaction.storeMonth({ month: '2026-10', toolVersion: '1.0.0', deliveries: [] }, keyedRecords(2))
      await transaction.recordFindings(monthView('2026-10', [finding('old', { personKey: 'old' })]))
    })
    await history.transaction(async (transaction) => {
      await transaction.judge({
        left: 'old',
        right: 'x',
        verdict: 'different',
        who: '甲',
        when: '2026-10-02',
        why: '',
      })
      await transaction.changeKeys(
        [
          { kind: 'merged', from: 'old', to: 'middle' },
          { kind: 'merged', from: 'middle', to: 'new' },
          { kind: 'merged', from: inventedId(0), to: 'new' },
        ],
        '2026-11',
      )
    })
    const keysBefore = async (month: Month) =>
      (await history.previousMonth(month))?.records.map(({ personKey }) => personKey)
    expect(await keysBefore('2026-11')).toEqual(['new', inventedId(1)])
    expect(await keysBefore('2026-10')).toEqual([inventedId(0), inventedId(1)])
    expect((await history.judgements()).map(({ left }) => left)).toEqual(['new'])
    const keyNow = await history.keyNow()
    expect(['old', 'new', 'other'].map(keyNow)).toEqual(['new', 'new', 'other'])
    expect((await record('2026-11', [finding('new')])).map(({ number }) => number)).toEqual(['202610-T01-0001'])
    expect(await history.check()).toEqual([])
  })

  test('a judgement on two keys that become one keeps both, and a key that is split off again goes by itself', async () => {
    await store('2026-09', keyedRecords(2))
    await record('2026-10', [finding('left', { personKey: 'left' }), finding('other', { personKey: 'other' })])
    const judged = (left: string, right: string) => ({
      ...{ left, right, verdict: 'same' as const, who: '甲', when: '2026-10-02', why: '' },
    })
    await history.transaction(async (transaction) => {
      await transaction.judge(judged('left', 'right'))
      await transaction.judge(judged('other', 'right'))
      await transaction.judge(judged('left', 'third'))
      const merged = ['left', 'other'].map((from) => ({ kind: 'merged' as const, from, to: 'right' }))
      await transaction.changeKeys(merged, '2026-11')
    })
    const pairs = (await history.judgements()).map(({ left, right }) => `${left} ${right}`)
    expect(pairs).toEqual(['left right', 'other right', 'right third'])
    expect((await history.keyNow())('left')).toBe('right')
    const apart = [{ kind: 'split' as const, from: 'right', to: 'left' }]
    await history.transaction((transaction) => transaction.changeKeys(apart, '2026-12'))
    const keyNow = await history.keyNow()
    expect(['left', 'other', 'right'].map(keyNow)).toEqual(['left', 'right', 'right'])
    expect(await history.check()).toEqual([])
  })

  test('a judgement on two keys that both give way to a third keeps both, so that the month run again knows them', async () => {
    await record(
      '2026-10',
      ['left', 'right', 'third'].map((key) => finding(key, { personKey: key })),
    )
    await history.transaction(async (transaction) => {
      for (const [left, right] of [
        ['left', 'right'],
        ['right', 'third'],
        ['left', 'stranger'],
      ] as const)
        await transaction.judge({ left, right, verdict: 'same', who: '甲', when: '2026-10-20', why: '' })
      const merged = ['left', 'right'].map((from) => ({ kind: 'merged' as const, from, to: 'third' }))
      await transaction.changeKeys(merged, '2026-10')
    })
    const pairs = async (month?: Month) =>
      (await history.judgements(month)).map(({ left, right }) => `${left} ${right}`)
    const known = ['left right', 'right third', 'third stranger']
    expect(await pairs()).toEqual(known)
    // Once another month has followed, it goes by the keys of its time.
    await store('2026-10', keyedRecords(1))
    await store('2026-11', keyedRecords(1))
    expect(await pairs('2026-10')).toEqual(known)
    expect(await history.check()).toEqual([])
  })

  test('a key that gave way goes by itself again once rows go by it', async () => {
    await record('2026-10', [finding(inventedId(0))])
    const merged = [{ kind: 'merged' as const, from: inventedId(0), to: 'other' }]
    await history.transaction((transaction) => transaction.changeKeys(merged, '2026-11'))
    expect((await history.keyNow())(inventedId(0))).toBe('other')
    await store('2026-12', keyedRecords(1))
    expect((await history.keyNow())(inventedId(0))).toBe(inventedId(0))
  })

  test('what a judged row says since is remembered from its month on, and no key changes by it', async () => {
    await record('2026-10', [finding('a')])
    const reworded = [{ kind: 'reworded' as const, from: 'rold', to: 'rnew' }]
    await history.transaction(async (transaction) => {
      await transaction.judge({
        left: 'rold',
        right: 'a',
        verdict: 'different',
        who: '甲',
        when: '2026-10-20',
        why: '',
      })
      await transaction.changeKeys(reworded, '2026-11')
    })
    expect(await history.rewordings('2026-10')).toEqual(new Map())
    expect(await history.rewordings('2026-11')).toEqual(new Map([['rnew', { name: 'rold', isSure: false }]]))
    expect((await history.judgements()).map(({ left }) => left)).toEqual(['rold'])
    expect((await history.keyNow())('rold')).toBe('rold')
  })

  test('two cases that become one keep the older number and add up their months', async () => {
    await record('2026-08', [finding('a')])
    await record('2026-09', [finding('b'), finding('a')])
    await record('2026-10', [finding('b')])
    await history.transaction((transaction) =>
      transaction.changeKeys([{ kind: 'merged', from: 'a', to: 'b' }], '2026-11'),
    )
    const [one] = await record('2026-11', [finding('b')])
    expect(one).toMatchObject({ number: '202608-T01-0001', firstMonth: '2026-08', timesSeen: 4 })
    expect(await history.check()).toEqual([])
    expect((await record('2026-09', [finding('c')])).map(({ number }) => number)).toEqual(['202609-T01-0002'])
  })

  test('a month run again after two of its people became one gives each the case that it had', async () => {
    const numbers = async (month: Month, ...subjects: string[]) =>
      (
        await record(
          month,
          subjects.map((subject) => finding(subject)),
        )
      ).map(({ number }) => number)
    const merge = (month: Month) =>
      history.transaction((transaction) => transaction.changeKeys([{ kind: 'merged', from: 'a', to: 'b' }], month))
    const both = ['202609-T01-0001', '202609-T01-0002']
    expect(await numbers('2026-09', 'a', 'b')).toEqual(both)
    await merge('2026-10')
    expect(await numbers('2026-10', 'b')).toEqual(['202609-T01-0001'])
    expect(await numbers('2026-09', 'a', 'b')).toEqual(both)
    await merge('2026-10')
    expect(await numbers('2026-10', 'b')).toEqual(['202609-T01-0001'])
    expect(await numbers('2026-10', 'b', 'c')).toEqual(['202609-T01-0001', '202610-T01-0001'])
    expect((await history.status()).cases).toBe(2)
    expect(await history.check()).toEqual([])
  })

  test('a case that went into another one is not carried over, though nobody can say whether it is over', async () => {
    const later = (month: Month, subject: string) =>
      history.transaction(async (transaction) => {
        await transaction.storeMonth({ month, toolVersion: '1.0.0', deliveries: [] }, [])
        const standing = () => ({ judged: false, excuse: '' })
        return transaction.recordFindings({ ...monthView(month, [finding(subject)]), standing })
      })
    await record('2026-09', [finding('a'), finding('b')])
    await history.transaction((transaction) =>
      transaction.changeKeys([{ kind: 'merged', from: 'a', to: 'b' }], '2026-10'),
    )
    for (const month of ['2026-10', '2026-11'])
      expect((await later(month, 'b')).map(({ number }) => number)).toEqual(['202609-T01-0001'])
    expect((await history.ledger()).map(({ life }) => life.why)).toEqual(['', '并入 202609-T01-0001'])
  })

  test('a household that gave up its key takes its case along; months run again know it by the key it had, others get it no more', async () => {
    const household = (subject: string, person: string) =>
      finding(subject, { rule: 'L02', unit: 'household', personKey: person, memberKeys: [person] })
    const numbers = async (month: Month, subject: string, person: string) =>
      (await record(month, [household(subject, person)])).map(({ number }) => number)
    expect(await numbers('2026-09', 'monitored:1', 'old')).toEqual(['202609-L02-0001'])
    expect(await numbers('2026-10', 'monitored:1~new', 'new')).toEqual(['202610-L02-0001'])
    const known = new Map([
      ['monitored:1', new Set(['old'])],
      ['monitored:1~new', new Set(['new'])],
    ])
    expect(await history.askedHouseholds('2026-11')).toEqual(known)
    expect(await history.askedHouseholds('2026-09')).toEqual(new Map())
    const changes = [
      { kind: 'merged' as const, from: 'old', to: 'new' },
      { kind: 'merged' as const, from: 'monitored:1', to: 'monitored:1~new' },
    ]
    await history.transaction((transaction) => transaction.changeKeys(changes, '2026-11'))
    expect(await numbers('2026-11', 'monitored:1~new', 'new')).toEqual(['202609-L02-0001'])
    const left = new Map([
      ['monitored:1~new', new Set(['new'])],
      ['monitored:1', new Set()],
    ])
    expect(await history.askedHouseholds('2026-11')).toEqual(left)
    expect(await numbers('2026-09', 'monitored:1', 'new')).toEqual(['202609-L02-0001'])
    expect(await numbers('2026-11', 'monitored:1', 'other')).toEqual(['202611-L02-0001'])
    expect(await history.check()).toEqual([])
  })

  test('changes in a circle are our bug and change nothing', async () => {
    await record('2026-08', [finding('a')])
    const circle = [
      { kind: 'merged', from: 'a', to: 'b' },
      { kind: 'merged', from: 'b', to: 'a' },
    ] as const
    await expect(history.transaction((t) => t.changeKeys(circle, '2026-09'))).rejects.toThrow('circle')
    expect((await record('2026-08', [finding('a')]))[0]?.number).toBe('202608-T01-0001')
  })
})

describe('judgements and models', () => {
  test('a month that later ones have followed goes by the keys of its time, the newest by those of today', async () => {
    const judged = { verdict: 'different', who: '甲', when: '2026-10-02', why: '' } as const
    await store('2026-09')
    await history.transaction(async (transaction) => {
      await transaction.judge({ ...judged, left: 'a', right: 'x' })
      await transaction.changeKeys([{ kind: 'merged', from: 'a', to: 'b' }], '2026-10')
    })
    await store('2026-10')
    await history.transaction((transaction) =>
      transaction.changeKeys([{ kind: 'merged', from: 'b', to: 'c' }], '2026-11'),
    )
    await store('2026-11')
    const lefts = async (month: Month) => (await history.judgements(month)).map(({ left }) => left)
    expect([await lefts('2026-10'), await lefts('2026-11')]).toEqual([['b'], ['c']])
    expect((await history.judgements()).map(({ left }) => left)).toEqual(['c'])
    // Read before the judgement was made.
    expect(await lefts('2026-09')).toEqual([])
  })

  test('the latest judgement on a pair counts, whichever way round', async () => {
    const judgement = {
      left: 'a',
      right: 'b',
      verdict: 'same',
      who: '甲',
      when: '2026-10-01',
      why: '走访',
    } as const
    const second = { ...judgement, left: 'b', right: 'a', verdict: 'different' } as const
    const other = { ...judgement, right: 'c', verdict: 'unsure' } as const
    await history.transaction(async (transaction) => {
      for (const one of [judgement, other, second]) await transaction.judge(one)
    })
    expect(await history.judgements()).toEqual([other, second])
  })

  test('a month starts from the model of an earlier month, never from its own', async () => {
    await history.transaction(async (transaction) => {
      await transaction.storeMatchingModel('2026-09', '{"m":9}')
      await transaction.storeMatchingModel('2026-10', '{"m":0}')
      await transaction.storeMatchingModel('2026-10', '{"m":10}')
    })
    const models = await Promise.all(['2026-09', '2026-10', '2026-11'].map((month) => history.matchingModel(month)))
    expect(models).toEqual([null, '{"m":9}', '{"m":10}'])
  })
})

describe('transactions', () => {
  test('a dry run gives the cases and leaves nothing', async () => {
    await record('2026-08', [finding('a')])
    const before = await history.status()
    const cases = await history.transaction(
      async (transaction) => {
        await transaction.storeMonth({ month: '2026-09', toolVersion: '1', deliveries: [] }, keyedRecords(5000))
        return transaction.recordFindings(monthView('2026-09', [finding('a'), finding('b')]))
      },
      { dryRun: true },
    )
    expect(cases.map(({ number }) => number)).toEqual(['202608-T01-0001', '202609-T01-0001'])
    expect({ ...(await history.status()), bytes: 0 }).toEqual({ ...before, bytes: 0 })
  })

  test('an error inside leaves nothing and the history usable', async () => {
    const failing = history.transaction(async (transaction) => {
      await transaction.storeMonth({ month: '2026-09', toolVersion: '1', deliveries: [] }, keyedRecords(3))
      throw new Error('stopped')
    })
    await expect(failing).rejects.toThrow('stopped')
    expect(await history.months()).toEqual([])
    await store('2026-09')
    expect(await history.months()).toHaveLength(1)
  })

  test('one inside another is refused', async () => {
    await expect(history.transaction(() => history.transaction(async () => 1))).rejects.toThrow('already')
  })
})

test('status gives months, cases and the size of the file', async () => {
  await record('2026-08', [finding('a')])
  expect(await history.status()).toMatchObject({
    schemaVersion: migrations.length,
    cases: 1,
    judgements: 0,
    months: [{ month: '2026-08' }],
  })
  expect((await history.status()).bytes).toBeGreaterThan(4096)
})

test('a dry run of a small month does not reach the file, a real one does', async () => {
  const secret = '测试密写'
  const write = (dryRun: boolean) =>
    history.transaction(
      (t) => t.storeMonth({ month: '2026-09', toolVersion: '1', deliveries: [] }, keyedRecords(3, { name: secret })),
      { dryRun },
    )
  await history.transaction(async () => undefined)
  await write(true)
  history.close()
  expect(readFileSync(`${folder}/history.duckdb`).includes(secret)).toBe(false)
  history = await openHistory(folder)
  await write(false)
  history.close()
  expect(readFileSync(`${folder}/history.duckdb`).includes(secret)).toBe(true)
  history = await openHistory(folder)
})
