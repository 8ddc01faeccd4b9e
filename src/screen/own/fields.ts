import { addMonths, monthOf } from '../../domain/month.js'
import { allowance, type Programme, povertyRosters } from '../../domain/programme.js'
import { relationWords } from '../../domain/vocabulary.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Person } from '../../match/person.js'
import { certificateOf, isSeverelyDisabled } from '../certificate.js'
import { deathMonthOf } from '../death.js'
import { monthlyAmount } from '../monthly-amount.js'
import { ageOf, field, inProgramme } from '../standing.js'
import { column, type Field, reckoned } from './field.js'
import { blank, isHousehold, known, none, type Reading, type Subject, type Value } from './reading.js'

const certificate = ['disability-certificate'] as const
const aid = ['temporary-aid'] as const
const home = ['rural-allowance', 'urban-allowance', 'marginal', 'registered-poor', 'monitored'] as const

// An example sets these on the person and in no row.
const ofThePerson = () => ({})

/** Everything that an own rule may ask, in the order of the manual: of the person, programme by programme, then of the household. */
export const ownRuleFields: readonly Field[] = [
  reckoned(
    { id: 'age', title: '周岁', type: 'number', rosters: [], measure: '周岁', drifts: true },
    (subject, _, { month }) => orBlank(ageOf(subject as Person, month), '没有可用的出生日期'),
    ofThePerson,
  ),
  reckoned(
    { id: 'sex', title: '性别', type: 'word', rosters: [], words: ['男', '女'] },
    (subject) => orBlank((subject as Person).sex, '没有性别'),
    ofThePerson,
  ),
  reckoned(
    { id: 'township', title: '乡镇', type: 'text', rosters: [], unit: 'both' },
    ({ place }) => orBlank(place.township, '没有归到乡镇'),
    ofThePerson,
  ),
  reckoned(
    { id: 'village', title: '村（社区）', type: 'text', rosters: [], unit: 'both' },
    ({ place }) => orBlank(place.village, '没有归到村（社区）'),
    ofThePerson,
  ),
  column('allowance-start', '低保最初享受月份', 'month', allowance, 'startMonth'),
  column('allowance-supported', '低保名册“是否保障”', 'yes-no', allowance, 'insured'),
  column('allowance-relation', '与低保户主关系', 'word', allowance, 'relation', { words: relationWords }),
  monthly('allowance-amount', '本人月低保金', allowance, 'amountFen'),
  column('destitute-start', '特困最初享受月份', 'month', ['destitute'], 'startMonth'),
  column('support-mode', '特困供养方式', 'word', ['destitute'], 'supportMode', { words: ['集中', '分散'] }),
  column('self-care', '特困生活自理能力', 'word', ['destitute'], 'selfCare', { words: ['全自理', '半护理', '全护理'] }),
  column('carer', '特困照料人', 'filled', ['destitute'], 'carer'),
  column('marginal-start', '低保边缘认定月份', 'month', ['marginal'], 'startMonth'),
  column('living-subsidy-start', '生活补贴享受起始月', 'month', ['living-subsidy'], 'startMonth'),
  monthly('living-subsidy-amount', '月生活补贴', ['living-subsidy'], 'subsidyFen'),
  column('care-subsidy-start', '护理补贴享受起始月', 'month', ['care-subsidy'], 'startMonth'),
  monthly('care-subsidy-amount', '月护理补贴', ['care-subsidy'], 'subsidyFen'),
  column('child-start', '孤儿、事实无人抚养儿童享受起始月', 'month', ['orphan', 'unattended-child'], 'startMonth'),
  column('child-amount', '孤儿、事实无人抚养儿童月补助', 'money', ['orphan', 'unattended-child'], 'allowanceFen'),
  certificateField('certificate-level', '残疾等级', 'number', undefined, ({ level }) => level, 'level'),
  certificateField(
    'certificate-category',
    '残疾类别',
    'word',
    ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'],
    ({ category }) => category,
    'category',
  ),
  certificateField(
    'certificate-state',
    '残疾人证状态',
    'word',
    ['有效', '注销', '冻结', '过期', '迁出', '迁移中'],
    ({ state }) => state,
    'status',
  ),
  certificateField(
    'certificate-issued',
    '残疾人证发证月份',
    'month',
    undefined,
    ({ record }) => (record.issuedOn === null ? null : monthOf(record.issuedOn)),
    'issuedOn',
  ),
  column('poverty-state', '脱贫属性', 'word', ['registered-poor'], 'povertyState', {
    unit: 'both',
    words: ['未脱贫', '返贫', '新增', '贫困户', '已脱贫', '已脱贫享受政策', '已脱贫不享受政策', '一般农户'],
  }),
  column('monitored-kind', '监测对象类别', 'word', ['monitored'], 'monitoredKind', {
    unit: 'both',
    words: ['脱贫不稳定户', '边缘易致贫户', '突发严重困难户'],
  }),
  column('risk-cleared', '风险是否已消除', 'word', ['monitored'], 'riskCleared', {
    unit: 'both',
    words: ['已消除', '未消除'],
  }),
  column('risk', '致贫返贫风险', 'text', ['monitored'], 'risk', { unit: 'both' }),
  column('no-labour-household', '整户无劳动能力', 'yes-no', ['monitored'], 'noLabourHousehold', { unit: 'both' }),
  column('identified', '识别月份（脱贫户、监测对象）', 'month', povertyRosters, 'identifiedMonth', { unit: 'both' }),
  column('poverty-relation', '与扶贫户主关系', 'word', povertyRosters, 'relation', { words: relationWords }),
  column('health', '健康状况（扶贫系统）', 'text', povertyRosters, 'health'),
  column('labour', '劳动能力（扶贫系统）', 'text', povertyRosters, 'labour'),
  column('schooling', '在校生状况（扶贫系统）', 'text', povertyRosters, 'schooling'),
  column('workplace', '务工所在地（扶贫系统）', 'text', povertyRosters, 'workplace'),
  column('poverty-income', '家庭人均年收入（扶贫系统）', 'money', povertyRosters, 'incomePerCapitaFen'),
  reckoned(
    { id: 'aid-times', title: '近 12 个月临时救助次数', type: 'number', rosters: aid, measure: '次', drifts: true },
    (_, rows, { month }) => {
      const recent = aidsOf(rows, month)
      return known(recent.length, recent[0] ?? null)
    },
    (_, month) => ({ approvedOn: `${month}-01` }),
  ),
  reckoned(
    { id: 'aid-amount', title: '近 12 个月临时救助合计', type: 'money', rosters: aid, drifts: true },
    (_, rows, { month }) => aidAmount(aidsOf(rows, month)),
    (value, month) => ({ aidFen: value, approvedOn: `${month}-01` }),
  ),
  column('departure-reason', '停保或减员原因', 'word', ['departure'], 'reason', {
    words: [
      '死亡',
      '财产超标',
      '收入超标',
      '主动退出',
      '户籍迁移',
      '服刑',
      '服役',
      '服刑或服役',
      '转特困',
      '转低保',
      '转孤儿',
      '转边缘',
      '有劳动能力',
      '其他',
    ],
  }),
  column('departure-month', '停保或减员月份', 'month', ['departure'], 'stopMonth'),
  reckoned(
    { id: 'death-month', title: '死亡月份', type: 'month', rosters: ['death'] },
    (subject, rows) => {
      const death = deathMonthOf(subject as Person)
      if (death) return known(death.month, death.record)
      return rows.length === 0 ? none : blank(['death'], '死亡日期')
    },
    (value) => ({ diedOn: `${value}-15` }),
  ),
  column('household-size', '家庭人口（名册所填）', 'number', home, 'householdSize', {
    unit: 'household',
    measure: '人',
  }),
  column('supported-size', '保障人口（名册所填）', 'number', allowance, 'insuredSize', {
    unit: 'household',
    measure: '人',
  }),
  column('household-amount', '户月保障金', 'money', allowance, 'amountFen', { unit: 'household' }),
  column('household-income', '家庭人均年收入', 'money', home, 'incomePerCapitaFen', { unit: 'household' }),
  column('household-start', '户最初享受月份', 'month', [...allowance, 'marginal'], 'startMonth', { unit: 'household' }),
  column('grace-start', '渐退起始月', 'month', allowance, 'graceStart', { unit: 'household' }),
  members('listed-members', '名册所列人数', () => true),
  members('supported-members', '本户在保人数', (member, household) => inProgramme(member, [household.system])),
  members('minor-members', '未满 18 周岁人数', (member, _, month) => aged(member, month, (age) => age < 18)),
  members('elder-members', '60 周岁及以上人数', (member, _, month) => aged(member, month, (age) => age >= 60)),
  members('severe-members', '重度残疾人数', (member, _, month) => isSeverelyDisabled(member, month), certificate),
]

