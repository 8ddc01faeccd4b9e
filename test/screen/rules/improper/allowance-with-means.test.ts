import { meansLists } from '../../../../src/domain/extra-lists.js'
import rule from '../../../../src/screen/rules/improper/allowance-with-means.js'
import { person, type Rosters, standards } from '../../county.js'
import { type Case, table } from '../../table.js'

const member = (rosters: Rosters) => person({ 'rural-allowance-members': {}, ...rosters })
const savingsLimit = { key: 'savings.limit', from: '2020-01', value: 30_000, unit: '元', document: '测试' } as const
const changes = { lists: meansLists, standards: [...standards, savingsLimit] }
const row = (title: string, rosters: Rosters, expected: Partial<Case>): Case => ({
  title,
  people: () => [member(rosters)],
  expect: 'finding',
  changes,
  ...expected,
})

table(rule, [
  row('财政供养人员', { 'public-salary': { object: '某中学' } }, { severity: 'high', says: '财政供养' }),
  row('登记一辆车', { vehicles: { object: '小型轿车' } }, { severity: 'medium', says: '车辆 1 辆' }),
  row('一处不动产', { 'real-estate': { object: '东村1号' } }, { expect: 'clear' }),
  row(
    '两处不动产',
    { 'real-estate': [{ object: '东村1号' }, { object: '县城2幢' }] },
    { severity: 'medium', says: '不动产 2 处' },
  ),
  row('名单写明套数 2', { 'real-estate': { count: 2, object: '合计' } }, { says: '不动产 2 处' }),
  row('登记企业', { businesses: { object: '某建材公司' } }, { says: '企业或个体户 1 家' }),
  row('核对反馈表逐人列出，车辆数量 0', { vehicles: { count: 0 } }, { expect: 'clear' }),
  row('核对反馈表一行 0 辆，另有一行轿车', { vehicles: [{ count: 0 }, { object: '轿车' }] }, { says: '车辆 1 辆' }),
  row('工商登记数量 0', { businesses: { count: 0 } }, { expect: 'clear' }),
  row('公积金缴存额 0', { 'housing-fund': { amountFen: 0 } }, { expect: 'clear' }),
  row('公积金缴存 1 分', { 'housing-fund': { amountFen: 1 } }, { says: '公积金' }),
  row('缴存公积金', { 'housing-fund': { object: '某公司' } }, { says: '公积金' }),
  row('养老金 700 元，等于标准', { pensions: { amountFen: 70_000 } }, { expect: 'clear' }),
  row('养老金 700.01 元', { pensions: { amountFen: 70_001 } }, { says: '700.01 元' }),
  row('养老金没有金额', { pensions: {} }, { expect: 'not-judged', says: '没有金额' }),
  row('存款等于上限', { savings: { amountFen: 3_000_000 } }, { expect: 'clear' }),
  row('存款超过上限 1 分', { savings: [{ amountFen: 1_000_000 }, { amountFen: 2_000_001 }] }, { says: '30000.01 元' }),
  row(
    '没有存款上限这一行',
    { savings: { amountFen: 9_000_000 } },
    { expect: 'not-judged', says: 'savings.limit（银行存款上限）', changes: { ...changes, standards } },
  ),
  row('车和企业两样', { vehicles: { object: '轿车' }, businesses: { object: '公司' } }, { severity: 'high' }),
  {
    title: '农村、城市低保都在册，金额合计',
    people: () => [
      person({
        'rural-allowance-members': { amountFen: 84_000, insuredSize: 2 },
        'urban-allowance-members': { amountFen: 50_000, insuredSize: 1 },
        vehicles: { object: '轿车' },
      }),
    ],
    changes,
    expect: 'finding',
    amountFen: 92_000,
    says: '在农村低保、城市低保名册',
  },
  row('只在农村低保，不说城市低保', { vehicles: { object: '轿车' } }, { amountFen: null, says: '在农村低保名册，' }),
  row(
    '财政供养和公积金两份名单',
    { 'housing-fund': { object: '某中学' }, 'public-salary': { object: '某中学' } },
    { severity: 'high' },
  ),
  {
    title: '列在低保户内但不保障',
    people: () => [person({ 'rural-allowance-members': { insured: false }, vehicles: { object: '轿车' } })],
    changes,
    expect: 'clear',
  },
  {
    title: '有车，不在低保',
    people: () => [person({ 'marginal-members': {}, vehicles: { object: '轿车' } })],
    changes,
    expect: 'clear',
  },
  {
    title: '没有收到任何核对名单',
    people: () => [member({})],
    expect: 'not-judged',
    says: '车辆登记',
  },
  {
    title: '车辆名单里有可能是本人的人，不能据此认定',
    people: () => [person({ 'rural-allowance-members': {}, vehicles: { object: '轿车' } }, { linked: 'probable' })],
    changes,
    expect: 'clear',
  },
  row('残疾人代步车', { vehicles: { remark: '残疾人代步车' } }, { expect: 'excused', excusedBy: 'disability-vehicle' }),
  row('拖拉机', { vehicles: { object: '轮式拖拉机' } }, { expect: 'excused', excusedBy: 'farm-vehicle' }),
  row(
    '车辆类型一栏写着三轮',
    { vehicles: { object: '皖A00001', sort: '三轮汽车' } },
    { expect: 'excused', excusedBy: 'farm-vehicle' },
  ),
  row(
    '车辆状态一栏写着注销',
    { vehicles: { object: '皖A00001', state: '注销', remark: '无' } },
    { expect: 'excused', excusedBy: 'scrapped-vehicle' },
  ),
  row(
    '已报废未注销',
    { vehicles: { object: '轿车', remark: '报废' } },
    { expect: 'excused', excusedBy: 'scrapped-vehicle' },
  ),
  row('拖拉机一辆，轿车一辆', { vehicles: [{ object: '拖拉机' }, { object: '轿车' }] }, { says: '车辆 2 辆' }),
  row('挂名法人', { businesses: { remark: '挂名' } }, { expect: 'excused', excusedBy: 'nominal-owner' }),
  row('扶贫车间代持', { businesses: { object: '某扶贫车间' } }, { expect: 'excused', excusedBy: 'held-for-workshop' }),
  row('企业已注销', { businesses: { remark: '注销' } }, { expect: 'excused', excusedBy: 'business-closed' }),
  row(
    '两处房，其中一处危房改造',
    { 'real-estate': [{ object: '东村1号' }, { object: '东村2号', remark: '危房改造' }] },
    { expect: 'excused', excusedBy: 'rebuilt-house' },
  ),
  row(
    '拖拉机和危改房互不相干，都有说明',
    { vehicles: { object: '拖拉机' }, 'real-estate': { count: 2, remark: '危改' } },
    { expect: 'excused', excusedBy: 'farm-vehicle' },
  ),
  row(
    '村干部误工补贴',
    { 'public-salary': { remark: '误工补贴' } },
    { expect: 'excused', excusedBy: 'village-cadre-pay' },
  ),
  row(
    '借名存款',
    { savings: { amountFen: 9_000_000, remark: '借名代存' } },
    { expect: 'excused', excusedBy: 'borrowed-name' },
  ),
  row('名单没有写明用途，降一级', { vehicles: {} }, { severity: 'low', unchecked: 'farm-vehicle' }),
  row(
    '本月已停保，名册滞后',
    { vehicles: { object: '轿车' }, departures: { reason: '财产超标', stopMonth: '2026-11' } },
    { expect: 'excused', excusedBy: 'stop-recorded' },
  ),
  ...['高龄津贴', '护理补贴', '孤儿', '五保供养'].map((programmeName) =>
    row(
      `本月停的是${programmeName}`,
      { vehicles: { object: '轿车' }, departures: { reason: '财产超标', stopMonth: '2026-11', programmeName } },
      {},
    ),
  ),
  row(
    '十月停了低保，名册滞后一个月',
    { vehicles: { object: '轿车' }, departures: { stopMonth: '2026-10', programmeName: '农村低保' } },
    { expect: 'excused', excusedBy: 'stop-recorded' },
  ),
  row('九月停保，已过一个月', { vehicles: { object: '轿车' }, departures: { stopMonth: '2026-09' } }, {}),
  row('停保没有月份', { vehicles: { object: '轿车' }, departures: { reason: '财产超标' } }, {}),
  row(
    '九月停保后又在册',
    { vehicles: { object: '轿车' }, departures: { reason: '财产超标', stopMonth: '2026-09' } },
    {},
  ),
  row(
    '农用车，另有养老金而没有金额',
    { vehicles: { object: '拖拉机' }, pensions: {} },
    { expect: 'excused', excusedBy: 'farm-vehicle' },
  ),
  row('两辆车，一辆没有写明，一辆是轿车', { vehicles: [{}, { object: '轿车' }] }, { severity: 'medium' }),
])
