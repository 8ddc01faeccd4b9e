import rule from '../../../../src/screen/rules/quality/certificate-disagrees.js'
import { idFor, person } from '../../county.js'
import { table } from '../../table.js'

const idNumber = idFor('1980-03-05', 501)
const certificate = { idNumber, category: 4, level: 2, reissue: null }
const holder = (fields: object) => person({ 'disability-certificates': { certificate, ...fields } }, { idNumber })

table(rule, [
  {
    title: '证号为肢体二级，表内填肢体三级',
    people: () => [holder({ category: '肢体', level: '3' })],
    expect: 'finding',
    severity: 'low',
    says: '肢体二级',
  },
  { title: '类别不同', people: () => [holder({ category: '视力', level: '2' })], expect: 'finding', says: '视力二级' },
  { title: '两者一致', people: () => [holder({ category: '肢体', level: '2' })], expect: 'clear' },
  { title: '表内没有类别和等级', people: () => [holder({})], expect: 'clear' },
  { title: '没有证号', people: () => [person({ 'disability-certificates': { level: '3' } })], expect: 'clear' },
  {
    title: '补贴名册里的证号与等级不符',
    people: () => [person({ 'care-subsidies': { certificate, level: '1' } }, { idNumber })],
    expect: 'finding',
    says: '护理补贴',
  },
  {
    title: '类别不同，等级没有填，只说类别',
    people: () => [holder({ category: '视力' })],
    expect: 'finding',
    says: '证号表示肢体二级，表内填视力。',
    evidence: ['残疾人证：证号表示肢体二级，表内填视力'],
  },
  {
    title: '两份名册里只有一份不符，只说那一份',
    people: () => [
      person(
        { 'disability-certificates': { certificate, level: '3' }, 'care-subsidies': { certificate, level: '2' } },
        { idNumber },
      ),
    ],
    expect: 'finding',
    says: '持证残疾人名单：',
  },
  {
    title: '表内等级填未定级',
    people: () => [holder({ category: '肢体', level: '未定级' })],
    expect: 'finding',
    says: '表内填肢体未定级。',
  },
])
