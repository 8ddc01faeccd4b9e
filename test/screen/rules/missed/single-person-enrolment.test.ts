import rule from '../../../../src/screen/rules/missed/single-person-enrolment.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const certificate = (level: '1' | '2' | '3' | '4' | null, category: '肢体' | '智力' | '精神' | '多重', more = {}) => ({
  'disability-certificates': { level, category, status: '有效' as const, ...more },
})
const marginal = { 'marginal-members': { startMonth: '2025-01' } }
const monitored = (fen: number | null, riskCleared: '未消除' | '已消除' = '未消除') => ({
  'monitored-households': { riskCleared, incomePerCapitaFen: fen },
})

table(rule, [
  {
    title: '低保边缘家庭的二级肢体残疾人',
    people: () => [person({ ...certificate('2', '肢体'), ...marginal })],
    expect: 'finding',
    severity: 'medium',
    says: '低保边缘',
  },
  { title: '三级肢体不在内', people: () => [person({ ...certificate('3', '肢体'), ...marginal })], expect: 'clear' },
  { title: '三级智力在内', people: () => [person({ ...certificate('3', '智力'), ...marginal })], expect: 'finding' },
  { title: '三级精神在内', people: () => [person({ ...certificate('3', '精神'), ...marginal })], expect: 'finding' },
  { title: '四级精神不在内', people: () => [person({ ...certificate('4', '精神'), ...marginal })], expect: 'clear' },
  {
    title: '三级多重残疾看不到子项，不推定',
    people: () => [person({ ...certificate('3', '多重'), ...marginal })],
    expect: 'clear',
  },
  {
    title: '低保边缘家庭的残疾人，名单没有等级，不知是否重残',
    people: () => [person({ ...certificate(null, '肢体'), ...marginal })],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  {
    title: '名单没有等级，家庭收入也高',
    people: () => [person({ ...certificate(null, '肢体'), ...monitored(9_999_999) })],
    expect: 'clear',
  },
  {
    title: '等级只在残疾证号里',
    people: () => [
      person({
        ...certificate(null, '肢体', {
          category: null,
          certificate: { idNumber: '', category: 5, level: 3, reissue: null },
        }),
        ...marginal,
      }),
    ],
    expect: 'finding',
    says: '智力三级',
  },
  {
    title: '残疾证已注销',
    people: () => [person({ ...certificate('1', '肢体', { status: '注销' }), ...marginal })],
    expect: 'clear',
  },
  {
    title: '残疾证本月注销（只有注销时间）',
    people: () => [person({ ...certificate('1', '肢体', { cancelledOn: '2026-11-02' }), ...marginal })],
    expect: 'clear',
  },
  {
    title: '本人已在低保',
    people: () => [person({ ...certificate('1', '肢体'), ...marginal, 'rural-allowance-members': {} })],
    expect: 'clear',
  },
  {
    title: '监测户人均收入正好是低保标准 1.5 倍（12600 元）',
    people: () => [person({ ...certificate('1', '肢体'), ...monitored(1_260_000) })],
    expect: 'finding',
    says: '低保标准的 1.5 倍（一年 12600 元；扶贫收入与低保口径不同',
  },
  {
    title: '监测户人均收入高出一分',
    people: () => [person({ ...certificate('1', '肢体'), ...monitored(1_260_001) })],
    expect: 'clear',
  },
  {
    title: '监测户风险已消除且不是脱贫户',
    people: () => [person({ ...certificate('1', '肢体'), ...monitored(500_000, '已消除') })],
    expect: 'clear',
  },
  {
    title: '脱贫户人均收入低',
    people: () => [person({ ...certificate('1', '肢体'), 'registered-poor': { incomePerCapitaFen: 500_000 } })],
    expect: 'finding',
  },
  {
    title: '扶贫数据没有人均收入',
    people: () => [person({ ...certificate('1', '肢体'), ...monitored(null) })],
    expect: 'not-judged',
    says: '人均收入',
  },
  {
    title: '没有低保标准',
    people: () => [person({ ...certificate('1', '肢体'), ...marginal })],
    changes: { standards: [] },
    expect: 'not-judged',
    says: 'subsistence.rural',
  },
  {
    title: '号同人异，先核身份',
    people: () => [person({ ...certificate('1', '肢体'), ...marginal }, { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '低保名册里有号码残缺、可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      return [person({ ...certificate('1', '肢体'), ...marginal }, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '已享事实无人抚养儿童保障',
    people: () => [
      person({
        ...certificate('1', '肢体'),
        ...marginal,
        'protected-children': { childKind: '事实无人抚养儿童' },
      }),
    ],
    expect: 'excused',
    excusedBy: 'protected-child',
  },
  {
    title: '本人已死亡',
    people: () => [person({ ...certificate('1', '肢体'), ...marginal, deaths: {} })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '低保边缘家庭的大病患者，没有残疾证，只提示',
    people: () => [person({ ...marginal, 'registered-poor': { health: '长期慢性病、患有大病' } })],
    expect: 'finding',
    severity: 'note',
    says: '本地大病范围',
  },
  {
    title: '慢性病不是大病',
    people: () => [person({ ...marginal, 'registered-poor': { health: '长期慢性病' } })],
    expect: 'clear',
  },
  {
    title: '患有大病而不是低保边缘家庭',
    people: () => [person({ 'registered-poor': { health: '患有大病' } })],
    expect: 'clear',
  },
  {
    title: '大病患者已在低保',
    people: () => [person({ ...marginal, 'registered-poor': { health: '患有大病' }, 'rural-allowance-members': {} })],
    expect: 'clear',
  },
])
