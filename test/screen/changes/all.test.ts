import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Programme } from '../../../src/domain/programme.js'
import type { Person } from '../../../src/match/person.js'
import { allChanges } from '../../../src/screen/changes/all.js'
import { compareMonths } from '../../../src/screen/compare-months.js'
import { allDeliveries, damaged, household, idFor, intact, month2026, person } from '../county.js'

const previous = allDeliveries().map((one) => ({ ...one, dataMonth: '2026-10', sha256: `old-${one.source}` }))

/** One row a kind: the people, the change it must give, and a neighbour that must not be of the kind. */
interface Row {
  readonly people: () => readonly Person[]
  readonly programme: Programme
  readonly before?: string
  readonly after?: string
  readonly note?: string
  readonly clear: () => readonly Person[]
}

const rural = (fields: object) => ({ 'rural-allowance-members': fields })
const stays = (before: object, after: object) => person(rural(after), { past: rural(before) })
const certificates = (before: object, after: object) =>
  person({ 'disability-certificates': after }, { past: { 'disability-certificates': before } })
const [one, two] = [idFor('1955-05-05', 7), idFor('1957-05-05', 8)]

const rows: Readonly<Record<string, Row>> = {
  'aged-out': {
    people: () => [person({}, { birth: '2008-01-02', past: { 'protected-children': { childKind: '孤儿' } } })],
    programme: 'orphan',
    note: '已满 18 周岁',
    clear: () => [person({}, { birth: '2010-01-02', past: { 'protected-children': { childKind: '孤儿' } } })],
  },
  amount: {
    people: () => [stays({ amountFen: 42_000 }, { amountFen: 40_050 })],
    programme: 'rural-allowance',
    before: '420',
    after: '400.50',
    clear: () => [stays({ amountFen: 42_000 }, { amountFen: null })],
  },
  'categorical-amount': {
    people: () => [stays({ categoricalFen: null }, { categoricalFen: 8_000 })],
    programme: 'rural-allowance',
    before: '0',
    after: '80',
    clear: () => [stays({ categoricalFen: null }, { categoricalFen: null })],
  },
  'certificate-lapsed': {
    people: () => [person({ 'disability-certificates': { status: '注销' } }, { past: { 'living-subsidies': {} } })],
    programme: 'living-subsidy',
    note: '残疾人证注销',
    clear: () => [person({ 'disability-certificates': { status: '有效' } }, { past: { 'living-subsidies': {} } })],
  },
  'certificate-number': {
    people: () => [certificates(certificate(null), certificate('B1'))],
    programme: 'disability-certificate',
    before: '原证',
    after: 'B1',
    clear: () => [certificates(certificate('B1'), certificate('B1'))],
  },
  'certificate-state': {
    people: () => [certificates({ status: null }, { status: '冻结' })],
    programme: 'disability-certificate',
    before: '有效',
    after: '冻结',
    clear: () => [certificates({ status: null }, { status: '有效' })],
  },
  died: {
    people: () => [person({ deaths: { diedOn: '2026-10-09' } }, { past: rural({}) })],
    programme: 'rural-allowance',
    note: '死亡日期 2026-10-09',
    clear: () => [person({}, { past: rural({}) })],
  },
  'disability-grade': {
    people: () => [certificates({ category: '肢体', level: '3' }, { category: '肢体', level: '2' })],
    programme: 'disability-certificate',
    before: '肢体三级',
    after: '肢体二级',
    clear: () => [certificates({ category: '肢体', level: '3' }, { category: null, level: null })],
  },
  enrolled: {
    people: () => [person(rural({ startMonth: '2026-11' }))],
    programme: 'rural-allowance',
    after: '2026-11',
    clear: () => [person(rural({ startMonth: '2026-10' }))],
  },
  'household-head': {
    people: () => [
      stays(
        { householdNumber: 'D1', headIdNumber: intact(one), headName: '甲' },
        { householdNumber: 'D1', headIdNumber: intact(two), headName: '乙' },
      ),
    ],
    programme: 'rural-allowance',
    before: '甲',
    after: '乙',
    clear: () => [
      stays({ householdNumber: 'D1', headIdNumber: intact(one) }, { householdNumber: 'D2', headIdNumber: intact(two) }),
    ],
  },
  'household-number': {
    people: () => [
      stays({ householdNumber: 'D1', headIdNumber: intact(one) }, { householdNumber: 'D9', headIdNumber: intact(one) }),
    ],
    programme: 'rural-allowance',
    before: 'D1',
    after: 'D9',
    note: '户主未变',
    clear: () => [
      stays({ householdNumber: 'D1', headIdNumber: intact(one) }, { householdNumber: 'D9', headIdNumber: intact(two) }),
    ],
  },
  'id-number': {
    people: () => [stays({ idNumber: damaged('校验码', '340199195505050012') }, { idNumber: intact(one) })],
    programme: 'rural-allowance',
    before: '340199195505050012',
    after: one,
    note: '补正',
    clear: () => [stays({}, {})],
  },
  listed: {
    people: () => [person({ 'registered-poor': {} })],
    programme: 'registered-poor',
    clear: () => [person({ 'registered-poor': {} }, { past: { 'registered-poor': {} } })],
  },
  'moved-away': {
    people: () => [person({ departures: { reason: '户籍迁移', stopMonth: '2026-11' } }, { past: rural({}) })],
    programme: 'rural-allowance',
    note: '迁出，2026-11',
    clear: () => [person({ departures: { reason: '户籍迁移', stopMonth: '2025-01' } }, { past: rural({}) })],
  },
  name: {
    people: () => [stays({ name: '张秀英' }, { name: '张秀瑛' })],
    programme: 'rural-allowance',
    before: '张秀英',
    after: '张秀瑛',
    clear: () => [stays({ name: null }, { name: '张秀瑛' })],
  },
  'other-household': {
    people: () => [
      stays({ householdNumber: 'D1', headIdNumber: intact(one) }, { householdNumber: 'D2', headIdNumber: intact(two) }),
    ],
    programme: 'rural-allowance',
    before: 'D1',
    after: 'D2',
    note: '户主、户号都不同',
    clear: () => [
      // Stands in two households of one roster, this month as last.
      person(
        { 'rural-allowance-members': [household1, household2] },
        { past: { 'rural-allowance-members': [household1, household2] } },
      ),
    ],
  },
  'other-number-joined': {
    people: () => renumbered(),
    programme: 'rural-allowance',
    note: '上月以另一号码在册，疑为号码更正，见“号码待核”',
    clear: () => [person(rural({})), person({}, { past: rural({}), name: '别人' })],
  },
  'other-number-left': {
    people: () => renumbered(),
    programme: 'rural-allowance',
    note: '本月以另一号码在册，疑为号码更正，见“号码待核”',
    clear: () => [person({}, { past: rural({}), candidates: [person(rural({}), { past: rural({}) })] })],
  },
  placed: {
    people: () => [person(rural({}), { past: rural({ place: { township: null, village: null } }) })],
    programme: 'rural-allowance',
    before: '待归属',
    after: '水湖镇',
    clear: () => [stays({}, {})],
  },
  'poverty-state': {
    people: () => [
      person(
        { 'monitored-households': { monitoredKind: '脱贫不稳定户', riskCleared: '已消除' } },
        { past: { 'monitored-households': { monitoredKind: '脱贫不稳定户', riskCleared: '未消除' } } },
      ),
    ],
    programme: 'monitored',
    before: '脱贫不稳定户，风险未消除',
    after: '脱贫不稳定户，风险已消除',
    clear: () => [
      person({ 'monitored-households': {} }, { past: { 'monitored-households': { riskCleared: '未消除' } } }),
    ],
  },
  restored: {
    people: () => [person(rural({ startMonth: '2021-03' }))],
    programme: 'rural-allowance',
    after: '2021-03',
    clear: () => [person(rural({ startMonth: null }))],
  },
  stopped: {
    people: () => [person({ departures: { reason: '收入超标', stopMonth: '2026-11' } }, { past: rural({}) })],
    programme: 'rural-allowance',
    note: '停保：收入超标，2026-11 停保',
    clear: () => [
      person({ departures: { reason: '收入超标', stopMonth: '2026-11' } }, { past: { 'living-subsidies': {} } }),
    ],
  },
  'support-mode': {
    people: () => [
      person(
        { 'destitute-persons': { supportMode: '集中', selfCare: '半护理' } },
        { past: { 'destitute-persons': { supportMode: '分散', selfCare: '半护理' } } },
      ),
    ],
    programme: 'destitute',
    before: '分散·半护理',
    after: '集中·半护理',
    clear: () => [person({ 'destitute-persons': {} }, { past: { 'destitute-persons': { supportMode: '分散' } } })],
  },
  township: {
    people: () => [person(rural({}), { past: rural({ place: { township: '庄墓镇', village: null } }) })],
    programme: 'rural-allowance',
    before: '庄墓镇',
    after: '水湖镇',
    clear: () => [stays({}, {})],
  },
  'transferred-in': {
    people: () => [person({ 'urban-allowance-members': {} }, { past: rural({}) })],
    programme: 'urban-allowance',
    note: '由农村低保转入',
    clear: () => [person({ 'urban-allowance-members': {}, ...rural({}) }, { past: rural({}) })],
  },
  'transferred-out': {
    people: () => [person({ 'destitute-persons': {} }, { past: { 'care-subsidies': {} } })],
    programme: 'care-subsidy',
    note: '转入特困供养',
    clear: () => [person(rural({}), { past: { 'care-subsidies': {} } })],
  },
  unexplained: {
    people: () => [person({}, { past: rural({}) })],
    programme: 'rural-allowance',
    note: '没有死亡、停保、减员或转项目记录',
    clear: () => [person({}, { past: rural({ insured: false }) })],
  },
}

