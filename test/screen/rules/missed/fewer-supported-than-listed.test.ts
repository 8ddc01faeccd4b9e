import type { Person } from '../../../../src/match/person.js'
import rule from '../../../../src/screen/rules/missed/fewer-supported-than-listed.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const row = (insuredSize: number | null, more = {}) => ({ insuredSize, householdSize: 4, insured: true, ...more })
const home = (insuredSize: number | null, ...others: Person[]) =>
  household(
    'rural-allowance',
    [person({ 'rural-allowance-members': row(insuredSize, { relation: '户主' }) }), ...others],
    'D1',
  )
const left = (relation: '子' | '配偶', rosters: Rosters = {}, birth = '1970-01-01') =>
  person({ 'rural-allowance-members': row(2, { insured: false, relation }), ...rosters }, { birth })

table(rule, [
  {
    title: '家庭人口 4 人，保障 3 人，没写是谁',
    people: () => home(3),
    expect: 'finding',
    severity: 'note',
    members: 1,
    unchecked: 'covered-elsewhere',
  },
  {
    title: '配偶注明不保障',
    people: () => home(2, left('配偶')),
    expect: 'finding',
    severity: 'low',
    members: 1,
    says: '2 人未保障',
    evidence: ['农村低保：家庭人口 4 人，保障人口 2 人'],
  },
  { title: '全部保障', people: () => home(4), expect: 'clear' },
  { title: '没有保障人口', people: () => home(null), expect: 'clear' },
  {
    title: '低保名册没有报送',
    people: () => [],
    changes: { missing: ['rural-allowance', 'urban-allowance'] },
    expect: 'not-judged',
  },
  { title: '单人户施保', people: () => home(1), expect: 'excused', excusedBy: 'single-person-household' },
  {
    title: '没写是谁未保障，户内特困的人数正是未保人数',
    people: () => home(3, person({ 'rural-allowance-members': row(3, { insured: null }), 'destitute-persons': {} })),
    expect: 'excused',
    excusedBy: 'covered-elsewhere',
  },
  {
    title: '没写是谁未保障，未保的比户内特困的多',
    people: () => home(2, person({ 'rural-allowance-members': row(2, { insured: null }), 'destitute-persons': {} })),
    expect: 'finding',
    unchecked: 'covered-elsewhere',
  },
  {
    title: '未保成员是特困',
    people: () => home(2, left('配偶', { 'destitute-persons': {} })),
    expect: 'excused',
    excusedBy: 'covered-elsewhere',
  },
  {
    title: '未保成员是成年子女',
    people: () => home(2, left('子')),
    expect: 'excused',
    excusedBy: 'grown-children-only',
  },
  { title: '未保成员是 17 岁子女', people: () => home(2, left('子', {}, '2008-12-01')), expect: 'finding' },
  {
    title: '未保成员是成年重残子女，不能独立生活',
    people: () => home(2, left('子', { 'disability-certificates': { category: '智力', level: '2' } })),
    expect: 'finding',
    members: 1,
  },
  {
    title: '两名未保成员只有一名是特困',
    people: () => home(2, left('配偶', { 'destitute-persons': {} }), left('子', {}, '2012-01-01')),
    expect: 'finding',
    members: 2,
  },
  {
    title: '一名未保成员是特困，另一名是能独立生活的成年子女',
    people: () => home(2, left('配偶', { 'destitute-persons': {} }), left('子')),
    expect: 'excused',
    excusedBy: 'covered-elsewhere',
    because: '1 名未保成员已享特困或儿童保障，其余另有理由',
  },
  {
    title: '一名是特困，一名是成年子女，还有一名没有理由',
    people: () => home(2, left('配偶', { 'destitute-persons': {} }), left('子'), left('子', {}, '2012-01-01')),
    expect: 'finding',
    members: 3,
  },
  {
    title: '未保成员是刚满 18 岁的子女',
    people: () => home(2, left('子', {}, '2008-11-30')),
    expect: 'excused',
    excusedBy: 'grown-children-only',
    because: '1 名未保成员均为',
  },
])
