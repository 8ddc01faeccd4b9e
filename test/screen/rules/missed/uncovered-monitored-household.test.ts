import rule from '../../../../src/screen/rules/missed/uncovered-monitored-household.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const monitored = (more = {}) => ({
  'monitored-households': {
    monitoredKind: '边缘易致贫户' as const,
    riskCleared: '未消除' as const,
    identifiedMonth: '2026-03',
    ...more,
  },
})
const home = (...members: ReturnType<typeof person>[]) => household('monitored', members, 'H1')

table(rule, [
  {
    title: '边缘易致贫户风险未消除，全户无兜底',
    people: () => home(person(monitored()), person(monitored())),
    expect: 'finding',
    severity: 'medium',
    members: 2,
    says: '边缘易致贫户',
  },
  { title: '风险已消除', people: () => home(person(monitored({ riskCleared: '已消除' }))), expect: 'clear' },
  {
    title: '户内一人在城市低保',
    people: () => home(person({ ...monitored(), 'urban-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '户内一人在特困',
    people: () => home(person(monitored()), person({ ...monitored(), 'destitute-persons': {} })),
    expect: 'clear',
  },
  {
    title: '户内孙子是事实无人抚养儿童，祖父母没有低保、特困',
    people: () =>
      home(
        person(monitored()),
        person(monitored()),
        person({ ...monitored(), 'protected-children': { childKind: '事实无人抚养儿童' } }, { birth: '2015-01-01' }),
      ),
    expect: 'finding',
    members: 2,
    says: '只有 1 人享受孤儿或事实无人抚养儿童保障',
  },
  {
    title: '户内只有一名孤儿，已享受儿童保障',
    people: () =>
      home(person({ ...monitored(), 'protected-children': { childKind: '孤儿' } }, { birth: '2015-01-01' })),
    expect: 'clear',
  },
  {
    title: '名册没有风险是否消除',
    people: () => home(person(monitored({ riskCleared: null }))),
    expect: 'not-judged',
  },
  {
    title: '低保边缘名册没有报送',
    people: () => home(person(monitored())),
    changes: { missing: ['marginal'] },
    expect: 'not-judged',
    says: '低保边缘',
  },
  {
    title: '整户无劳动能力，升为高',
    people: () => home(person(monitored({ noLabourHousehold: true }))),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '人均收入低于低保标准十二个月（8399 元）',
    people: () => home(person(monitored({ incomePerCapitaFen: 839_900 }))),
    expect: 'finding',
    severity: 'high',
    says: '扶贫数据人均收入低于低保标准（口径不同，请核）',
  },
  {
    title: '人均收入正好是低保标准十二个月（8400 元），不升',
    people: () => home(person(monitored({ incomePerCapitaFen: 840_000 }))),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '只有因病一项，不升',
    people: () => home(person(monitored({ risk: '因病' }))),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '因病又有二级残疾人，升为高',
    people: () => home(person({ ...monitored({ risk: '因病' }), 'disability-certificates': { level: '2' } })),
    expect: 'finding',
    severity: 'high',
    says: '有重度残疾人',
  },
  {
    title: '因病又在近十二个月领过临时救助，升为高',
    people: () => home(person({ ...monitored({ risk: '因病' }), 'temporary-aid': { approvedOn: '2025-12-20' } })),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '临时救助下月才审批，不升',
    people: () => home(person({ ...monitored({ risk: '因病' }), 'temporary-aid': { approvedOn: '2026-12-01' } })),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '临时救助已过十二个月，不升',
    people: () => home(person({ ...monitored({ risk: '因病' }), 'temporary-aid': { approvedOn: '2025-11-30' } })),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '已纳入低保边缘',
    people: () => home(person({ ...monitored(), 'marginal-members': {} })),
    expect: 'excused',
    excusedBy: 'already-in-marginal',
  },
  {
    title: '已纳入刚性支出困难家庭',
    people: () => home(person({ ...monitored(), 'rigid-expenditure-members': {} })),
    expect: 'excused',
    excusedBy: 'already-in-marginal',
  },
  {
    title: '本县没有刚性支出困难家庭名册，照常判',
    people: () => home(person(monitored())),
    changes: { missing: ['rigid-expenditure'] },
    expect: 'finding',
  },
  {
    title: '上月新识别',
    people: () => home(person(monitored({ identifiedMonth: '2026-10' }))),
    expect: 'excused',
    excusedBy: 'recently-identified',
  },
  {
    title: '两个月前识别',
    people: () => home(person(monitored({ identifiedMonth: '2026-09' }))),
    expect: 'finding',
  },
  {
    title: '单人户已死亡',
    people: () => home(person({ ...monitored(), deaths: {} })),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '特困名册里有可能是本户的人',
    people: () => {
      const hidden = person({ 'destitute-persons': {} }, { idNumber: null })
      return [...home(person(monitored(), { candidates: [hidden] })), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '户内一人已纳入低保边缘',
    people: () => home(person(monitored()), person({ ...monitored(), 'marginal-members': {} })),
    expect: 'excused',
    excusedBy: 'already-in-marginal',
  },
  {
    title: '监测类别只写在一行，按各行所写列证据',
    people: () =>
      home(person(monitored({ monitoredKind: null })), person(monitored({ monitoredKind: '脱贫不稳定户' }))),
    expect: 'finding',
    says: '脱贫不稳定户，风险未消除，全户 2 人',
    evidence: ['监测对象：脱贫不稳定户，风险未消除', '监测对象：脱贫不稳定户，风险未消除'],
  },
  {
    title: '一人写因学，一人写因病又无劳力，户内另有重残人，升为高',
    people: () =>
      home(
        person(monitored({ risk: '因学' })),
        person({ ...monitored({ risk: '因病' }), 'disability-certificates': { level: '1' } }),
      ),
    expect: 'finding',
    severity: 'high',
    says: '风险：因病，有重度残疾人。',
  },
  {
    title: '只有因学一项，不作理由',
    people: () => home(person({ ...monitored({ risk: '因学' }), 'disability-certificates': { level: '1' } })),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '整户无劳动能力只写在户主一行',
    people: () => home(person(monitored({ noLabourHousehold: true })), person(monitored())),
    expect: 'finding',
    severity: 'high',
    says: '整户无劳动能力',
  },
  {
    title: '户内一人领过临时救助，另一笔没有审批日期',
    people: () =>
      home(
        person({ ...monitored({ risk: '因残' }), 'temporary-aid': { approvedOn: null } }),
        person({ ...monitored(), 'temporary-aid': { approvedOn: '2026-05-06' } }),
      ),
    expect: 'finding',
    severity: 'high',
    says: '近一年领过临时救助',
  },
  {
    title: '没有低保标准，照常判，只是不比收入',
    people: () => home(person(monitored({ incomePerCapitaFen: 100 }))),
    changes: { standards: [] },
    expect: 'finding',
    severity: 'medium',
  },
])
