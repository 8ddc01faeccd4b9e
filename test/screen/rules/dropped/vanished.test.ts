import rule from '../../../../src/screen/rules/dropped/vanished.js'
import { household, intact, person } from '../../county.js'
import { table } from '../../table.js'

const before = (more = {}) => ({ past: { 'rural-allowance-members': { householdNumber: 'D1', ...more } } })

table(rule, [
  {
    title: '上月在农村低保，本月哪里都没有，也没有停保记录',
    people: () => [person({}, before())],
    expect: 'finding',
    severity: 'medium',
    unit: 'person',
    says: '2026-10',
  },
  {
    title: '脱贫户，升为高',
    people: () => [person({ 'registered-poor': {} }, before())],
    expect: 'finding',
    severity: 'high',
    says: '该户为',
  },
  {
    title: '上月在特困，本月哪里都没有',
    people: () => [person({}, { past: { 'destitute-persons': {} } })],
    expect: 'finding',
    says: '2026-10 在特困供养名册',
  },
  {
    title: '整户消失后成员分别在特困和低保在册的，不算整户',
    people: () => [person({ 'destitute-persons': {} }, before()), person({}, before()), person({}, before())],
    expect: 'finding',
    unit: 'person',
  },
  { title: '本月仍在农村低保', people: () => [person({ 'rural-allowance-members': {} }, before())], expect: 'clear' },
  { title: '本月转为城市低保', people: () => [person({ 'urban-allowance-members': {} }, before())], expect: 'clear' },
  { title: '本月转为特困', people: () => [person({ 'destitute-persons': {} }, before())], expect: 'clear' },
  {
    title: '本月转为孤儿保障',
    people: () => [person({ 'protected-children': { childKind: '孤儿' } }, before())],
    expect: 'clear',
  },
  { title: '上月只在临时救助', people: () => [person({}, { past: { 'temporary-aid': {} } })], expect: 'clear' },
  {
    title: '本月列在低保户内但注明不保障',
    people: () => [person({ 'rural-allowance-members': { insured: false } }, before())],
    expect: 'finding',
  },
  {
    title: '整户三人一起消失，归为一条',
    people: () => [person({}, before()), person({}, before()), person({}, before())],
    expect: 'finding',
    unit: 'household',
    members: 3,
    says: '涉及 3 人',
  },
  {
    title: '三人中一人仍在册，消失的各列一条',
    people: () => [person({ 'rural-allowance-members': {} }, before()), person({}, before())],
    expect: 'finding',
    unit: 'person',
  },
  {
    title: '整户消失，一人有死亡记录，只列其余两人',
    people: () => [person({ deaths: {} }, before()), person({}, before()), person({}, before())],
    expect: 'finding',
    unit: 'household',
    members: 2,
  },
  { title: '第一个月，没有上月', people: () => [person({})], changes: { previousMonth: null }, expect: 'not-judged' },
  {
    title: '停保汇总没有报送',
    people: () => [person({}, before())],
    changes: { missing: ['departure'] },
    expect: 'not-judged',
    says: '停保',
  },
  {
    title: '所在乡镇名册不全',
    people: () => [person({}, before())],
    changes: { stops: [{ programme: 'rural-allowance', township: '水湖镇', rowsBefore: 60, rowsNow: 0 }] },
    expect: 'not-judged',
    says: '水湖镇',
  },
  {
    title: '别的乡镇名册不全，不影响本乡镇',
    people: () => [person({}, before())],
    changes: { stops: [{ programme: 'rural-allowance', township: '庄墓镇', rowsBefore: 60, rowsNow: 0 }] },
    expect: 'finding',
  },
  {
    title: '本月低保名册里有号码残缺、可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [person({}, { ...before(), candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '有去年的停保记录，本月低保名册里又有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      const old = { departures: { reason: '收入超标' as const, stopMonth: '2025-06' } }
      return [person(old, { ...before(), candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '死亡名单里有同名无号、可能是本人的人',
    people: () => {
      const hidden = person({ deaths: {} }, { idNumber: null })
      return [person({}, { ...before(), candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '号同人异',
    people: () => [person({}, { ...before(), grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '有停保记录',
    people: () => [person({ departures: { reason: '收入超标', stopMonth: '2026-11' } }, before())],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '名册里仍有本人，状态为停保',
    people: () => [person({ 'rural-allowance-members': { householdNumber: 'D1', supportState: '已停' } }, before())],
    expect: 'excused',
    excusedBy: 'stop-stated',
  },
  {
    title: '名册里注明暂停，仍算在册',
    people: () => [person({ 'rural-allowance-members': { householdNumber: 'D1', supportState: '暂停' } }, before())],
    expect: 'clear',
  },
  {
    title: '上月的停保记录',
    people: () => [person({ departures: { reason: '收入超标', stopMonth: '2026-10' } }, before())],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '停保记录是去年的，之后又在册，不能说明本月',
    people: () => [person({ departures: { reason: '收入超标', stopMonth: '2025-06' } }, before())],
    expect: 'finding',
  },
  {
    title: '停保汇总只列户主，整户停保，家人一并说明',
    people: () => {
      const head = person(
        { departures: { reason: '收入超标', stopMonth: '2026-11' } },
        { past: { 'rural-allowance-members': { householdNumber: 'D1', relation: '户主' } } },
      )
      return [head, person({}, before({ headIdNumber: intact(head.idNumber ?? '') }))]
    },
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '只有户主的死亡记录，家人没有停保理由',
    people: () => {
      const head = person(
        { departures: { reason: '死亡', stopMonth: '2026-11' } },
        { past: { 'rural-allowance-members': { householdNumber: 'D1', relation: '户主' } } },
      )
      return [head, person({}, before({ headIdNumber: intact(head.idNumber ?? '') }))]
    },
    expect: 'finding',
  },
  {
    title: '户主死亡而停保汇总写整户停保，家人没有自己的停保理由',
    people: () => {
      const head = person(
        { departures: { reason: '死亡', stopMonth: '2026-11', wholeHousehold: '整户' } },
        { past: { 'rural-allowance-members': { householdNumber: 'D1', relation: '户主' } } },
      )
      return [head, person({}, before({ headIdNumber: intact(head.idNumber ?? '') }))]
    },
    expect: 'finding',
    says: '也没有本人的停保、减员或死亡记录',
  },
  {
    title: '殡葬名册有本人',
    people: () => [person({ deaths: { diedOn: '2026-10-28' } }, before())],
    expect: 'excused',
    excusedBy: 'death-recorded',
  },
  {
    title: '同名同出生日期同户的人以新号码在册',
    people: () => [
      person({}, { ...before(), name: '李四', birth: '1960-01-02' }),
      person({ 'rural-allowance-members': { householdNumber: 'D1' } }, { name: '李四', birth: '1960-01-02' }),
    ],
    expect: 'excused',
    excusedBy: 'number-corrected',
  },
  {
    title: '同名同出生日期但不同户，不是改号',
    people: () => [
      person({}, { ...before(), name: '李四', birth: '1960-01-02' }),
      person({ 'rural-allowance-members': { householdNumber: 'D9' } }, { name: '李四', birth: '1960-01-02' }),
    ],
    expect: 'finding',
  },
  {
    title: '已转刚性支出困难家庭',
    people: () => [person({ 'rigid-expenditure-members': {} }, before())],
    expect: 'excused',
    excusedBy: 'moved-to-marginal',
  },
  {
    title: '已转低保边缘',
    people: () => household('marginal', [person({ 'marginal-members': {} }, before())], 'B1'),
    expect: 'excused',
    excusedBy: 'moved-to-marginal',
  },
  {
    title: '本月停的只是残疾人补贴，不能说明低保为何没有了',
    people: () => [
      person({ departures: { reason: '其他', stopMonth: '2026-11', programmeName: '残疾人生活补贴' } }, before()),
    ],
    expect: 'finding',
  },
  {
    title: '补贴因户籍迁出停发，人已不在',
    people: () => [
      person({ departures: { reason: '户籍迁移', stopMonth: '2026-11', programmeName: '残疾人生活补贴' } }, before()),
    ],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '同名同出生日期同户的人上月已在册，不是改号',
    people: () => {
      const twin = { name: '钱改', birth: '1960-02-02' }
      return [
        person({}, { ...before(), ...twin }),
        person({ 'rural-allowance-members': { householdNumber: 'D1' } }, { ...before(), ...twin }),
      ]
    },
    expect: 'finding',
  },
  {
    title: '改号的人本月列两行，一行与原户同号',
    people: () => {
      const twin = { name: '钱改', birth: '1960-02-02' }
      return [
        person({}, { ...before(), ...twin }),
        person({ 'rural-allowance-members': [{ householdNumber: 'D7' }, { householdNumber: 'D1' }] }, twin),
      ]
    },
    expect: 'excused',
    excusedBy: 'number-corrected',
  },
  {
    title: '上月列两行，一行与改号的人同户',
    people: () => {
      const twin = { name: '钱改', birth: '1960-02-02' }
      const past = { 'rural-allowance-members': [{ householdNumber: 'D1' }, { householdNumber: 'D8' }] }
      return [person({}, { past, ...twin }), person({ 'rural-allowance-members': { householdNumber: 'D1' } }, twin)]
    },
    expect: 'excused',
    excusedBy: 'number-corrected',
  },
  {
    title: '有停保记录，没有写原因和月份',
    people: () => [person({ departures: {} }, before())],
    expect: 'excused',
    excusedBy: 'departure-recorded',
    because: '停保记录：原因未填，停保月份未填',
  },
  {
    title: '有停保记录，写明原因和月份',
    people: () => [person({ departures: { reason: '收入超标', stopMonth: '2026-11' } }, before())],
    expect: 'excused',
    excusedBy: 'departure-recorded',
    because: '停保记录：收入超标，2026-11',
  },
])
