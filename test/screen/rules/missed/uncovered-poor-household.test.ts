import rule from '../../../../src/screen/rules/missed/uncovered-poor-household.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const poor = (povertyState: '未脱贫' | '返贫' | '新增' | '已脱贫享受政策' | '贫困户' | null, more = {}) => ({
  'registered-poor': { povertyState, identifiedMonth: '2026-03', ...more },
})
const home = (...members: ReturnType<typeof person>[]) => household('registered-poor', members, 'H1')

table(rule, [
  {
    title: '返贫户三口人都不在低保、特困名册',
    people: () => home(person(poor('返贫')), person(poor('返贫')), person(poor('返贫'))),
    expect: 'finding',
    severity: 'high',
    says: '返贫',
    unit: 'household',
    members: 3,
  },
  { title: '未脱贫户无人在册', people: () => home(person(poor('未脱贫'))), expect: 'finding' },
  { title: '新增贫困户无人在册', people: () => home(person(poor('新增'))), expect: 'finding' },
  { title: '已脱贫户不在本规则内', people: () => home(person(poor('已脱贫享受政策'))), expect: 'clear' },
  {
    title: '户内一人在农村低保，整户即已覆盖',
    people: () => home(person(poor('返贫')), person({ ...poor('返贫'), 'rural-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '户内一人是孤儿，已有保障',
    people: () => home(person(poor('返贫')), person({ ...poor('返贫'), 'protected-children': { childKind: '孤儿' } })),
    expect: 'clear',
  },
  {
    title: '低保人员表写明“是否保障：否”，不算已覆盖',
    people: () => home(person({ ...poor('返贫'), 'rural-allowance-members': { insured: false } })),
    expect: 'finding',
  },
  {
    title: '名册只写一般贫困户、低保贫困户，没有写是否脱贫',
    people: () => home(person(poor('贫困户'))),
    expect: 'not-judged',
    says: '没有写是否脱贫',
  },
  {
    title: '只写贫困户而户内有人在保',
    people: () => home(person({ ...poor('贫困户'), 'rural-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '名册没有脱贫属性',
    people: () => home(person(poor(null))),
    expect: 'not-judged',
    says: '脱贫属性',
  },
  {
    title: '特困名册没有报送',
    people: () => home(person(poor('返贫'))),
    changes: { missing: ['destitute'] },
    expect: 'not-judged',
    says: '特困供养',
  },
  {
    title: '特困名册声明本县没有',
    people: () => home(person(poor('返贫'))),
    changes: { missing: ['destitute'], settings: { notHeld: ['destitute'], rules: { on: [], off: [], settings: {} } } },
    expect: 'finding',
  },
  {
    title: '低保名册里有号码残缺、可能是本户的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [...home(person(poor('返贫'), { candidates: [hidden] })), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '全家都有死亡或迁出记录',
    people: () =>
      home(person({ ...poor('返贫'), deaths: {} }), person({ ...poor('返贫'), departures: { reason: '户籍迁移' } })),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '停保汇总只列户主，写明整户迁出',
    people: () =>
      home(
        person({ ...poor('返贫'), departures: { reason: '户籍迁移', wholeHousehold: '整户' } }),
        person(poor('返贫')),
      ),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '停保汇总写明只是一人迁出，另一人仍在',
    people: () =>
      home(
        person({ ...poor('返贫'), departures: { reason: '户籍迁移', wholeHousehold: '个人' } }),
        person(poor('返贫')),
      ),
    expect: 'finding',
  },
  {
    title: '停保汇总写明主动退出',
    people: () => home(person({ ...poor('返贫'), departures: { reason: '主动退出' } })),
    expect: 'excused',
    excusedBy: 'waived',
  },
  {
    title: '放弃的是护理补贴，不是低保',
    people: () => home(person({ ...poor('返贫'), departures: { reason: '主动退出', programmeName: '护理补贴' } })),
    expect: 'finding',
  },
  {
    title: '户内儿子一人（个人）主动退出，父母没有放弃',
    people: () =>
      home(
        person(poor('返贫')),
        person({ ...poor('返贫'), departures: { reason: '主动退出', wholeHousehold: '个人' } }),
      ),
    expect: 'finding',
  },
  {
    title: '单人户主动退出，范围写个人',
    people: () => home(person({ ...poor('返贫'), departures: { reason: '主动退出', wholeHousehold: '个人' } })),
    expect: 'excused',
    excusedBy: 'waived',
  },
  {
    title: '户内一人死亡，另一人仍在',
    people: () => home(person({ ...poor('返贫'), deaths: {} }), person(poor('返贫'))),
    expect: 'finding',
  },
  {
    title: '殡葬名册没有报送，豁免无法检查，降一级',
    people: () => home(person(poor('返贫'))),
    changes: { missing: ['death'] },
    expect: 'finding',
    severity: 'medium',
    unchecked: 'all-dead-or-moved',
  },
  {
    title: '上月才识别，宽限一个月',
    people: () => home(person(poor('新增', { identifiedMonth: '2026-10' }))),
    expect: 'excused',
    excusedBy: 'recently-identified',
    because: '2026-10 识别，不满 2 个月',
  },
  {
    title: '两个月前识别，宽限已过',
    people: () => home(person(poor('新增', { identifiedMonth: '2026-09' }))),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '识别时间录成十年以后，宽限无法检查，降一级',
    people: () => home(person(poor('新增', { identifiedMonth: '2036-01' }))),
    expect: 'finding',
    severity: 'medium',
    unchecked: 'recently-identified',
  },
  {
    title: '没有识别时间，宽限无法检查，降一级',
    people: () => home(person(poor('新增', { identifiedMonth: null }))),
    expect: 'finding',
    severity: 'medium',
    unchecked: 'recently-identified',
  },
  {
    title: '只有女儿婚嫁迁出，没写停保范围，父母仍在',
    people: () =>
      home(person(poor('返贫')), person({ ...poor('返贫'), departures: { reason: '户籍迁移', stopMonth: '2026-09' } })),
    expect: 'finding',
  },
  {
    title: '停保汇总列户主迁出，没写停保范围，按整户',
    people: () =>
      home(person({ ...poor('返贫'), departures: { reason: '户籍迁移', stopMonth: '2026-09' } }), person(poor('返贫'))),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '老户上月添了新生儿，户不是刚识别',
    people: () =>
      home(
        person(poor('未脱贫', { identifiedMonth: '2014-06' })),
        person(poor('未脱贫', { identifiedMonth: '2026-10' })),
      ),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '主动退出在前，返贫识别在后，不算放弃',
    people: () =>
      home(
        person({
          ...poor('返贫', { identifiedMonth: '2026-03' }),
          departures: { reason: '主动退出', stopMonth: '2019-05' },
        }),
      ),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '返贫识别以后主动退出',
    people: () =>
      home(
        person({
          ...poor('返贫', { identifiedMonth: '2026-03' }),
          departures: { reason: '主动退出', stopMonth: '2026-03' },
        }),
      ),
    expect: 'excused',
    excusedBy: 'waived',
  },
  {
    title: '只写贫困户，两人中一人在保',
    people: () => home(person(poor('贫困户')), person({ ...poor('贫困户'), 'rural-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '脱贫属性只写在户主一行，也有不同写法的，按各行所写列证据',
    people: () => home(person(poor('返贫')), person(poor(null)), person(poor('新增'))),
    expect: 'finding',
    says: '登记为“返贫”',
    evidence: ['脱贫户：脱贫属性 返贫', '脱贫户：脱贫属性 返贫', '脱贫户：脱贫属性 新增'],
  },
  {
    title: '没有声明财产名单，列出待问',
    people: () => home(person(poor('返贫'))),
    expect: 'finding',
    unchecked: 'property',
    because: '没有车辆、不动产、工商等核对名单',
  },
  {
    title: '在车辆名单，是农用车，不算财产',
    people: () => home(person({ ...poor('返贫'), vehicles: { object: '农用三轮车' } })),
    changes: { lists: ['vehicles'] },
    expect: 'finding',
  },
  {
    title: '在车辆和企业名单',
    people: () => home(person({ ...poor('返贫'), vehicles: { object: '轿车' }, businesses: {} })),
    changes: { lists: ['vehicles', 'businesses'] },
    expect: 'excused',
    excusedBy: 'property',
    because: '登记车辆 1 辆，登记企业或个体户 1 家',
  },
  {
    title: '户内老人一人的养老金高于低保标准，不是全户财产超标',
    people: () => home(person(poor('返贫')), person({ ...poor('返贫'), pensions: { amountFen: 80_000 } })),
    changes: { lists: ['pensions'] },
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '单人户养老金高于低保标准',
    people: () => home(person({ ...poor('返贫'), pensions: { amountFen: 80_000 } })),
    changes: { lists: ['pensions'] },
    expect: 'excused',
    excusedBy: 'property',
    because: '月养老金 800 元，高于低保标准 700 元',
  },
  {
    title: '在养老金名单而没有金额，不知是否超标',
    people: () => home(person({ ...poor('返贫'), pensions: {} })),
    changes: { lists: ['pensions'] },
    expect: 'finding',
    unchecked: 'property',
    because: '没有金额',
  },
])
