import rule from '../../../../src/screen/rules/left-behind/unregistered-elderly.js'
import { allDeliveries, delivery, household, type Particulars, person, type Rosters } from '../../county.js'
import { type Case, table } from '../../table.js'

const poor = (
  relation: '户主' | '配偶' | '子' | '女' | '孙子女',
  workplace: string | null = null,
  more = {},
): Rosters => ({
  'registered-poor': { relation, workplace, ...more },
})
const elder = (about: Particulars = {}, rosters: Rosters = {}) =>
  person({ ...poor('户主'), ...rosters }, { birth: '1950-06-01', name: '王老', ...about })
const child = (workplace: string | null, more = {}) => person(poor('子', workplace, more), { birth: '1985-01-01' })
const home = (...members: ReturnType<typeof person>[]) => household('registered-poor', members, 'H')
const row = (age: number | null, about: Particulars = {}) =>
  person({ 'left-behind-register': { personKind: '留守老人', age } }, { idNumber: null, name: '王老', ...about })

/** A son of 62 in his mother's household, and these grandchildren of hers. */
const son = (...grandchildren: readonly (string | null)[]) =>
  home(
    person(poor('户主', '在家'), { birth: '1940-01-01' }),
    person(poor('子', '在家'), { birth: '1964-01-01', name: '王中' }),
    ...grandchildren.map((workplace) => person(poor('孙子女', workplace), { birth: '1990-01-01' })),
  )

table(rule, [
  {
    title: '62 岁，户主之孙只可能是其子女，在外省务工：只提示',
    people: () => son('江苏'),
    expect: 'finding',
    findings: 1,
    severity: 'note',
    says: '62 岁，同户 1 名成年子女（按与户主关系推算）都长期在外务工',
  },
  { title: '户主的两个孙子，一个在家', people: () => son('江苏', '在家'), expect: 'clear' },
  {
    title: '户主有两个儿子，说不清孙子是谁的',
    people: () =>
      home(
        person(poor('户主', '在家'), { birth: '1940-01-01' }),
        person(poor('子', '在家'), { birth: '1964-01-01' }),
        person(poor('子', '在家'), { birth: '1965-01-01' }),
        person(poor('孙子女', '江苏'), { birth: '1990-01-01' }),
      ),
    expect: 'clear',
  },
  {
    title: '76 岁，独子在外省务工，不在登记表',
    people: () => home(elder(), child('浙江省杭州市')),
    expect: 'finding',
    severity: 'low',
    says: '1 名成年子女都长期在外务工',
  },
  ...([{ birth: '1987-01-01' }, {}] as const).map(
    (about): Case => ({
      title: `另一个儿子那一行号码残缺，${'birth' in about ? '' : '年龄也不明，'}可能在家`,
      people: () =>
        home(elder(), child('浙江省杭州市'), person(poor('子'), { idNumber: null, linked: 'possible', ...about })),
      expect: 'clear',
    }),
  ),
  {
    title: '刚满 60 岁',
    people: () => home(elder({ birth: '1966-11-30' }), child('省外')),
    expect: 'finding',
  },
  { title: '不满 60 岁', people: () => home(elder({ birth: '1966-12-01' }), child('省外')), expect: 'clear' },
  {
    title: '务工满 6 个月',
    people: () => home(elder(), child('省外', { monthsWorked: 6 })),
    expect: 'finding',
  },
  {
    title: '务工只有 5 个月，不算长期',
    people: () => home(elder(), child('省外', { monthsWorked: 5 })),
    expect: 'clear',
  },
  { title: '一名子女在家', people: () => home(elder(), child('省外'), child('在家务农')), expect: 'clear' },
  { title: '一名子女的务工地没有写', people: () => home(elder(), child('省外'), child(null)), expect: 'clear' },
  { title: '子女在本县务工', people: () => home(elder(), child('安徽省示例县')), expect: 'clear' },
  {
    title: '外出的是未成年子女',
    people: () => home(elder(), person(poor('子', '省外'), { birth: '2010-01-01' })),
    expect: 'clear',
  },
  {
    title: '登记表有同名同村、年龄相符的人',
    people: () => [...home(elder(), child('省外')), row(76)],
    expect: 'clear',
  },
  { title: '年龄差一岁仍算', people: () => [...home(elder(), child('省外')), row(77)], expect: 'clear' },
  { title: '年龄差两岁是另一人', people: () => [...home(elder(), child('省外')), row(78)], expect: 'finding' },
  {
    title: '登记表的同名人在别的村',
    people: () => [...home(elder(), child('省外')), row(76, { place: { township: '水湖镇', village: '西村' } })],
    expect: 'finding',
  },
  {
    title: '该乡镇的登记表没有报送，别的乡镇报了',
    people: () => home(elder(), child('省外')),
    changes: {
      deliveries: [
        ...allDeliveries(['left-behind-elderly']),
        delivery('left-behind-register', { byTownship: { 庄墓镇: 40 } }),
      ],
    },
    expect: 'not-judged',
    says: '该乡镇',
  },
  {
    title: '登记表没有报送',
    people: () => home(elder(), child('省外')),
    changes: { missing: ['left-behind-elderly'] },
    expect: 'not-judged',
  },
  {
    title: '配偶在家，是空巢',
    people: () => home(elder(), person(poor('配偶'), { birth: '1951-01-01' }), child('省外')),
    expect: 'excused',
    excusedBy: 'spouse-at-home',
  },
  {
    title: '本县把有配偶同住的也算留守',
    people: () => home(elder(), person(poor('配偶'), { birth: '1951-01-01' }), child('省外')),
    changes: { settings: { rules: { on: [], off: [], settings: { 'left-behind.with-spouse': true } } } },
    expect: 'finding',
  },
  {
    title: '配偶已去世',
    people: () =>
      home(
        elder(),
        person({ ...poor('配偶'), deaths: { diedOn: '2026-01-01' } }, { birth: '1951-01-01' }),
        child('省外'),
      ),
    expect: 'finding',
  },
  {
    title: '本人已死亡',
    people: () => home(elder({}, { deaths: { diedOn: '2026-10-01' } }), child('省外')),
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '户籍已迁出',
    people: () => home(elder({}, { departures: { reason: '户籍迁移', stopMonth: '2026-09' } }), child('省外')),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '独子当月满 18 岁，在外务工',
    people: () => home(elder(), person(poor('子', '省外'), { birth: '2008-11-30' })),
    expect: 'finding',
  },
  {
    title: '配偶和子女都在外务工',
    people: () => home(elder(), person(poor('配偶', '省外'), { birth: '1951-01-01' }), child('省外')),
    expect: 'finding',
  },
])
