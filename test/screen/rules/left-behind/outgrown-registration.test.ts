import rule from '../../../../src/screen/rules/left-behind/outgrown-registration.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const registered = (fields: Rosters['left-behind-register'] = {}) =>
  person(
    { 'left-behind-register': { personKind: '留守儿童', age: 10, ...fields } },
    { idNumber: null, name: '小石', linked: 'possible', grade: 'possible' },
  )
const home = (father: Rosters, mother: Rosters) =>
  household(
    'registered-poor',
    [
      person({ 'registered-poor': { relation: '户主' }, ...father }),
      person({ 'registered-poor': { relation: '配偶' }, ...mother }),
      person({ 'registered-poor': { relation: '子' } }, { name: '小石', birth: '2016-03-01' }),
    ],
    'H',
  )
const at = (relation: '户主' | '配偶', workplace: string): Rosters => ({ 'registered-poor': { relation, workplace } })
const away = at('户主', '上海')

table(rule, [
  {
    title: '登记年龄 16 岁',
    people: () => [registered({ age: 16 })],
    expect: 'finding',
    severity: 'low',
    says: '已满 16 岁',
  },
  {
    title: '按号码 16 岁',
    people: () => [person({ 'left-behind-register': { personKind: '留守儿童' } }, { birth: '2010-06-01' })],
    expect: 'finding',
    says: '16 岁，已满 16 岁',
  },
  { title: '登记年龄 15 岁', people: () => [registered({ age: 15 })], expect: 'clear' },
  {
    title: '母亲在家务农',
    people: () => [registered(), ...home(away, at('配偶', '在家务农'))],
    expect: 'finding',
    says: '父母有人在家',
  },
  {
    title: '在家的母亲重残，仍算留守',
    people: () => [
      registered(),
      ...home(away, { ...at('配偶', '在家'), 'disability-certificates': { level: '2', category: '智力' } }),
    ],
    expect: 'clear',
  },
  {
    title: '在家务工的母亲已服役',
    people: () => [
      registered(),
      ...home(away, { ...at('配偶', '在家'), departures: { reason: '服役', stopMonth: '2026-09' } }),
    ],
    expect: 'clear',
  },
  { title: '父母都在外', people: () => [registered(), ...home(away, at('配偶', '上海'))], expect: 'clear' },
  {
    title: '登记表写父亲在家',
    people: () => [registered({ fatherWorkplace: '在家务农', motherWorkplace: '上海' })],
    expect: 'finding',
    says: '登记表写父亲在家',
  },
  {
    title: '登记表写父母都在外',
    people: () => [registered({ fatherWorkplace: '上海', motherWorkplace: '上海' })],
    expect: 'clear',
  },
  {
    title: '扶贫名册没有报送',
    people: () => [registered({ age: 17 })],
    changes: { missing: ['registered-poor'] },
    expect: 'not-judged',
  },
  {
    title: '残疾人证名册没有报送，看不出在家的一方能否照料',
    people: () => [registered(), ...home(away, at('配偶', '在家务农'))],
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  {
    title: '登记表写母亲返乡，孩子又满 17 岁',
    people: () => [registered({ age: 17, fatherWorkplace: '上海', motherWorkplace: '返乡' })],
    expect: 'finding',
    says: '17 岁，已满 16 岁；登记表写母亲在家',
    facts: { reasons: '已满 16 岁；登记表写母亲在家' },
  },
])
