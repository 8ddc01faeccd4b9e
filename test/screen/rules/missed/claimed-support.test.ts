import rule from '../../../../src/screen/rules/missed/claimed-support.js'
import { household, person } from '../../county.js'
import { type Case, table } from '../../table.js'

const poor = (more = {}) => ({ 'registered-poor': { claimedAllowance: '农村低保' as const, ...more } })
const home = (...members: ReturnType<typeof person>[]) => household('registered-poor', members, 'H1')

table(rule, [
  {
    title: '脱贫户填报享受农村低保，民政查无此户',
    people: () => home(person(poor()), person(poor())),
    expect: 'finding',
    severity: 'medium',
    says: '称享受低保',
    members: 2,
  },
  {
    title: '填报享受低保，户内另一人在低保名册',
    people: () => home(person(poor()), person({ ...poor(), 'rural-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '只填“是否低保”为是，不知农村还是城市',
    people: () => home(person(poor({ claimedAllowance: '低保' }))),
    expect: 'finding',
  },
  { title: '填报未享受', people: () => home(person(poor({ claimedAllowance: '未享受' }))), expect: 'clear' },
  {
    title: '综合保障列有低保',
    people: () => home(person(poor({ claimedAllowance: null, comprehensive: '低保,残疾人补贴' }))),
    expect: 'finding',
  },
  ...['低保边缘、残疾人补贴', '未享受低保', '无低保,养老保险'].map(
    (comprehensive): Case => ({
      title: `综合保障填“${comprehensive}”，不是低保`,
      people: () => home(person(poor({ claimedAllowance: null, comprehensive }))),
      expect: 'clear',
    }),
  ),
  {
    title: '综合保障未列残疾人补贴、列有农村低保',
    people: () => home(person(poor({ claimedAllowance: null, comprehensive: '未享受残疾人补贴、农村低保' }))),
    expect: 'finding',
  },
  {
    title: '填报特困，只在低保名册',
    people: () =>
      home(
        person({
          ...poor({ claimedAllowance: null, claimedDestitute: '享受' }),
          'rural-allowance-members': {},
        }),
      ),
    expect: 'finding',
    says: '特困',
  },
  {
    title: '填报特困，在特困名册',
    people: () =>
      home(person({ ...poor({ claimedAllowance: null, claimedDestitute: '享受' }), 'destitute-persons': {} })),
    expect: 'clear',
  },
  {
    title: '同时是风险未消除的监测户，升为高，只问一次',
    people: () => {
      const member = person({
        ...poor(),
        'monitored-households': { claimedAllowance: '农村低保', riskCleared: '未消除' },
      })
      household('monitored', home(member), 'H1')
      return [member]
    },
    expect: 'finding',
    severity: 'high',
    findings: 1,
    says: '该户为风险未消除的监测对象',
  },
  {
    title: '同户只有一人列为监测对象，也只问一次',
    people: () => {
      const head = person({
        ...poor(),
        'monitored-households': { claimedAllowance: '农村低保', riskCleared: '未消除' },
      })
      const family = home(head, person(poor()))
      household('monitored', [head], 'H1')
      return family
    },
    expect: 'finding',
    findings: 1,
  },
  {
    title: '监测对象信息没有填报低保，脱贫户填了，按脱贫户问',
    people: () => {
      const member = person({
        ...poor(),
        'monitored-households': { claimedAllowance: '未享受', riskCleared: '未消除' },
      })
      household('monitored', home(member), 'H1')
      return [member]
    },
    expect: 'finding',
    findings: 1,
    says: '脱贫',
  },
  {
    title: '风险已消除的监测户，不升高',
    people: () => {
      const member = person({
        ...poor(),
        'monitored-households': { claimedAllowance: '农村低保', riskCleared: '已消除' },
      })
      household('monitored', home(member), 'H1')
      return [member]
    },
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '填报未享受特困',
    people: () => home(person(poor({ claimedAllowance: null, claimedDestitute: '未享受' }))),
    expect: 'clear',
  },
  {
    title: '综合保障列有特困供养',
    people: () => home(person(poor({ claimedAllowance: null, comprehensive: '特困供养' }))),
    expect: 'finding',
    says: '称享受特困供养',
  },
  {
    title: '填报未享受低保，综合保障栏的旧内容不作数',
    people: () => home(person(poor({ claimedAllowance: '未享受', comprehensive: '低保' }))),
    expect: 'clear',
  },
  { title: '两栏都没有填', people: () => home(person(poor({ claimedAllowance: null }))), expect: 'clear' },
  {
    title: '城市低保名册没有报送',
    people: () => home(person(poor())),
    changes: { missing: ['urban-allowance'] },
    expect: 'not-judged',
    says: '城市低保',
  },
  {
    title: '低保名册里有可能是本户的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [...home(person(poor(), { candidates: [hidden] })), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '上月刚停保，扶贫数据还没改',
    people: () => home(person({ ...poor(), departures: { reason: '收入超标', stopMonth: '2026-10' } })),
    expect: 'excused',
    excusedBy: 'recently-stopped',
  },
  {
    title: '停保已两个月',
    people: () => home(person({ ...poor(), departures: { reason: '收入超标', stopMonth: '2026-09' } })),
    expect: 'finding',
  },
  {
    title: '有停保记录但没有停保月份，降一级',
    people: () => home(person({ ...poor(), departures: { reason: '收入超标' } })),
    expect: 'finding',
    severity: 'low',
    unchecked: 'recently-stopped',
  },
  {
    title: '全家已迁出',
    people: () => home(person({ ...poor(), departures: { reason: '户籍迁移', stopMonth: '2025-01' } })),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '上月停的是残疾人补贴，与低保无关',
    people: () =>
      home(
        person({ ...poor(), departures: { reason: '其他', stopMonth: '2026-10', programmeName: '残疾人生活补贴' } }),
      ),
    expect: 'finding',
    severity: 'medium',
  },
  {
    title: '上月只是母亲死亡减员，全户仍查无低保',
    people: () =>
      home(person(poor()), person({ ...poor(), deaths: {}, departures: { reason: '死亡', stopMonth: '2026-10' } })),
    expect: 'finding',
  },
  {
    title: '在低保，另称祖父享受特困而特困名册查无',
    people: () =>
      home(
        person({ ...poor(), 'rural-allowance-members': {} }),
        person(poor({ claimedAllowance: '未享受', claimedDestitute: '享受' })),
      ),
    expect: 'finding',
    says: '称享受特困供养',
  },
  {
    title: '停保记录先列最近一次、后列多年前一次，按最近的算',
    people: () => home(person({ ...poor(), departures: [{ stopMonth: '2026-10' }, { stopMonth: '2020-01' }] })),
    expect: 'excused',
    excusedBy: 'recently-stopped',
    because: '2026-10 停保',
  },
])
