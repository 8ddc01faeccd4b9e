import type { Person } from '../../../../src/match/person.js'
import rule from '../../../../src/screen/rules/improper/shared-account.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const account = { bankAccount: '6217000000000001234' }
const subsidy = (name: string, more: Rosters = {}, birth = '1980-01-01'): Person =>
  person({ 'living-subsidies': { ...account, subsidyFen: 27_700 }, ...more }, { name, birth })
const home = (number: string, head: string, more: object = {}): readonly Person[] =>
  household(
    'rural-allowance',
    [
      person({ 'rural-allowance-members': { ...account, householdNumber: number, ...more } }, { name: head }),
      person({ 'rural-allowance-members': { ...account, householdNumber: number } }, { name: `${head}妻` }),
    ],
    number,
  )

// The wife's own subsidy goes to the account of the head.
const paidToHead = (more: Rosters): readonly Person[] => {
  const head = person({ 'rural-allowance-members': {}, ...more }, { name: '张三' })
  const wife = person(
    { 'rural-allowance-members': {}, 'living-subsidies': { ...account, accountHolder: '张三' } },
    { name: '王五' },
  )
  return household('rural-allowance', [head, wife], 'D1')
}

table(rule, [
  {
    title: '同一账号发给两户',
    people: () => [...home('D1', '张三'), ...home('D2', '李四')],
    expect: 'finding',
    severity: 'medium',
    says: '尾号 1234）同时发给另外 1 户',
    findings: 2,
  },
  {
    title: '户主已死亡的户由另一名成员代表，一户一条',
    people: () => {
      const [head, wife] = home('D1', '张三')
      const dead = person(
        { 'rural-allowance-members': { ...account, householdNumber: 'D3' }, deaths: { diedOn: '2026-05-01' } },
        { name: '王五' },
      )
      const widow = person({ 'rural-allowance-members': { ...account, householdNumber: 'D3' } }, { name: '王五妻' })
      const son = person({ 'rural-allowance-members': { ...account, householdNumber: 'D3' } }, { name: '王五子' })
      return [head, wife, ...household('rural-allowance', [dead, widow, son], 'D3')].filter(
        (each) => each !== undefined,
      )
    },
    expect: 'finding',
    findings: 2,
  },
  {
    title: '户名写的是本行的户主姓名，户主不在名册',
    people: () => [
      person({ 'rural-allowance-members': { ...account, accountHolder: '户外户主', headName: '户外户主' } }),
    ],
    expect: 'clear',
  },
  {
    title: '账号只在家庭名册，人员名册写明保障',
    people: () =>
      ['D1', 'D2'].flatMap((householdNumber) => {
        const lists = {
          'rural-allowance-members': { insured: true, householdNumber },
          'rural-allowance-households': { ...account, householdNumber, programmes: [] },
        }
        return household('rural-allowance', [person(lists, { name: `户主${householdNumber}` })], householdNumber)
      }),
    expect: 'finding',
    says: '农村低保的发放账号',
  },
  { title: '同一户各人同一账号', people: () => home('D1', '张三'), expect: 'clear' },
  {
    title: '账号只有后四位',
    people: () => ['张三', '李四'].map((name) => person({ 'living-subsidies': { bankAccount: '1234' } }, { name })),
    expect: 'clear',
  },
  {
    title: '户主已死亡，其余成员仍打到他的账号',
    people: () => paidToHead({ deaths: { diedOn: '2026-01-02' } }),
    expect: 'finding',
    says: '户名是已死亡的家人',
  },
  { title: '户主健在，补贴打到户主账号', people: () => paidToHead({}), expect: 'clear' },
  {
    title: '户名是外人',
    people: () => [person({ 'living-subsidies': { ...account, accountHolder: '外人' } }, { name: '张三' })],
    expect: 'finding',
    says: '户名不是领取人、户主或同户人员',
  },
  {
    title: '殡葬名册没有报送',
    people: () => home('D1', '张三'),
    changes: { missing: ['death'] },
    expect: 'not-judged',
  },
  {
    title: '扶贫名册列为同户',
    people: () => {
      const family = [subsidy('张三', { 'registered-poor': {} }), subsidy('李四', { 'registered-poor': {} })]
      household('registered-poor', family, 'H1')
      return family
    },
    expect: 'excused',
    excusedBy: 'one-family',
  },
  {
    title: '同户两人之外，账号还发给一名外人',
    people: () => {
      const family = [subsidy('张三', { 'registered-poor': {} }), subsidy('李四', { 'registered-poor': {} })]
      household('registered-poor', family, 'H1')
      return [...family, subsidy('外人')]
    },
    expect: 'finding',
  },
  {
    title: '三名外人的补贴发到同一账号，账号写法带空格和横线',
    people: () => [
      subsidy('张三'),
      person({ 'living-subsidies': { bankAccount: '6217 0000 0000 0001 234' } }, { name: '李四' }),
      person({ 'living-subsidies': { bankAccount: '6217-0000-0000-0001-234' } }, { name: '王五' }),
    ],
    expect: 'finding',
    findings: 3,
    says: '同时发给另外 2',
  },
  {
    title: '没有账号的、位数不够的、脱敏的，不算同一账号',
    people: () =>
      [null, '1234567', '6217********1234'].flatMap((bankAccount) =>
        ['甲', '乙'].map((name) => person({ 'living-subsidies': { bankAccount } }, { name })),
      ),
    expect: 'clear',
  },
  {
    title: '父母账号代领未成年人补贴',
    people: () => [subsidy('张三'), subsidy('小三', {}, '2012-01-01')],
    expect: 'excused',
    excusedBy: 'guardian-collects',
  },
  {
    title: '户名是登记的监护人',
    people: () => [
      person(
        { 'protected-children': { ...account, childKind: '孤儿', guardian: '李四', accountHolder: '李四' } },
        { birth: '2005-01-01' },
      ),
    ],
    expect: 'excused',
    excusedBy: 'guardian-collects',
  },
  {
    title: '未成年人单独一户，补贴打到已死亡父亲的账号',
    people: () => {
      const father = person({ 'registered-poor': {}, deaths: { diedOn: '2026-05-01' } }, { name: '张父' })
      const child = person(
        { 'registered-poor': {}, 'living-subsidies': { ...account, accountHolder: '张父' } },
        { name: '张小', birth: '2014-01-01' },
      )
      return household('registered-poor', [child, father], 'H1')
    },
    expect: 'finding',
    says: '户名是已死亡的家人',
  },
  {
    title: '三人同账号，两人同户，一人是外人',
    people: () => {
      const family = [subsidy('张三', { 'registered-poor': {} }), subsidy('李四', { 'registered-poor': {} })]
      household('registered-poor', family, 'H1')
      return [...family, subsidy('王五')]
    },
    expect: 'finding',
  },
  {
    title: '三人同账号，一人是未成年人，另两个成年人互不相干',
    people: () => [subsidy('张三'), subsidy('李四'), subsidy('小三', {}, '2012-01-01')],
    expect: 'finding',
  },
  {
    title: '重残成年人由人代领',
    people: () => [subsidy('张三'), subsidy('李四', { 'disability-certificates': { level: '2', category: '智力' } })],
    expect: 'excused',
    excusedBy: 'guardian-collects',
  },
  {
    title: '刚满 18 岁，不再由监护人代领',
    people: () => [subsidy('张三'), subsidy('小三', {}, '2008-11-30')],
    expect: 'finding',
  },
  {
    title: '户名是登记的照料人',
    people: () => [
      person({ 'destitute-persons': { ...account, carer: '李四', accountHolder: '李四' } }, { birth: '1950-01-01' }),
    ],
    expect: 'excused',
    excusedBy: 'guardian-collects',
  },
  {
    title: '两笔待遇，一笔打到本人账号，一笔打到已死亡家人的账号',
    people: () => {
      const father = person({ 'registered-poor': {}, deaths: { diedOn: '2026-05-01' } }, { name: '张父' })
      const child = person(
        {
          'registered-poor': {},
          'protected-children': { ...account, childKind: '孤儿', accountHolder: '张小' },
          'living-subsidies': { ...account, accountHolder: '张父' },
        },
        { name: '张小', birth: '2014-01-01' },
      )
      return household('registered-poor', [child, father], 'H1')
    },
    expect: 'finding',
    says: '户名是已死亡的家人',
  },
])
