import rule from '../../../../src/screen/rules/left-behind/unregistered-child.js'
import { allDeliveries, delivery, household, idFor, type Particulars, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

type Relation = '户主' | '配偶' | '子' | '儿媳' | '孙子女' | '孙辈'
const poor = (relation: Relation, workplace: string | null = null): Rosters => ({
  'registered-poor': { relation, workplace },
})
const father = (workplace: string | null, more: Rosters = {}) => person({ ...poor('户主', workplace), ...more })
const mother = (workplace: string | null, more: Rosters = {}) => person({ ...poor('配偶', workplace), ...more })
const child = (about: Particulars = {}, more: Rosters = {}) =>
  person({ ...poor('子'), ...more }, { birth: '2016-03-01', name: '小石', ...about })
const home = (...members: ReturnType<typeof person>[]) => household('registered-poor', members, 'H')
/** A grandchild in the grandfather's household, with these others. */
const grandchild = (relation: '孙子女' | '孙辈', ...others: ReturnType<typeof person>[]) =>
  home(
    person(poor('户主', '在家'), { birth: '1955-01-01' }),
    ...others,
    person(poor(relation), { birth: '2016-03-01', name: '小石' }),
  )
const kin = (relation: '子' | '儿媳', workplace: string | null, birth = '1988-01-01') =>
  person(poor(relation, workplace), {
    birth,
    ...(relation === '子' ? { idNumber: idFor(birth, 101) } : { idNumber: idFor(birth, 102) }),
  })
const severe: Rosters = { 'disability-certificates': { level: '1', category: '肢体' } }

table(rule, [
  {
    title: '10 岁，父母都在外省务工',
    people: () => home(father('江苏'), mother('江苏'), child()),
    expect: 'finding',
    severity: 'low',
    says: '父母都在外务工',
  },
  {
    title: '一方外出，另一方重残',
    people: () => home(father('江苏'), mother(null, severe), child()),
    expect: 'finding',
    says: '另一方重残（肢体一级）',
  },
  { title: '一方外出，另一方在家能照料', people: () => home(father('江苏'), mother('在家'), child()), expect: 'clear' },
  { title: '父母都没有写务工地', people: () => home(father(null), mother(null), child()), expect: 'clear' },
  {
    title: '户内只有父亲，在外务工：只提示',
    people: () => home(father('江苏'), child()),
    expect: 'finding',
    severity: 'note',
    says: '该方在外务工',
  },
  {
    title: '孙子女，户内只有一对可能是父母的，都在外务工：只提示',
    people: () => grandchild('孙子女', kin('子', '江苏'), kin('儿媳', '江苏')),
    expect: 'finding',
    severity: 'note',
    says: '父母都在外务工（按与户主关系推算）',
  },
  {
    title: '孙子女，儿媳在家',
    people: () => grandchild('孙子女', kin('子', '江苏'), kin('儿媳', '在家')),
    expect: 'clear',
  },
  {
    title: '孙子女，户主有两个儿子，看不出父母是谁',
    people: () => grandchild('孙子女', kin('子', '江苏'), kin('子', '江苏', '1990-01-01')),
    expect: 'clear',
  },
  {
    title: '没有写明是孙子女还是外孙子女',
    people: () => grandchild('孙辈', kin('子', '江苏'), kin('儿媳', '江苏')),
    expect: 'clear',
  },
  {
    title: '差一天满 16 岁',
    people: () => home(father('江苏'), mother('江苏'), child({ birth: '2010-12-01' })),
    expect: 'finding',
  },
  {
    title: '已满 16 岁',
    people: () => home(father('江苏'), mother('江苏'), child({ birth: '2010-11-30' })),
    expect: 'clear',
  },
  {
    title: '已登记（同名同村、年龄相符）',
    people: () => [
      ...home(father('江苏'), mother('江苏'), child()),
      person({ 'left-behind-register': { personKind: '留守儿童', age: 10 } }, { idNumber: null, name: '小石' }),
    ],
    expect: 'clear',
  },
  {
    title: '登记表里的同名人是老人',
    people: () => [
      ...home(father('江苏'), mother('江苏'), child()),
      person({ 'left-behind-register': { personKind: '留守老人', age: 10 } }, { idNumber: null, name: '小石' }),
    ],
    expect: 'finding',
  },
  {
    title: '该乡镇的登记表没有报送，别的乡镇报了',
    people: () => home(father('江苏'), mother('江苏'), child()),
    changes: {
      deliveries: [
        ...allDeliveries(['left-behind-child']),
        delivery('left-behind-register', { byTownship: { 庄墓镇: 40 } }),
      ],
    },
    expect: 'not-judged',
    says: '该乡镇',
  },
  {
    title: '只报了留守老人登记表',
    people: () => home(father('江苏'), mother('江苏'), child()),
    changes: { missing: ['left-behind-child'] },
    expect: 'not-judged',
  },
  {
    title: '儿童已死亡',
    people: () => home(father('江苏'), mother('江苏'), child({}, { deaths: { diedOn: '2026-01-01' } })),
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '户籍已迁出',
    people: () =>
      home(father('江苏'), mother('江苏'), child({}, { departures: { reason: '户籍迁移', stopMonth: '2026-01' } })),
    expect: 'excused',
    excusedBy: 'moved-away',
  },
  {
    title: '没有号码，不知年龄',
    people: () => home(father('江苏'), mother('江苏'), person(poor('子'), { idNumber: null, name: '小石' })),
    expect: 'clear',
  },
])
