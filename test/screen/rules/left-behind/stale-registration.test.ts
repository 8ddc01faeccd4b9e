import rule from '../../../../src/screen/rules/left-behind/stale-registration.js'
import { type Particulars, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const row = (age: number | null, about: Particulars = {}) =>
  person(
    { 'left-behind-register': { personKind: '留守老人', age } },
    { idNumber: null, name: '李老', linked: 'possible', grade: 'possible', ...about },
  )
const villager = (rosters: Rosters, about: Particulars = {}) =>
  person(rosters, { name: '李老', birth: '1950-06-01', ...about })

table(rule, [
  {
    title: '登记年龄 59 岁',
    people: () => [row(59)],
    expect: 'finding',
    severity: 'low',
    says: '不满 60 岁',
  },
  {
    title: '按号码 55 岁',
    people: () => [person({ 'left-behind-register': { personKind: '留守老人' } }, { birth: '1971-06-01' })],
    expect: 'finding',
    says: '年龄 55 岁',
    facts: { kind: '留守老人', reasons: '不满 60 岁' },
  },
  { title: '登记年龄 60 岁', people: () => [row(60)], expect: 'clear' },
  {
    title: '同名同村、年龄相符的人已死亡，只作提问',
    people: () => [row(76), villager({ deaths: { diedOn: '2026-09-03' } })],
    expect: 'finding',
    says: '2026-09 死亡（同名同村，先核是否同一人）',
  },
  {
    title: '死者年龄差两岁',
    people: () => [row(74), villager({ deaths: { diedOn: '2026-09-03' } })],
    expect: 'clear',
  },
  {
    title: '死者在别的村',
    people: () => [
      row(76),
      villager({ deaths: { diedOn: '2026-09-03' } }, { place: { township: '水湖镇', village: '西村' } }),
    ],
    expect: 'clear',
  },
  {
    title: '同村有两个同名同龄的人，分不清是谁',
    people: () => [
      row(76),
      villager({ deaths: { diedOn: '2026-09-03' } }),
      villager({ 'rural-allowance-members': {} }),
    ],
    expect: 'clear',
  },
  {
    title: '登记表有号码，本人已死亡',
    people: () => [
      person(
        { 'left-behind-register': { personKind: '独居老人' }, deaths: { diedOn: '2026-09-03' } },
        { birth: '1950-06-01' },
      ),
    ],
    expect: 'finding',
    says: '登记为独居老人，殡葬名册记载 2026-09 死亡。',
  },
  {
    title: '减员名单记载死亡',
    people: () => [row(76), villager({ departures: { reason: '死亡', stopMonth: '2026-08' } })],
    expect: 'finding',
    says: '减员名单记载 2026-08 死亡',
  },
  {
    title: '户籍已迁出',
    people: () => [row(76), villager({ departures: { reason: '户籍迁移', stopMonth: '2026-08' } })],
    expect: 'finding',
    says: '户籍迁移',
  },
  {
    title: '已集中供养',
    people: () => [row(76), villager({ 'destitute-persons': { supportMode: '集中' } })],
    expect: 'finding',
    says: '集中供养',
  },
  {
    title: '分散供养的仍可登记',
    people: () => [row(76), villager({ 'destitute-persons': { supportMode: '分散' } })],
    expect: 'clear',
  },
  {
    title: '登记的是留守妇女',
    people: () => [
      person({ 'left-behind-register': { personKind: '留守妇女', age: 40 } }, { idNumber: null, linked: 'possible' }),
    ],
    expect: 'clear',
  },
  {
    title: '死亡名册没有报送',
    people: () => [row(59)],
    changes: { missing: ['death'] },
    expect: 'not-judged',
  },
  { title: '登记年龄没有填', people: () => [row(null)], expect: 'clear' },
  {
    title: '59 岁的独居老人又有减员记录，停保月份没有填',
    people: () => [
      person(
        { 'left-behind-register': { personKind: '独居老人' }, departures: { reason: '死亡' } },
        { birth: '1967-06-01' },
      ),
    ],
    expect: 'finding',
    says: '登记为独居老人，减员名单记载死亡；年龄 59 岁，不满 60 岁',
    facts: { kind: '独居老人', reasons: '减员名单记载死亡' },
  },
])
