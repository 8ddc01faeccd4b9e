import rule from '../../../../src/screen/rules/dropped/stopped-in-grace-period.js'
import { household, person } from '../../county.js'
import { table } from '../../table.js'

const stopped = (more = {}) => ({
  'registered-poor': { povertyState: '已脱贫享受政策' as const },
  departures: { reason: '收入超标' as const, stopMonth: '2026-11', graceStart: '2026-01', ...more },
})
const { departures: income, ...poor } = stopped()
const home = (...members: ReturnType<typeof person>[]) => household('registered-poor', members, 'H1')

table(rule, [
  {
    title: '渐退期 2026-01 起，2026-11 停保，未满十二个月',
    people: () => home(person(stopped())),
    expect: 'finding',
    severity: 'high',
    says: '应保障至 2026-12',
    unit: 'household',
  },
  {
    title: '第十二个月停保，仍差一个月',
    people: () => home(person(stopped({ graceStart: '2025-12' }))),
    expect: 'finding',
  },
  {
    title: '渐退期已满十二个月',
    people: () => home(person(stopped({ graceStart: '2025-11' }))),
    expect: 'clear',
  },
  {
    title: '标准改为六个月，已满',
    people: () => home(person(stopped({ graceStart: '2026-05' }))),
    changes: { standards: [{ key: 'grace.months', from: '2020-01', value: 6, unit: '月', document: '测试' }] },
    expect: 'clear',
  },
  {
    title: '没有渐退起始月，从最初享受月估算并注明',
    people: () =>
      home(person(stopped({ graceStart: null }), { past: { 'rural-allowance-members': { startMonth: '2026-03' } } })),
    expect: 'finding',
    says: '起始月不详',
  },
  {
    title: '渐退起始月写在家庭名册，名册另有人员表',
    people: () =>
      home(
        person(stopped({ graceStart: null }), {
          past: {
            'rural-allowance-households': { programmes: [], graceStart: '2026-03' },
            'rural-allowance-register': { startMonth: '2022-02' },
          },
        }),
      ),
    expect: 'finding',
    says: '应保障至 2027-02',
  },
  {
    title: '起始月都没有记录',
    people: () => home(person(stopped({ graceStart: null }))),
    expect: 'not-judged',
    says: '渐退起始月',
  },
  {
    title: '停保记录没有停保月份',
    people: () => home(person(stopped({ stopMonth: null }))),
    expect: 'not-judged',
    says: '停保月份',
  },
  {
    title: '本县从最初享受月起算，已享受满十二个月',
    people: () => home(person(stopped(), { past: { 'rural-allowance-members': { startMonth: '2024-03' } } })),
    changes: {
      settings: { notHeld: [], rules: { on: [], off: [], settings: { 'grace.counts-from-first-support': true } } },
    },
    expect: 'clear',
  },
  {
    title: '本月已恢复低保',
    people: () => home(person({ ...stopped(), 'rural-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '停保的人不在册，同户另一人本月在低保',
    people: () => home(person(stopped()), person({ 'registered-poor': {}, 'rural-allowance-members': {} })),
    expect: 'clear',
  },
  {
    title: '户里另一人没有停保记录，只列停保的人',
    people: () => home(person({ 'registered-poor': {} }), person(stopped())),
    expect: 'finding',
    members: 1,
  },
  { title: '停保原因是转特困', people: () => home(person(stopped({ reason: '转特困' }))), expect: 'clear' },
  {
    title: '停的是特困，没有渐退期',
    people: () => home(person(stopped({ programmeName: '特困供养' }))),
    expect: 'clear',
  },
  {
    title: '停的是低保边缘，不是低保',
    people: () => home(person(stopped({ programmeName: '低保边缘家庭' }))),
    expect: 'clear',
  },
  {
    title: '停的是农村最低生活保障',
    people: () => home(person(stopped({ programmeName: '农村最低生活保障' }))),
    expect: 'finding',
  },
  {
    title: '不是建档立卡户',
    people: () => [person({ departures: { reason: '收入超标', stopMonth: '2026-11', graceStart: '2026-01' } })],
    expect: 'clear',
  },
  {
    title: '没有渐退期月数标准',
    people: () => home(person(stopped())),
    changes: { standards: [] },
    expect: 'not-judged',
    says: 'grace.months',
  },
  {
    title: '停保对象号同人异',
    people: () => home(person(stopped(), { grade: 'conflict' })),
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '低保名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [...home(person(stopped(), { candidates: [hidden] })), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '户主另有整户户籍迁出的记录',
    people: () => home(person({ ...stopped(), departures: [income, { reason: '户籍迁移' }] }), person(poor)),
    expect: 'excused',
    excusedBy: 'left-or-died',
    because: '停保汇总：户籍迁移',
  },
  {
    title: '单人户停保后服刑',
    people: () => home(person({ ...stopped(), departures: [income, { reason: '服刑' }] })),
    expect: 'excused',
    excusedBy: 'left-or-died',
    because: '停保汇总：服刑',
  },
  {
    title: '单人户停保后死亡（自然减员）',
    people: () => home(person({ ...stopped(), departures: [income, { reason: '死亡', stopMonth: '2026-11' }] })),
    expect: 'excused',
    excusedBy: 'left-or-died',
    because: '停保汇总：死亡',
  },
  {
    title: '单人户停保后死亡（只有殡葬名册）',
    people: () => home(person({ ...stopped(), deaths: { diedOn: '2026-11-20' } })),
    expect: 'excused',
    excusedBy: 'left-or-died',
    because: '被停保的人已死亡',
  },
  {
    title: '整户被停以后户主死亡，遗属的渐退期仍未满',
    people: () =>
      home(person({ ...stopped(), departures: [income, { reason: '死亡', stopMonth: '2026-11' }] }), person(poor)),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '整户被停以后户内老人死亡，其余的人渐退期仍未满',
    people: () => home(person(stopped()), person({ ...poor, departures: { reason: '死亡', stopMonth: '2026-11' } })),
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '户内女儿婚嫁迁出，其余的人渐退期仍未满',
    people: () => home(person(stopped()), person({ ...poor, departures: { reason: '户籍迁移' } })),
    expect: 'finding',
  },
  {
    title: '户内一人服刑，其余的人渐退期仍未满',
    people: () => home(person(stopped()), person({ ...poor, departures: { reason: '服刑' } })),
    expect: 'finding',
  },
  {
    title: '同户两人被停，都已死亡或迁出',
    people: () =>
      home(
        person({ ...stopped(), departures: [income, { reason: '死亡' }] }),
        person({ ...poor, departures: { reason: '户籍迁移', wholeHousehold: '个人' } }),
      ),
    expect: 'excused',
    excusedBy: 'left-or-died',
  },
  {
    title: '户内一人自己申请退出（个人），不能代表全户',
    people: () =>
      home(person(stopped()), person({ ...poor, departures: { reason: '主动退出', wholeHousehold: '个人' } })),
    expect: 'finding',
  },
  {
    title: '主动放弃的是护理补贴，不是低保',
    people: () =>
      home(person({ ...stopped(), departures: [income, { reason: '主动退出', programmeName: '护理补贴' }] })),
    expect: 'finding',
  },
  {
    title: '户内有人服役，不是停保的理由',
    people: () => home(person(stopped()), person({ ...stopped(), departures: { reason: '服役' } })),
    expect: 'finding',
  },
  {
    title: '备注只写服刑服兵役，分不清',
    people: () => home(person(stopped({ remark: '服刑服兵役' }))),
    expect: 'finding',
  },
  {
    title: '几年前的迁出记录不能说明这次停保',
    people: () =>
      home(person(stopped()), person({ ...stopped(), departures: { reason: '户籍迁移', stopMonth: '2022-05' } })),
    expect: 'finding',
  },
  {
    title: '备注写明有车辆',
    people: () => home(person(stopped({ remark: '核对发现名下车辆' }))),
    expect: 'excused',
    excusedBy: 'property-found',
    because: '停保汇总：核对发现名下车辆',
  },
  ...['家有小汽车', '2026年购房', '名下有房三处', '县城有商品房'].map((remark) => ({
    title: `备注写明${remark}`,
    people: () => home(person(stopped({ remark }))),
    expect: 'excused' as const,
    excusedBy: 'property-found',
  })),
  ...['在汽车站打工', '有三轮车', '没有小汽车', '未购房', '无商品房'].map((remark) => ({
    title: `备注${remark}，不是财产超标`,
    people: () => home(person(stopped({ remark }))),
    expect: 'finding' as const,
  })),
  {
    title: '备注写明主动申请退出',
    people: () => home(person(stopped({ remark: '本人主动申请退出' }))),
    expect: 'excused',
    excusedBy: 'voluntary-exit',
  },
  {
    title: '几年前停过一次（渐退期已满），这次又在渐退期内停保',
    people: () =>
      home(
        person({
          ...stopped(),
          departures: [
            { reason: '收入超标', stopMonth: '2022-04', graceStart: '2021-03' },
            { reason: '收入超标', stopMonth: '2026-11', graceStart: '2026-05' },
          ],
        }),
      ),
    expect: 'finding',
    says: '2026-11 以收入超标停保；渐退期自 2026-05 起',
  },
  {
    title: '几年前在渐退期内停过，这次渐退期已满',
    people: () =>
      home(
        person({
          ...stopped(),
          departures: [
            { reason: '收入超标', stopMonth: '2022-04', graceStart: '2022-01' },
            { reason: '收入超标', stopMonth: '2026-11', graceStart: '2025-11' },
          ],
        }),
      ),
    expect: 'clear',
  },
  {
    title: '备注写明财产未超标',
    people: () => home(person(stopped({ remark: '经核对财产未超标，未发现车辆' }))),
    expect: 'finding',
  },
  {
    title: '备注写明无儿无女、主动申请退出',
    people: () => home(person(stopped({ remark: '无儿无女主动申请退出' }))),
    expect: 'excused',
    excusedBy: 'voluntary-exit',
  },
  {
    title: '备注写明并非本人自愿',
    people: () => home(person(stopped({ remark: '收入超标停保，并非本人自愿' }))),
    expect: 'finding',
  },
])
