import { rivalBenefits } from '../../../../src/domain/extra-lists.js'
import rule from '../../../../src/screen/rules/subsidy/subsidy-paid-twice.js'
import { person, standards } from '../../county.js'
import { table } from '../../table.js'

const row = (subsidyFen: number | null, more = {}) => ({ subsidyFen, ...more })

table(rule, [
  {
    title: '同一月两条护理补贴',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000)] })],
    expect: 'finding',
    severity: 'high',
    amountFen: 28_000,
    says: '2026-11 有 2 条',
  },
  {
    title: '县名册和乡镇两项补贴名册各列一次',
    people: () => [
      person({
        'living-subsidies': row(27_700),
        'both-subsidies': { subsidyKind: '生活补贴', subsidyFen: 27_700 },
      }),
    ],
    expect: 'finding',
  },
  {
    title: '两条中一条没有金额，不估算',
    people: () => [person({ 'care-subsidies': [row(28_000), row(null)] })],
    expect: 'finding',
    amountFen: null,
  },
  {
    title: '两种补贴各重复一次，按各自较小的一条合计',
    people: () => [
      person({
        'living-subsidies': [row(27_700), row(18_500)],
        'care-subsidies': [row(28_000), row(28_000)],
      }),
    ],
    expect: 'finding',
    amountFen: 46_500,
  },
  {
    title: '合表的护理补贴与护理补贴名册各一条',
    people: () => [person({ 'both-subsidies': { careFen: 28_000 }, 'care-subsidies': row(28_000) })],
    expect: 'finding',
    amountFen: 28_000,
    says: '重度残疾人护理补贴 2026-11 有 2 条发放记录',
  },
  {
    title: '生活、护理各一条可以同时享受',
    people: () => [person({ 'living-subsidies': row(27_700), 'care-subsidies': row(28_000) })],
    expect: 'clear',
  },
  {
    title: '另一条备注补发上月',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000, { backPaid: '2026-10' })] })],
    expect: 'clear',
  },
  {
    title: '另一条备注补发，没有写哪个月',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000, { backPaid: '补发' })] })],
    expect: 'clear',
  },
  {
    title: '两条都备注补发同一个月',
    people: () => [
      person({ 'care-subsidies': [row(28_000, { backPaid: '2026-10' }), row(28_000, { backPaid: '2026-10' })] }),
    ],
    expect: 'finding',
    says: '2026-10 有 2 条',
  },
  {
    title: '另一条注明补发上月',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000, { dataMonth: '2026-10' })] })],
    expect: 'clear',
  },
  {
    title: '两条都是上月的',
    people: () => [
      person({ 'care-subsidies': [row(28_000, { dataMonth: '2026-10' }), row(28_000, { dataMonth: '2026-10' })] }),
    ],
    expect: 'finding',
  },
  {
    title: '一条注明停发',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000, { supportState: '已停' })] })],
    expect: 'clear',
  },
  {
    title: '两条中一条只是疑似同一人',
    people: () => {
      const other = person({ 'care-subsidies': row(28_000) }, { idNumber: null })
      return [person({ 'care-subsidies': row(28_000) }, { candidates: [other] }), other]
    },
    expect: 'clear',
  },
  {
    title: '补贴名册没有报送',
    people: () => [],
    changes: { missing: ['living-subsidy', 'care-subsidy'] },
    expect: 'not-judged',
  },
  {
    title: '号同人异',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000)] }, { grade: 'conflict' })],
    expect: 'not-judged',
  },
  {
    title: '两条合计恰为月标准',
    people: () => [person({ 'care-subsidies': [row(20_000), row(8_000)] })],
    expect: 'excused',
    excusedBy: 'split-payment',
  },
  {
    title: '本月一笔分两条，另有一条补发上月',
    people: () => [person({ 'care-subsidies': [row(20_000), row(8_000), row(28_000, { dataMonth: '2026-10' })] })],
    expect: 'excused',
    excusedBy: 'split-payment',
  },
  {
    title: '本月一笔分两条，另有一条注明停发',
    people: () => [person({ 'care-subsidies': [row(20_000), row(8_000), row(28_000, { supportState: '已停' })] })],
    expect: 'excused',
    excusedBy: 'split-payment',
  },
  {
    title: '合表列了两行，两种补贴各发两次，按各自金额合计',
    people: () => [
      person({
        'both-subsidies': [
          { livingFen: 18_500, careFen: 28_000 },
          { livingFen: 18_500, careFen: 28_000 },
        ],
      }),
    ],
    expect: 'finding',
    amountFen: 46_500,
  },
  {
    title: '合表列了两行，生活补贴分两行，护理补贴发了两次',
    people: () => [
      person({
        'both-subsidies': [
          { livingFen: 10_000, careFen: 28_000 },
          { livingFen: 8_500, careFen: 28_000 },
        ],
      }),
    ],
    expect: 'finding',
    amountFen: 36_500,
  },
  {
    title: '两条合计超过月标准 1 分',
    people: () => [person({ 'care-subsidies': [row(20_000), row(8_001)] })],
    expect: 'finding',
    amountFen: 8_001,
  },
  {
    title: '没有补贴标准，无从判断是否分行，降一级',
    people: () => [person({ 'care-subsidies': [row(20_000), row(8_000)] })],
    changes: { standards: standards.filter(({ key }) => key !== 'subsidy.care') },
    expect: 'finding',
    severity: 'medium',
    unchecked: 'split-payment',
  },
  {
    title: '领护理补贴又在失能老年人护理补贴名单',
    people: () => [person({ 'care-subsidies': row(28_000), 'elderly-care': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    severity: 'high',
    amountFen: 28_000,
    says: '失能老年人护理补贴名单',
  },
  {
    title: '生活补贴与失能老年人护理补贴不冲突',
    people: () => [person({ 'living-subsidies': row(27_700), 'elderly-care': {} })],
    changes: { lists: rivalBenefits },
    expect: 'clear',
  },
  {
    title: '领生活补贴又领工伤护理费',
    people: () => [person({ 'living-subsidies': row(27_700), 'injury-care': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    amountFen: 27_700,
  },
  {
    title: '生活补贴名册没有金额，又领工伤护理费',
    people: () => [person({ 'living-subsidies': row(null), 'injury-care': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    amountFen: null,
  },
  {
    title: '离休名单写明上月已止',
    people: () => [person({ 'care-subsidies': row(28_000), 'retired-cadres': { untilMonth: '2026-10' } })],
    changes: { lists: rivalBenefits },
    expect: 'clear',
  },
  {
    title: '两条护理补贴又在离休名单',
    people: () => [person({ 'care-subsidies': [row(28_000), row(28_000)], 'retired-cadres': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    says: '2 条发放记录；又领取重度残疾人护理补贴，同时在离休人员名单',
  },
  {
    title: '声明的工伤名单没有送来，只少判这一部分',
    people: () => [person({ 'care-subsidies': row(28_000) })],
    changes: { lists: rivalBenefits, missing: ['injury-care'] },
    expect: 'not-judged',
    says: '工伤生活护理费名单，这一部分未判定',
  },
  {
    title: '择高后只补差额',
    people: () => [person({ 'care-subsidies': row(5_000), 'duty-disabled': {} })],
    changes: { lists: rivalBenefits },
    expect: 'excused',
    excusedBy: 'difference-only',
  },
  {
    title: '两条护理补贴，一条没有金额，不知是否分行',
    people: () => [person({ 'care-subsidies': [row(20_000), row(null)] })],
    expect: 'finding',
    unchecked: 'split-payment',
    because: '没有金额',
  },
  {
    title: '两条生活补贴合计高于一二级标准，低于护理补贴标准',
    people: () => [person({ 'living-subsidies': [row(20_000), row(7_900)] })],
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '一笔分两条，又在离休名单',
    people: () => [person({ 'care-subsidies': [row(20_000), row(8_000)], 'retired-cadres': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '护理补贴只补差额，又在离休名单',
    people: () => [person({ 'care-subsidies': row(27_999), 'retired-cadres': {} })],
    changes: { lists: rivalBenefits },
    expect: 'excused',
    excusedBy: 'difference-only',
    because: '低于标准 280 元',
  },
  {
    title: '生活补贴只补差额，护理补贴全额，又在离休名单',
    people: () => [person({ 'living-subsidies': row(10_000), 'care-subsidies': row(28_000), 'retired-cadres': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '生活补贴没有金额，护理补贴只补差额',
    people: () => [person({ 'living-subsidies': row(null), 'care-subsidies': row(10_000), 'injury-care': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    severity: 'medium',
    unchecked: 'difference-only',
    because: '没有金额',
  },
  {
    title: '生活补贴只补差额，护理补贴没有金额',
    people: () => [person({ 'living-subsidies': row(10_000), 'care-subsidies': row(null), 'injury-care': {} })],
    changes: { lists: rivalBenefits },
    expect: 'finding',
    unchecked: 'difference-only',
  },
  {
    title: '没有护理补贴标准，不知是否差额',
    people: () => [person({ 'care-subsidies': row(10_000), 'retired-cadres': {} })],
    changes: { lists: rivalBenefits, standards: standards.filter(({ key }) => key !== 'subsidy.care') },
    expect: 'finding',
    unchecked: 'difference-only',
    because: 'subsidy.care',
  },
])