const byId = new Map(ownRuleFields.map((each) => [each.id, each]))

/** The field of that id, or undefined. */
export function ownRuleField(id: string): Field | undefined {
  return byId.get(id)
}

function orBlank(value: Value | null, reason: string): Reading {
  return value === null ? { state: 'blank', reason } : known(value)
}

// What a programme pays the person: a household's amount is divided (monthly-amount).
function monthly(id: string, title: string, rosters: readonly Programme[], cell: string): Field {
  return reckoned(
    { id, title, type: 'money', rosters },
    (subject, rows) => {
      for (const programme of rosters) {
        const amount = monthlyAmount(subject as Person, programme)
        if (amount) return known(amount.fen, rows.find((row) => row.programmes.includes(programme)) ?? null)
      }
      return rows.length === 0 ? none : blank(rosters, title)
    },
    (value) => ({ [cell]: value }),
  )
}

type Certified = NonNullable<ReturnType<typeof certificateOf>>

function certificateField(
  id: string,
  title: string,
  type: Field['type'],
  words: readonly string[] | undefined,
  of: (held: Certified) => Value | null,
  cell: 'level' | 'category' | 'status' | 'issuedOn',
): Field {
  return reckoned(
    {
      id,
      title,
      type,
      rosters: certificate,
      ...(words ? { words } : {}),
      ...(cell === 'level' ? { measure: '级' } : {}),
    },
    (subject, rows, { month }) => {
      const held = certificateOf(subject as Person, month)
      if (!held) return rows.length === 0 ? none : blank(certificate, title)
      const value = of(held)
      return value === null ? blank(certificate, title) : known(value, held.record)
    },
    (value) => ({ [cell]: cell === 'issuedOn' ? `${value}-01` : String(value) }),
  )
}

