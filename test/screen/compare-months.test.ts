import { describe, expect, it } from 'vitest'
import type { Programme } from '../../src/domain/programme.js'
import type { Delivery } from '../../src/ingest/delivery.js'
import type { Person } from '../../src/match/person.js'
import type { Changes } from '../../src/screen/change.js'
import { compareMonths } from '../../src/screen/compare-months.js'
import { allDeliveries, delivery, household, idFor, intact, month2026, person } from './county.js'

const previous = allDeliveries().map((one): Delivery => ({ ...one, dataMonth: '2026-10', sha256: `old-${one.source}` }))

function compare(people: readonly Person[], changes: Partial<Parameters<typeof compareMonths>[0]> = {}): Changes {
  const input = month2026(people)
  const settings = { ...input.settings, maxFallPercent: 20 }
  return compareMonths({ ...input, previousDeliveries: previous, ...changes, settings })
}

const member = { 'rural-allowance-members': { householdNumber: 'D1' } }
const elsewhere = { township: '庄墓镇', village: '西村' }
const stop = { programme: 'rural-allowance' as const, township: '水湖镇', rowsBefore: 60, rowsNow: 10 }

describe('compareMonths', () => {
  it('has nothing to say of a first month', () => {
    const first = compare([person(member)], { previousMonth: null })
    expect(first).toEqual({ since: null, changes: [], movements: [], gaps: [] })
  })

  it('adds up: last month, those who came and went, this month', () => {
    const moved = person({ 'rural-allowance-members': { place: elsewhere } }, { past: member })
    const people = [
      person({ 'rural-allowance-members': { householdNumber: 'D2' } }),
      person({}, { past: member }),
      person(member, { past: member }),
      person({ 'destitute-persons': {} }, { past: member }),
      person({ deaths: { diedOn: '2026-10-20' } }, { past: member }),
      moved,
    ]
    const { movements, changes } = compare(people)
    for (const movement of movements) {
      const count = (id: string) => movement.counts.get(id) ?? 0
      const own = changes.filter((one) => one.programme === movement.programme && one.township === movement.township)
      const [joined, left] = (['joined', 'left'] as const).map(
        (turn) => own.filter((one) => one.kind.turn === turn).length,
      ) as [number, number]
      const came = joined + movement.unjudgedJoined + count('moved-in')
      const went = left + movement.unjudgedLeft + count('moved-out')
      expect(movement.before + came - went, `${movement.programme} ${movement.township}`).toBe(movement.now)
    }
    expect(movements.find(({ before }) => before > 0)).toMatchObject({ township: '水湖镇', before: 5, now: 2 })
    expect(changes.map(({ kind }) => kind.id).sort()).toEqual([
      'died',
      'listed',
      'township',
      'transferred-in',
      'transferred-out',
      'unexplained',
    ])
  })

  it('calls nobody gone from a township whose roster is short, but for those a list explains', () => {
    const people = [
      person({}, { past: member }),
      person({}, { past: member, place: elsewhere }),
      person({ deaths: { diedOn: '2026-10-20' } }, { past: member }),
    ]
    const { movements, changes } = compare(people, { stops: [stop] })
    expect(movements[0]).toMatchObject({ township: '庄墓镇', unjudgedLeft: 0 })
    expect(movements[1]).toMatchObject({ township: '水湖镇', before: 2, now: 0, unjudgedLeft: 1 })
    expect(changes.map(({ kind, township }) => `${township} ${kind.id}`)).toEqual(['庄墓镇 unexplained', '水湖镇 died'])
  })

  it('tells a death by its row of the departures, whatever other row stands beside it and in whatever order', () => {
    const rows = [
      { reason: '死亡', stopMonth: '2026-10' },
      { reason: '收入超标', stopMonth: '2026-11' },
    ] as const
    for (const departures of [rows, [...rows].reverse()]) {
      const { changes } = compare([person({ departures }, { past: member })])
      expect(changes.map(({ kind }) => kind.id)).toEqual(['died'])
    }
  })

  it('calls nobody new in a township that last month was short, but for those whose support began since', () => {
    const short = previous.map((one) =>
      one.source === 'rural-allowance-members' ? { ...one, byTownship: { 庄墓镇: 40 } } : one,
    )
    const started = { 'rural-allowance-members': { startMonth: '2026-11' } }
    const { movements, changes } = compare([person(member), person(started)], {
      previousDeliveries: short.filter(({ source }) => !/^rural-allowance-(households|register)$/.test(source)),
    })
    expect(movements).toMatchObject([{ township: '水湖镇', now: 2, unjudgedJoined: 1 }])
    expect(changes.map(({ kind }) => kind.id)).toEqual(['enrolled'])
  })

  it.each([
    ['the same file', { sha256: 'old-living-subsidies', dataMonth: null }, '报来的与上月是同一个文件'],
    ['data of the same month', { dataMonth: '2026-10' }, '报来的仍是 2026-10 的数据'],
  ])('leaves open a roster that is %s sent again', (_, fields, words) => {
    const deliveries = [delivery('living-subsidies', { sha256: 'new', ...fields })]
    const { gaps, movements } = compare([person({ 'living-subsidies': {} })], { deliveries })
    const gap = gaps.find(({ programme, turns }) => programme === 'living-subsidy' && turns.length === 2)
    expect(gap?.reason).toContain(words)
    expect(movements[0]).toMatchObject({ programme: 'living-subsidy', unjudgedJoined: 1 })
  })

  it('takes data one month behind for current where last month was as far behind', () => {
    const older = previous.map((one) => ({ ...one, dataMonth: '2026-09' }))
    const deliveries = allDeliveries().map((one) => ({ ...one, dataMonth: '2026-10', sha256: 'new' }))
    expect(compare([], { deliveries, previousDeliveries: older }).gaps).toEqual([])
  })

  it('tells what concerns a household once, of the same member whatever their order', () => {
    const [before, after] = [
      { householdNumber: 'D7', amountFen: 42_000 },
      { householdNumber: 'D7', amountFen: 55_000 },
    ]
    const make = () => person({ 'rural-allowance-members': after }, { past: { 'rural-allowance-members': before } })
    const [head, wife] = household('rural-allowance', [make(), make()], 'D7')
    const { changes } = compare([wife as Person, head as Person])
    expect(changes).toMatchObject([{ kind: { id: 'amount' }, before: '420', after: '550', householdNumber: 'D7' }])
    expect(compare([head as Person, wife as Person]).changes).toEqual(changes)
  })

  it('names the head of a household that is gone as a whole, as last month had it', () => {
    const row = (relation: '户主' | '配偶') => ({ 'rural-allowance-members': { householdNumber: 'D9', relation } })
    const people = [
      person({}, { past: row('户主'), name: '周户主' }),
      person({}, { past: row('配偶'), name: '吴配偶' }),
      person({}, { past: { 'rural-allowance-members': { householdNumber: 'D8' } }, name: '郑某' }),
    ]
    const heads = (of: readonly Person[]) =>
      compare(of).changes.map(({ person: one, headName }) => [one.name, headName])
    expect(heads(people)).toEqual(
      expect.arrayContaining([
        ['周户主', '周户主'],
        ['吴配偶', '周户主'],
        ['郑某', null],
      ]),
    )
    expect(heads([...people].reverse())).toEqual(heads(people))
  })

  it('finds the head of last month by the id that the other rows give', () => {
    const id = idFor('1970-01-01', 7)
    const past = { 'monitored-households': { headIdNumber: intact(id) } }
    const head = person({}, { past, idNumber: id, name: '周户主' })
    const wife = person({}, { past, name: '吴配偶' })
    expect(compare([wife, head]).changes.find(({ person: one }) => one === wife)?.headName).toBe('周户主')
  })

  it('does not depend on the order of the persons', () => {
    const people = Array.from({ length: 12 }, (_, i) =>
      i % 2
        ? person(member)
        : person({}, { past: member, place: i % 3 ? elsewhere : { township: null, village: null } }),
    )
    expect(compare([...people].reverse()).changes).toEqual(compare(people).changes)
  })

  it('counts who is listed but not supported in neither month', () => {
    const refused = { 'rural-allowance-members': { insured: false } as const, 'rural-allowance-households': {} }
    const programmes = compare([person(refused, { past: refused })]).movements.map((one): Programme => one.programme)
    expect(programmes).toEqual([])
  })
})
