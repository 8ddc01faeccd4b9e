import rule from '../../../../src/screen/rules/subsidy/care-subsidy-missing.js'
import { person } from '../../county.js'
import { type Case, table } from '../../table.js'

const certificate = (level: '1' | '2' | '3' | '未定级' | null, more = {}) => ({
  'disability-certificates': { level, category: '视力' as const, issuedOn: '2020-05-01', ...more },
})

table(rule, [
  {
    title: '二级残疾人不在护理补贴名册',
    people: () => [person(certificate('2'))],
    expect: 'finding',
    severity: 'medium',
    says: '视力二级',
  },
  { title: '一级残疾人不在护理补贴名册', people: () => [person(certificate('1'))], expect: 'finding' },
  { title: '三级不在内', people: () => [person(certificate('3'))], expect: 'clear' },
  { title: '未定级', people: () => [person(certificate('未定级'))], expect: 'clear' },
  {
    title: '没有等级，不知是否应补',
    people: () => [person(certificate(null))],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  { title: '已领护理补贴', people: () => [person({ ...certificate('1'), 'care-subsidies': {} })], expect: 'clear' },
  {
    title: '只领生活补贴',
    people: () => [person({ ...certificate('1'), 'living-subsidies': {} })],
    expect: 'finding',
  },
  { title: '残疾证过期', people: () => [person(certificate('1', { status: '过期' }))], expect: 'clear' },
  {
    title: '特困名册没有报送，无从排除特困人员',
    people: () => [person(certificate('1'))],
    changes: { missing: ['destitute'] },
    expect: 'not-judged',
    says: '特困供养',
  },
  {
    title: '特困名册里有可能是本人的人：特困人员不享受两项补贴',
    people: () => {
      const hidden = person({ 'destitute-persons': {} }, { idNumber: null })
      return [person(certificate('1'), { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '殡葬名册里有可能是本人的人',
    people: () => {
      const hidden = person({ deaths: {} }, { idNumber: null })
      return [person(certificate('1'), { candidates: [hidden] }), hidden]
    },
    expect: 'finding',
    unchecked: 'deceased',
    because: '号码待核',
  },
  {
    title: '护理补贴名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'care-subsidies': {} }, { idNumber: null })
      return [person(certificate('1'), { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '特困人员不享受',
    people: () => [person({ ...certificate('1'), 'destitute-persons': {} })],
    expect: 'excused',
    excusedBy: 'destitute-person',
  },
  {
    title: '本县特困人员可享受',
    people: () => [person({ ...certificate('1'), 'destitute-persons': {} })],
    changes: {
      settings: { notHeld: [], rules: { on: [], off: [], settings: { 'destitute.excludes-subsidies': false } } },
    },
    expect: 'finding',
  },
  {
    title: '停保汇总注明死亡',
    people: () => [person({ ...certificate('1'), departures: { reason: '死亡' } })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '停保汇总注明服刑',
    people: () => [person({ ...certificate('1'), departures: { reason: '服刑', stopMonth: '2024-12' } })],
    expect: 'excused',
    excusedBy: 'imprisoned',
  },
  ...(
    [
      ['停保汇总的服刑已满 24 个月，是否仍在服刑待核', { reason: '服刑', stopMonth: '2024-11' }],
      ['停保汇总写服刑，没有写月份', { reason: '服刑' }],
      ['停保汇总只写服刑服兵役，分不清', { reason: '服刑或服役', stopMonth: '2026-09' }],
    ] as const
  ).map(
    ([title, departures]): Case => ({
      title,
      people: () => [person({ ...certificate('1'), departures })],
      expect: 'finding',
      severity: 'medium',
      unchecked: 'imprisoned',
    }),
  ),
  {
    title: '停保汇总注明服役，不是服刑',
    people: () => [person({ ...certificate('1'), departures: { reason: '服役', stopMonth: '2026-09' } })],
    expect: 'finding',
  },
  {
    title: '殡葬名册没有报送，降一级',
    people: () => [person(certificate('1'))],
    changes: { missing: ['death'] },
    expect: 'finding',
    severity: 'low',
    unchecked: 'deceased',
  },
  {
    title: '本月新发证',
    people: () => [person(certificate('1', { issuedOn: '2026-11-03' }))],
    expect: 'excused',
    excusedBy: 'late-certificate',
  },
])