function aidsOf(rows: readonly PersonRecord[], month: string): readonly PersonRecord[] {
  const since = addMonths(month, -11)
  return rows.filter((row) => {
    const day = field(row, 'approvedOn')
    return day !== null && monthOf(day) >= since && monthOf(day) <= month
  })
}

function aidAmount(rows: readonly PersonRecord[]): Reading {
  const amounts = rows.map((row) => field(row, 'aidFen'))
  if (amounts.includes(null)) return blank(aid, '救助金额')
  return known(
    amounts.reduce<number>((sum, fen) => sum + (fen ?? 0), 0),
    rows[0] ?? null,
  )
}

type Household = Extract<Subject, { members: unknown }>

// How many members are so; blank when of one of them nobody can say.
function members(
  id: string,
  title: string,
  is: (member: Person, household: Household, month: string) => boolean | null,
  rosters: readonly Programme[] = [],
): Field {
  return {
    ...reckoned(
      { id, title, type: 'number', rosters: [], unit: 'household', measure: '人' },
      (subject, _, { month }) => {
        if (!isHousehold(subject)) return none
        const answers = subject.members.map((member) => is(member, subject, month))
        if (answers.includes(null)) return { state: 'blank', reason: `户内有人没有出生日期，数不出${title}` }
        return known(answers.filter(Boolean).length, subject.records[0] ?? null)
      },
    ),
    rosters,
  }
}

function aged(member: Person, month: string, fits: (age: number) => boolean): boolean | null {
  const age = ageOf(member, month)
  return age === null ? null : fits(age)
}
