import rule from '../../../../src/screen/rules/left-behind/women-register.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const woman = (fields: Rosters['left-behind-register'] = {}) =>
  person(
    { 'left-behind-register': { personKind: '留守妇女', age: 40, ...fields } },
    { idNumber: null, name: '孙水', linked: 'possible', grade: 'possible' },
  )
const couple = (workplace: string | null) =>
  household(
    'registered-poor',
    [
      person({ 'registered-poor': { relation: '户主', workplace } }),
      person({ 'registered-poor': { relation: '配偶' } }, { name: '孙水', birth: '1986-06-01' }),
    ],
    'H',
  )

table(rule, [
  { title: '20 岁', people: () => [woman({ age: 20 })], expect: 'clear' },
  { title: '19 岁', people: () => [woman({ age: 19 })], expect: 'finding', severity: 'low', says: '19 岁' },
  { title: '59 岁', people: () => [woman({ age: 59 })], expect: 'clear' },
  {
    title: '按号码 66 岁',
    people: () => [person({ 'left-behind-register': { personKind: '留守妇女' } }, { birth: '1960-06-01' })],
    expect: 'finding',
    says: '66 岁',
  },
  { title: '60 岁', people: () => [woman({ age: 60 })], expect: 'finding', says: '不在 20—59 岁' },
  {
    title: '丈夫在本县务工',
    people: () => [woman(), ...couple('示例县城关')],
    expect: 'finding',
    says: '丈夫没有外出务工',
  },
  { title: '丈夫在外省务工', people: () => [woman(), ...couple('广东省')], expect: 'clear' },
  { title: '丈夫的务工地没有写', people: () => [woman(), ...couple(null)], expect: 'clear' },
  { title: '登记表写丈夫在家', people: () => [woman({ husbandWorkplace: '在家' })], expect: 'finding' },
  { title: '登记表写丈夫在广东', people: () => [woman({ husbandWorkplace: '广东' })], expect: 'clear' },
  {
    title: '留守妇女登记表没有报送',
    people: () => [woman({ age: 60 })],
    changes: { missing: ['left-behind-woman'] },
    expect: 'not-judged',
  },
  { title: '登记年龄没有填', people: () => [woman({ age: null })], expect: 'clear' },
  {
    title: '60 岁，登记表又写丈夫在家',
    people: () => [woman({ age: 60, husbandWorkplace: '在家' })],
    expect: 'finding',
    says: '60 岁，不在 20—59 岁；登记表写丈夫在家',
    facts: { reasons: '不在 20—59 岁；登记表写丈夫在家' },
  },
  {
    title: '19 岁，登记表又写丈夫在家',
    people: () => [woman({ age: 19, husbandWorkplace: '在家' })],
    expect: 'finding',
    says: '19 岁，不在 20—59 岁；登记表写丈夫在家',
    facts: { reasons: '登记表写丈夫在家' },
  },
  {
    title: '按号码 19 岁，丈夫没有外出',
    people: () => {
      const [husband] = couple('在家')
      const row = { 'left-behind-register': { personKind: '留守妇女' as const } }
      const young = person({ 'registered-poor': { relation: '配偶' }, ...row }, { birth: '2007-05-01' })
      return husband ? household('registered-poor', [husband, young], 'H') : []
    },
    expect: 'finding',
    says: '19 岁，不在 20—59 岁；扶贫名册显示丈夫没有外出务工',
  },
])
