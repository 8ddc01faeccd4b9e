import type { Standard, StandardKey } from '../../../../src/domain/standards.js'
import type { RecordOf } from '../../../../src/ingest/sources/all.js'
import rule from '../../../../src/screen/rules/improper/destitute-care-level.js'
import { allDeliveries, person, standards } from '../../county.js'
import { type Case, table } from '../../table.js'

type Row = Partial<RecordOf<'destitute-persons'>>
const dated = (key: StandardKey, value: number, from = '2025-01'): Standard => {
  return { key, from, value, unit: '元/月', document: '测试' }
}
const care = [
  dated('destitute.basic', 1000),
  dated('destitute.care.concentrated.full', 900),
  dated('destitute.care.concentrated.half', 500),
  dated('destitute.care.concentrated.none', 80),
  dated('destitute.care.scattered.full', 700),
  dated('destitute.care.scattered.half', 400),
  dated('destitute.care.scattered.none', 60),
]
const yearly = [...standards, ...care].map((each) =>
  each.key === 'destitute.care.concentrated.none' ? { ...each, value: 989, unit: '元/年' } : each,
)
const changes = { standards: [...standards, ...care] }
const cared: Row = { carer: '李四', careAgreement: '已签', startMonth: '2024-01' }
const row = (title: string, fields: Row | readonly Row[], expected: Partial<Case> = {}): Case => ({
  title,
  people: () => [person({ 'destitute-persons': [fields].flat().map((each) => ({ ...cared, ...each })) })],
  expect: 'finding',
  changes,
  ...expected,
})

const withColumns = (columns: Readonly<Record<string, string>>) => ({
  ...changes,
  deliveries: allDeliveries().map((each) => (each.source === 'destitute-persons' ? { ...each, columns } : each)),
})
const helpless: Row = { supportMode: '分散', selfCare: '全护理', carer: null, careAgreement: null }

table(rule, [
  row('集中供养的全护理，机构照料，不要求照料人', { ...helpless, supportMode: '集中' }, { expect: 'clear' }),
  row('名册没有照料人和协议两列', helpless, { expect: 'clear', changes: withColumns({ supportMode: '供养方式' }) }),
  row('名册只有照料人一列，空着', helpless, {
    facts: { faults: '分散供养、不能自理，没有照料人' },
    changes: withColumns({ carer: '照料人姓名' }),
  }),
  row('名册只有照料协议一列，空着', helpless, {
    facts: { faults: '分散供养、不能自理，没有委托照料协议' },
    changes: withColumns({ careAgreement: '照料协议' }),
  }),
  row(
    '分散全护理按集中的标准发放，是金额不对，不是档次不对',
    { supportMode: '分散', selfCare: '全护理', nursingFen: 90_000 },
    { facts: { faults: '照料护理费（分散·全护理）发放 900 元，标准 700 元，多 200 元' } },
  ),
  row('集中又分散', [{ supportMode: '集中' }, { supportMode: '分散' }], { severity: 'high', says: '同时登记' }),
  row(
    '全自理按全护理发放',
    { supportMode: '分散', selfCare: '全自理', nursingFen: 70_000 },
    {
      severity: 'medium',
      amountFen: 64_000,
      says: '全自理而按全护理发放：照料护理费（分散·全自理）发放 700 元，标准 60 元，多 640 元',
    },
  ),
  ...[8_240, 8_200, 8_300].map((nursingFen) =>
    row(
      `标准每年 989 元除不尽，按月发 ${nursingFen / 100} 元`,
      { supportMode: '集中', selfCare: '全自理', nursingFen },
      { expect: 'clear', changes: { standards: yearly } },
    ),
  ),
  row(
    '标准每年 989 元，按月发 84 元',
    { supportMode: '集中', selfCare: '全自理', nursingFen: 8_400 },
    { says: '发放 84 元，标准 82.42 元，多 1.58 元', changes: { standards: yearly } },
  ),
  row('半护理发放等于标准', { supportMode: '分散', selfCare: '半护理', nursingFen: 40_000 }, { expect: 'clear' }),
  row(
    '半护理少发 1 分',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 39_999 },
    {
      severity: 'high',
      amountFen: 1,
      says: '少 0.01 元',
    },
  ),
  row(
    '集中全护理按分散标准发放',
    { supportMode: '集中', selfCare: '全护理', nursingFen: 70_000 },
    {
      amountFen: 20_000,
      says: '集中·全护理',
    },
  ),
  row(
    '基本生活费不等于标准',
    { supportMode: '集中', selfCare: '全自理', nursingFen: 8_000, basicFen: 95_000 },
    {
      amountFen: 5_000,
      says: '基本生活费发放 950 元，标准 1000 元，少 50 元',
    },
  ),
  row(
    '分散全护理没有照料人',
    { supportMode: '分散', selfCare: '全护理', carer: null },
    {
      severity: 'medium',
      amountFen: null,
      says: '没有照料人',
    },
  ),
  row(
    '分散全护理没有委托照料协议',
    { supportMode: '分散', selfCare: '全护理', careAgreement: '未签' },
    {
      says: '没有委托照料协议',
    },
  ),
  row('分散全护理，照料人和协议都有', { supportMode: '分散', selfCare: '全护理' }, { expect: 'clear' }),
  row('分散半护理不要求照料人', { supportMode: '分散', selfCare: '半护理', carer: null }, { expect: 'clear' }),
  row(
    '全护理没有照料人，金额也不对，取重的',
    { supportMode: '分散', selfCare: '全护理', carer: null, nursingFen: 70_001 },
    { severity: 'high', amountFen: 1 },
  ),
  row('只有供养方式', { supportMode: '分散' }, { expect: 'not-judged' }),
  row('只有自理能力', { selfCare: '全自理' }, { expect: 'not-judged' }),
  row('两行中一行两项都有', [{}, { supportMode: '分散', selfCare: '全自理' }], { expect: 'clear' }),
  row('名册没有供养方式和自理能力', {}, { expect: 'not-judged', says: '没有供养方式或自理能力' }),
  row(
    '缺分散半护理标准',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 1 },
    {
      changes: { standards: changes.standards.filter(({ key }) => key !== 'destitute.care.scattered.half') },
      expect: 'not-judged',
      says: 'destitute.care.scattered.half（特困照料护理标准(分散·半护理)），请补一行',
    },
  ),
  row(
    '本月才纳入',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 20_000, startMonth: '2026-11' },
    {
      expect: 'excused',
      excusedBy: 'conversion-month',
    },
  ),
  row(
    '标准本月起调整，金额不是旧标准',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 38_000 },
    { changes: { standards: [...changes.standards, dated('destitute.care.scattered.half', 420, '2026-11')] } },
  ),
  row(
    '标准上月起调整，本月补发一个月差额',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 44_000 },
    {
      changes: { standards: [...changes.standards, dated('destitute.care.scattered.half', 420, '2026-10')] },
      expect: 'excused',
      excusedBy: 'care-standard-just-changed',
    },
  ),
  row(
    '标准本月起调整，仍按旧标准发放',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 40_000 },
    {
      changes: { standards: [...changes.standards, dated('destitute.care.scattered.half', 420, '2026-11')] },
      expect: 'excused',
      excusedBy: 'care-standard-just-changed',
    },
  ),
  row(
    '标准上月起调整',
    { supportMode: '分散', selfCare: '半护理', nursingFen: 40_000 },
    {
      changes: { standards: [...changes.standards, dated('destitute.care.scattered.half', 420, '2026-10')] },
      says: '标准 420 元',
    },
  ),
])
