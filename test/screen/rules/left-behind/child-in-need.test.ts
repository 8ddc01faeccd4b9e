import rule from '../../../../src/screen/rules/left-behind/child-in-need.js'
import { idFor, intact, type Particulars, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const child = (fields: Rosters['left-behind-register'] = {}) =>
  person(
    { 'left-behind-register': { personKind: '留守儿童', age: 10, guardian: '石大山', ...fields } },
    { idNumber: null, name: '小石', linked: 'possible', grade: 'possible' },
  )
const guardian = (rosters: Rosters, about: Particulars = {}) =>
  person(rosters, { name: '石大山', birth: '1955-01-01', ...about })
const severe: Rosters = { 'disability-certificates': { level: '2', category: '肢体' } }
const number = idFor('1955-01-01', 77)

table(rule, [
  {
    title: '监护人重残',
    people: () => [child(), guardian(severe)],
    expect: 'finding',
    severity: 'high',
    says: '重残（肢体二级）（按同村同名查得，先核是否本人）',
  },
  {
    title: '监护人三级肢体残疾',
    people: () => [child(), guardian({ 'disability-certificates': { level: '3', category: '肢体' } })],
    expect: 'clear',
  },
  {
    title: '监护人四级精神残疾',
    people: () => [child(), guardian({ 'disability-certificates': { level: '4', category: '精神' } })],
    expect: 'finding',
  },
  {
    title: '监护人是特困人员',
    people: () => [child(), guardian({ 'destitute-persons': {} })],
    expect: 'finding',
    says: '特困人员',
  },
  {
    title: '监护人失联',
    people: () => [child({ guardianMissing: true })],
    expect: 'finding',
    says: '失联',
  },
  { title: '17 岁，监护人失联', people: () => [child({ guardianMissing: true, age: 17 })], expect: 'finding' },
  {
    title: '登记表没有年龄，监护人失联',
    people: () => [child({ guardianMissing: true, age: null })],
    expect: 'finding',
  },
  {
    title: '已满 18 岁仍留在登记表，不再强制报告',
    people: () => [child({ guardianMissing: true, age: 18 })],
    expect: 'clear',
  },
  { title: '监护人没有失联，也无其他情形', people: () => [child({ guardianMissing: false })], expect: 'clear' },
  {
    title: '同村有两个同名的人，分不清谁是监护人',
    people: () => [child(), guardian(severe), guardian({ 'registered-poor': {} })],
    expect: 'clear',
  },
  {
    title: '登记表有监护人号码，只看这一人',
    people: () => [
      child({ guardianIdNumber: intact(number) }),
      guardian(severe, { idNumber: number }),
      guardian({ 'registered-poor': {} }),
    ],
    expect: 'finding',
    says: '监护人重残（肢体二级），不在',
  },
  {
    title: '号码是另一人的，同名的重残人不算',
    people: () => [child({ guardianIdNumber: intact(number) }), guardian(severe)],
    expect: 'clear',
  },
  {
    title: '儿童已在事实无人抚养儿童名册',
    people: () => [
      child(),
      guardian(severe),
      person({ 'protected-children': { childKind: '事实无人抚养儿童' } }, { name: '小石', birth: '2016-03-01' }),
    ],
    expect: 'clear',
  },
  {
    title: '事实无人抚养儿童名册没有报送',
    people: () => [child(), guardian(severe)],
    changes: { missing: ['unattended-child'] },
    expect: 'not-judged',
  },
  {
    title: '同名的重残人在同镇别的村，不当作监护人',
    people: () => [child(), guardian(severe, { place: { township: '水湖镇', village: '西村' } })],
    expect: 'clear',
  },
  {
    title: '都不知哪个村，不按姓名推断监护人',
    people: () => {
      const place = { township: '水湖镇', village: null }
      return [Object.assign(child(), { place }), guardian(severe, { place })]
    },
    expect: 'clear',
  },
  {
    title: '同村另有一个没有号码的同名登记，多半是同一人，不妨碍判断',
    people: () => [child(), guardian(severe), guardian({ 'left-behind-register': {} }, { idNumber: null })],
    expect: 'finding',
  },
  {
    title: '同村只有一个没有号码的同名特困人员，身份不确定',
    people: () => [child(), guardian({ 'destitute-persons': {} }, { idNumber: null })],
    expect: 'clear',
  },
])
