import rule from '../../../../src/screen/rules/subsidy/poor-without-living-subsidy.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const certificate = (more = {}) => ({
  'disability-certificates': { level: '3' as const, category: '视力' as const, issuedOn: '2020-05-01', ...more },
})
const poor = { 'registered-poor': { povertyState: '已脱贫享受政策' as const } }

table(rule, [
  {
    title: '脱贫户三级残疾人不在生活补贴名册',
    people: () => [person({ ...certificate(), ...poor })],
    expect: 'finding',
    severity: 'medium',
    says: '视力三级',
  },
  {
    title: '风险未消除的监测对象',
    people: () => [person({ ...certificate(), 'monitored-households': { riskCleared: '未消除' } })],
    expect: 'finding',
    says: '监测对象',
  },
  {
    title: '名单没有等级，不知是否应补',
    people: () => [person({ ...certificate({ level: null }), ...poor })],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  {
    title: '名单没有等级，也不在脱贫户、监测对象名册的扩面范围',
    people: () => [
      person({ ...certificate({ level: null }), 'registered-poor': { povertyState: '已脱贫不享受政策' } }),
    ],
    expect: 'clear',
  },
  {
    title: '风险已消除的监测对象',
    people: () => [person({ ...certificate(), 'monitored-households': { riskCleared: '已消除' } })],
    expect: 'clear',
  },
  {
    title: '名册没有写风险是否消除',
    people: () => [person({ ...certificate(), 'monitored-households': {} })],
    expect: 'clear',
  },
  {
    title: '脱贫不享受政策',
    people: () => [person({ ...certificate(), 'registered-poor': { povertyState: '已脱贫不享受政策' } })],
    expect: 'clear',
  },
  {
    title: '扶贫名册里的一般农户',
    people: () => [person({ ...certificate(), 'registered-poor': { povertyState: '一般农户' } })],
    expect: 'clear',
  },
  { title: '未定级', people: () => [person({ ...certificate({ level: '未定级' }), ...poor })], expect: 'clear' },
  { title: '残疾证注销', people: () => [person({ ...certificate({ status: '注销' }), ...poor })], expect: 'clear' },
  {
    title: '已领生活补贴',
    people: () => [person({ ...certificate(), ...poor, 'living-subsidies': {} })],
    expect: 'clear',
  },
  {
    title: '同时在低保，由 P01 列出',
    people: () => [person({ ...certificate(), ...poor, 'rural-allowance-members': { insured: true } })],
    expect: 'clear',
  },
  {
    title: '本县未扩面',
    people: () => [person({ ...certificate(), ...poor })],
    changes: {
      settings: { notHeld: [], rules: { on: [], off: [], settings: { 'living-subsidy.extends-to-poor': false } } },
    },
    expect: 'clear',
  },
  {
    title: '生活补贴名册没有报送',
    people: () => [person({ ...certificate(), ...poor })],
    changes: { missing: ['living-subsidy'] },
    expect: 'not-judged',
    says: '困难残疾人生活补贴',
  },
  {
    title: '生活补贴名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'living-subsidies': {} }, { idNumber: null })
      return [person({ ...certificate(), ...poor }, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '特困人员',
    people: () => [person({ ...certificate(), ...poor, 'destitute-persons': {} })],
    expect: 'excused',
    excusedBy: 'destitute-person',
  },
  {
    title: '孤儿',
    people: () => [person({ ...certificate(), ...poor, 'protected-children': { childKind: '孤儿' } })],
    expect: 'excused',
    excusedBy: 'orphan',
  },
  {
    title: '已死亡',
    people: () => [person({ ...certificate(), ...poor, deaths: { diedOn: '2026-10-02' } })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '本月发证',
    people: () => [person({ ...certificate({ issuedOn: '2026-11-01' }), ...poor })],
    expect: 'excused',
    excusedBy: 'late-certificate',
  },
  {
    title: '上月发证',
    people: () => [person({ ...certificate({ issuedOn: '2026-10-31' }), ...poor })],
    expect: 'finding',
  },
])