const household1 = { householdNumber: 'D1', headIdNumber: intact(one) }
const household2 = { householdNumber: 'D2', headIdNumber: intact(two) }

function certificate(reissue: string | null) {
  return { certificate: { idNumber: one, category: 4, level: 2, reissue } }
}

function renumbered(): readonly Person[] {
  const gone = person({}, { past: rural({ householdNumber: 'D5' }), name: '于伟', birth: '1961-02-03' })
  return [gone, person(rural({ householdNumber: 'D5' }), { name: '于伟', birth: '1961-02-03' })]
}

function kindsFound(people: readonly Person[]) {
  const input = month2026(people)
  const settings = { ...input.settings, maxFallPercent: 20 }
  return compareMonths({ ...input, previousDeliveries: previous, settings }).changes
}

describe('kinds of change', () => {
  it('all.ts names every file, and within a turn no two are tried at the same place', () => {
    const files = readdirSync(new URL('../../../src/screen/changes', import.meta.url))
    expect(allChanges.map(({ id }) => `${id}.ts`)).toEqual(files.filter((file) => file !== 'all.ts').sort())
    expect(new Set(allChanges.map(({ turn, precedence }) => `${turn} ${precedence}`)).size).toBe(allChanges.length)
    expect(new Set(allChanges.map(({ title }) => title)).size).toBe(allChanges.length)
    expect(Object.keys(rows).sort()).toEqual(allChanges.map(({ id }) => id))
  })

  it.each(allChanges.map((kind) => [kind.title, kind] as const))('%s is told, and its neighbour is not', (_, kind) => {
    const { people, clear, programme, before = '', after = '', note = '' } = rows[kind.id] as Row
    const found = kindsFound(people()).filter((change) => change.kind === kind)
    expect(found).toMatchObject([{ programme, before, after, note }])
    expect(kindsFound(clear()).filter((change) => change.kind === kind)).toEqual([])
    expect(found.map((change) => change.note).join()).not.toMatch(/\d{17}[\dX]/)
  })

  it('takes the word of the roster for a stop that no list tells of', () => {
    const changes = kindsFound([stays({}, { supportState: '已停' })])
    expect(changes.map(({ kind, note }) => [kind.id, note])).toEqual([['stopped', '停保：名册自己注明已停']])
    expect(kindsFound([stays({}, { supportState: '暂停' })])).toEqual([])
    const back = kindsFound([stays({ supportState: '已停' }, {})])
    expect(back.map(({ kind }) => kind.turn)).toEqual(['joined'])
  })

  it('takes 已脱贫 alone for nothing else than 已脱贫享受政策', () => {
    const of = (now: string, past: string) =>
      kindsFound([
        person(
          { 'registered-poor': { povertyState: now as '已脱贫' } },
          { past: { 'registered-poor': { povertyState: past as '已脱贫' } } },
        ),
      ]).map(({ kind, before, after }) => [kind.id, before, after])
    expect(of('已脱贫', '已脱贫享受政策')).toEqual([])
    expect(of('已脱贫不享受政策', '已脱贫')).toEqual([])
    expect(of('已脱贫', '返贫')).toEqual([['poverty-state', '返贫', '已脱贫']])
    expect(of('已脱贫不享受政策', '已脱贫享受政策')).toEqual([['poverty-state', '已脱贫享受政策', '已脱贫不享受政策']])
  })

  it('names the rise of the standard behind a changed amount', () => {
    const input = month2026([stays({ amountFen: 42_000 }, { amountFen: 46_000 })])
    const raised = { ...input.standards.find(({ key }) => key === 'subsistence.rural'), from: '2026-11', value: 760 }
    const { changes } = compareMonths({
      ...input,
      standards: [...input.standards, raised as (typeof input.standards)[number]],
      previousDeliveries: previous,
      settings: { ...input.settings, maxFallPercent: 20 },
    })
    expect(changes[0]?.note).toBe('本期调标：标准由 700 调为 760 元/月')
  })

  it('does not take the rise for the reason of a payment that fell', () => {
    const input = month2026([stays({ amountFen: 42_000 }, { amountFen: 40_000 })])
    const raised = { ...input.standards.find(({ key }) => key === 'subsistence.rural'), from: '2026-11', value: 760 }
    const { changes } = compareMonths({
      ...input,
      standards: [...input.standards, raised as (typeof input.standards)[number]],
      previousDeliveries: previous,
      settings: { ...input.settings, maxFallPercent: 20 },
    })
    expect(changes[0]?.note).toBe('不是调标所致（本期标准由 700 调为 760 元/月），请核人口、收入等变化')
  })

  it('tells a whole new household from a new member', () => {
    const fresh = () => person(rural({ startMonth: '2026-11' }))
    household('rural-allowance', [fresh(), fresh()])
    const whole = household('rural-allowance', [fresh(), fresh()])
    expect(kindsFound(whole).map(({ note }) => note)).toEqual(['整户新增（2 人）', '整户新增（2 人）'])
    const grown = household('rural-allowance', [stays({}, {}), fresh()])
    expect(kindsFound(grown).map(({ note }) => note)).toEqual(['户内增员'])
  })
})
