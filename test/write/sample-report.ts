import type { Evidence, Finding, FindingKind } from '../../src/domain/finding.js'
import { checkDigit, parseIdNumber } from '../../src/domain/id-number.js'
import type { Department, Issue, Severity } from '../../src/domain/issue.js'
import type { Programme } from '../../src/domain/programme.js'
import type { Delivery } from '../../src/ingest/delivery.js'
import type { PersonRecord } from '../../src/ingest/source.js'
import type { Household, IdentityQuestion, PastRecord, Person } from '../../src/match/person.js'
import type { Report } from '../../src/write/report.js'

/** How big a sample county is. */
export interface SampleSize {
  readonly townships: number
  readonly persons: number
  readonly cases: number
  readonly questions: number
}

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '欧阳', '褚', '卫', '蒋', '沈', '韩']
const givenNames = ['秀英', '国强', '桂兰', '建军', '玉梅', '德发', '小明', '春花', '志高', '兰', '勇', '翠平', '永福']
const townNames = ['青禾镇', '白塔镇', '石桥乡', '龙泉镇', '双河乡', '柳林镇', '新塘镇', '古城街道']

/** An invented id in the unused area 340199; different for each `index` below 200,000,000. */
function sampleId(index: number): string {
  const year = 1935 + (index % 80)
  const month = String((Math.floor(index / 80) % 12) + 1).padStart(2, '0')
  const day = String((Math.floor(index / 960) % 28) + 1).padStart(2, '0')
  const digits = `340199${year}${month}${day}${String(Math.floor(index / 26_880) % 1000).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** An invented county of the given size: every kind of finding, every rule state, damaged ids, a stop, people of no township. */
export function sampleReport(size: Partial<SampleSize> = {}): Report {
  const { townships: count, persons: people, cases, questions } = { ...small, ...size }
  const townships = Array.from({ length: count }, (_, i) => townNames[i] ?? `第${i + 1}镇`)
  const persons = Array.from({ length: people }, (_, i) => person(i, townships))
  return {
    county: '示例县',
    areaCode: '340199',
    month: '2026-11',
    previousMonth: '2026-10',
    townships,
    cases: Array.from({ length: cases }, (_, i) => ({
      number: `202611-${shapeOf(i).rule}-${String(i + 1).padStart(4, '0')}`,
      finding: finding(i, persons[(i * 7) % people] as Person),
      firstMonth: i % 3 === 0 ? '2026-10' : '2026-11',
      lastMonth: '2026-11',
      timesSeen: i % 3 === 0 ? 2 : 1,
      found: true,
      named: { name: null, idNumber: null, headName: null },
      status: '待核' as const,
      round: 1,
      asked: finding(i, persons[(i * 7) % people] as Person).kind !== '数据',
      keptBack: false,
      recheck: false,
      why: '',
      answer: null,
    })),
    carried: [],
    persons,
    questions: Array.from({ length: questions }, (_, i) => question(i, persons)),
    rules,
    notJudged: [
      { rule: 'T02', scope: 'rule', subject: null, reason: '缺 grace.months 标准，请在 standards.csv 补上。' },
      { rule: 'C01', scope: 'township', subject: '石桥乡', reason: '农村低保本月比上月少 35%，疑为导出不全。' },
      { rule: 'C01', scope: 'person', subject: 'p1', reason: '身份证号残缺，证据不足以判错保。' },
      { rule: 'C01', scope: 'person', subject: 'p2', reason: '身份证号残缺，证据不足以判错保。' },
    ],
    suppressed: [finding(3, persons[3] as Person)],
    withheld: [{ rule: 'L01', subject: 'registered-poor:1', memberKeys: ['p1'] }],
    deliveries: [
      delivery('rural-allowance-members', '民政', '农村低保成员_11月.xlsx', '成员', 'rural-allowance', townships),
      delivery('destitute-persons', '民政', '特困人员.xls', 'Sheet2', 'destitute', townships),
      delivery('monitored-households', '乡村振兴', '监测对象-风险未消除.xlsx', 'Sheet1', 'monitored', townships),
      delivery('disability-certificates', '残联', '2026.11持证残疾人名单.csv', '', 'disability-certificate', townships),
    ],
    issues: issues(),
    outdated: [],
    damage,
    proposals: [],
    stops: [{ programme: 'rural-allowance', township: '石桥乡', rowsBefore: 212, rowsNow: 138 }],
    changes: { since: '2026-10', changes: [], movements: [], gaps: [] },
    ledgers: { grace: empty, stops: empty, deaths: empty, exits: empty },
    standardsUsed: [
      { key: 'subsistence.rural', from: '2026-07', value: 831, unit: '元/月', document: '示例民〔2026〕1号' },
      { key: 'grace.months', from: '2020-01', value: 12, unit: '月', document: '实施意见' },
    ],
    settings: {
      mask: 'partial',
      tracking: { dueDay: 15, dismissedMonths: 12, unsettledMonths: 3, progressMonths: 2 },
      notHeld: ['left-behind-elderly'],
      maxFallPercent: 20,
      maxCasesPerTownship: null,
      files: [],
      lists: [{ name: '财政供养*.xlsx', kind: 'public-salary' }],
      columns: { deaths: { idNumber: '公民证件编码' } },
      rules: { on: [], off: [], settings: {} },
    },
    ownRules: [],
    inputs: [
      { file: '农村低保成员_11月.xlsx', sha256: 'a1'.repeat(32), bytes: 40_960 },
      { file: '特困人员.xls', sha256: 'b2'.repeat(32), bytes: 20_480 },
      { file: '监测对象-风险未消除.xlsx', sha256: 'c3'.repeat(32), bytes: 30_720 },
      { file: '2026.11持证残疾人名单.csv', sha256: 'd4'.repeat(32), bytes: 10_240 },
      { file: '通知.docx', sha256: 'e5'.repeat(32), bytes: 5_120 },
    ],
    toolVersion: '0.1.0',
    passwordFor: () => null,
  }
}

const empty = { entries: [], open: null }
const small: SampleSize = { townships: 3, persons: 120, cases: 60, questions: 9 }

function person(i: number, townships: readonly string[]): Person {
  const id = sampleId(i)
  const name = `${surnames[i % surnames.length]}${givenNames[(i * 5) % givenNames.length]}`
  const township = i % 41 === 40 ? null : (townships[i % townships.length] as string)
  const place = { township, village: township && `${['东', '西', '南', '北'][i % 4]}庄村` }
  const number = `3401990${String(100_000 + Math.floor(i / 3))}`
  const common = { index: i, place, name, idNumber: parseIdNumber(id), householdNumber: number }
  const poor = record({ ...common, source: 'monitored-households', system: 'monitored' }, '监测对象-风险未消除.xlsx', {
    monitoredKind: ['脱贫不稳定户', '边缘易致贫户', '突发严重困难户'][i % 3] as string,
    riskCleared: '未消除',
    risk: ['因病', '因残', '缺劳动力'][i % 3] as string,
    health: i % 2 ? '长期慢性病' : '患有大病',
    labour: '弱劳动力或半劳动力',
    incomePerCapitaFen: 512_300 + i * 100,
    township: '未知乡',
    village: '某村',
    address: `某地某村民组${i}号`,
  })
  const holder = { category: i % 2 ? '肢体' : '精神', level: String((i % 4) + 1), status: '有效' }
  const disabled = record(
    { ...common, source: 'disability-certificates', system: 'disability-certificate' },
    '2026.11持证残疾人名单.csv',
    holder,
  )
  const records = i % 3 === 0 ? [poor, disabled] : [poor]
  const rosters = new Set(records.flatMap(({ programmes }) => programmes))
  const past = record({ ...common, source: 'rural-allowance-members', system: 'rural-allowance' }, '农村低保.xlsx', {})
  const made = {
    key: `p${i}`,
    idNumber: id,
    name,
    sex: '女' as const,
    birthDate: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`,
    place,
    grade: 'exact' as const,
    links: records.map((one) => ({ record: one, grade: 'exact' as const, score: 1, levels: [] })),
    rosters,
    enrolled: rosters,
    duplicates: [],
    past: [{ ...past, month: '2026-10', personKey: `p${i}` } as PastRecord],
    candidates: [],
    households: [] as Household[],
  }
  const household = {
    key: `monitored:${number}`,
    system: 'monitored' as const,
    number,
    head: made,
    records,
    place,
    untold: false,
  }
  made.households.push({ ...household, members: [made, made] })
  return made
}

function record(
  fields: Partial<PersonRecord> & { index: number; system: Programme },
  file: string,
  more: Readonly<Record<string, unknown>>,
): PersonRecord {
  const origin = { file, sheet: file.endsWith('csv') ? '' : 'Sheet1', row: fields.index + 5, column: null }
  return {
    source: '',
    origin,
    programmes: [fields.system],
    place: { township: null, village: null },
    idNumber: null,
    name: null,
    sex: null,
    birthDate: null,
    householdNumber: null,
    headIdNumber: null,
    headName: null,
    relation: ['户主', '配偶', '子', '女'][fields.index % 4] as string,
    phone: null,
    bankAccount: null,
    formerIdNumber: null,
    formerName: null,
    ...more,
    ...fields,
  }
}

interface Shape {
  readonly rule: string
  readonly title: string
  readonly kind: FindingKind
  readonly severity: Severity
  readonly explanation: string
  readonly action: string
  readonly amountFen: number | null
}

const shapes: readonly Shape[] = [
  {
    rule: 'L02',
    title: '监测对象（风险未消除）整户未纳入兜底',
    kind: '漏保',
    severity: 'high',
    explanation:
      '该户为脱贫不稳定户，风险未消除，返贫风险为因病，家庭 3 人均不在低保、特困、低保边缘和孤儿名册，人均纯收入 5123 元。',
    action: '入户调查，急难的先行临时救助；符合条件的按低保或低保边缘办理，不符合的转介医疗、就业等部门。',
    amountFen: null,
  },
  {
    rule: 'T01',
    title: '上月在保本月消失且无停保记录',
    kind: '脱保',
    severity: 'medium',
    explanation: '上月在农村低保名册，本月低保、特困、孤儿名册都没有，停保及自然减员汇总和殡葬名单也没有记录。',
    action: '查明原因，补停保手续；停错的恢复并补发。',
    amountFen: null,
  },
  {
    rule: 'C01',
    title: '死亡仍在册',
    kind: '错保',
    severity: 'high',
    explanation: '殡葬名单显示 2026 年 6 月死亡，本月仍在农村低保名册，多出 5 个月，按月人均金额估算 2105 元。',
    action: '核实死亡时间，下月停发，追回多发金额，补办注销。',
    amountFen: 210_500,
  },
  {
    rule: 'P02',
    title: '重度残疾人未享受护理补贴',
    kind: '补贴',
    severity: 'medium',
    explanation: '持有效残疾人证，肢体二级，不在护理补贴名册，也不在特困名册。',
    action: '告知本人或监护人申请；已放弃的留承诺书。',
    amountFen: null,
  },
  {
    rule: 'D02',
    title: '身份号码校验码不符',
    kind: '数据',
    severity: 'medium',
    explanation: '身份号码校验码不符，至少一位录错。',
    action: '请按户口簿核对后更正。',
    amountFen: null,
  },
]

function shapeOf(i: number): Shape {
  return shapes[i % shapes.length] as Shape
}

function finding(i: number, subject: Person): Finding {
  const shape = shapeOf(i)
  const origin = (subject.links[0] as Person['links'][number]).record.origin
  const evidence: Evidence[] = [
    { programme: 'monitored', fact: '监测对象：脱贫不稳定户，风险未消除，2026年3月识别', origin },
    {
      programme: 'rural-allowance',
      fact: '农村低保：本月名册查无此人及同户成员',
      origin: { file: '农村低保成员_11月.xlsx', sheet: '成员', row: 0, column: null },
    },
  ]
  return {
    ...shape,
    unit: i % 5 === 0 ? 'household' : 'person',
    subject: subject.key,
    personKey: subject.key,
    memberKeys: i % 5 === 0 ? [subject.key, `p${i + 1}`] : [],
    township: subject.place.township,
    village: subject.place.village,
    householdNumber: (subject.links[0] as Person['links'][number]).record.householdNumber,
    basis: [
      { document: '实施意见', clause: '一(一)', verified: true },
      { document: '民发〔2021〕57号', clause: '第八条', verified: false },
    ],
    evidence,
    exceptions: [
      { exception: 'just-identified', title: '新识别宽限期', state: 'does-not-apply', reason: '识别于 2026-03' },
      { exception: 'died-or-moved', title: '全家死亡或迁出', state: 'does-not-apply', reason: '' },
      { exception: 'assets', title: '财产超标', state: 'unchecked', reason: '没有车辆、不动产名单' },
    ],
    facts: { risk: '因病' },
  }
}

function question(i: number, persons: readonly Person[]): IdentityQuestion {
  const right = persons[(i * 3 + 1) % persons.length] as Person
  const number = right.idNumber as string
  const pattern = `${number.slice(0, 12)}${(Number(number[12]) + 1) % 10}${number.slice(13)}`
  const base = persons[(i * 3 + 4) % persons.length] as Person
  const damaged = { state: 'damaged' as const, value: null, pattern, damage: '校验码' as const }
  const links = base.links.map((link) => ({ ...link, record: { ...link.record, idNumber: damaged } }))
  const left: Person = {
    ...base,
    key: `q${i}`,
    idNumber: null,
    name: `${right.name?.slice(0, 1)}玉${right.name?.slice(-1)}`,
    links,
  }
  const asked = { record: links[0]?.record ?? null, subjects: [left.key, right.key] as [string, string] }
  if (i % 5 === 4)
    return { left, right: null, reason: 'damaged-id', score: null, levels: [], suggestedIdNumber: null, ...asked }
  const words = ['姓名差一个字', '出生日期相差一位', '同村', '户主相同']
  return {
    left,
    right,
    reason: 'damaged-id',
    score: 0.93,
    levels: words.map((one) => ({ comparison: one, level: 'x', words: one, weight: 3 })),
    suggestedIdNumber: number,
    ...asked,
  }
}

const damage: Report['damage'] = [
  {
    department: '残联',
    source: 'disability-certificates',
    file: '2026.11持证残疾人名单.csv',
    sheet: '',
    field: 'idNumber',
    column: '身份证号',
    filled: 8,
    intact: 8,
    repaired: 0,
    repairs: {},
    damaged: 0,
    damage: {},
    absent: 0,
    setToText: false,
  },
  {
    department: '民政',
    source: 'rural-allowance-members',
    file: '农村低保成员_11月.xlsx',
    sheet: '成员',
    field: 'idNumber',
    column: '身份证号',
    filled: 100,
    intact: 80,
    repaired: 12,
    repairs: { 空白: 9, 全角: 4 },
    damaged: 8,
    damage: { 校验码: 3, 末三位丢失: 5 },
    absent: 2,
    setToText: true,
  },
  {
    department: '民政',
    source: 'rural-allowance-members',
    file: '农村低保成员_11月.xlsx',
    sheet: '成员',
    field: 'headIdNumber',
    column: '户主身份证号',
    filled: 10,
    intact: 10,
    repaired: 0,
    repairs: {},
    damaged: 0,
    damage: {},
    absent: 90,
    setToText: false,
  },
]

const rules: Report['rules'] = [
  ...shapes.map(({ rule, title, kind }, i) => ({
    rule,
    title,
    kind,
    state: (i === 2 ? 'partly' : 'judged') as 'partly' | 'judged',
    reason: i === 2 ? '石桥乡：农村低保本月比上月少 35%，疑为导出不全' : '',
    hits: 12,
    suppressed: i,
    uncheckedExceptions: i === 0 ? ['财产超标', '自愿放弃'] : [],
  })),
  {
    rule: 'T02',
    title: '渐退期内被停保',
    kind: '脱保',
    state: 'not-judged',
    reason: '缺 grace.months 标准',
    hits: 0,
    suppressed: 0,
    uncheckedExceptions: [],
  },
]

function delivery(
  source: string,
  department: Department,
  file: string,
  sheet: string,
  programme: Programme,
  townships: readonly string[],
): Delivery {
  return {
    source,
    department,
    programmes: [programme],
    file,
    sheet,
    sha256: 'a1'.repeat(32),
    format: file.split('.').at(-1) as string,
    encoding: file.endsWith('csv') ? 'gb18030' : null,
    dataMonth: '2026-11',
    rowsRead: 1_215,
    rowsUsed: 1_200,
    rowsRejected: 3,
    rowsDuplicate: 2,
    rowsSkipped: 10,
    records: 1_200,
    byTownship: Object.fromEntries(townships.map((name) => [name, 400])),
    rolling: false,
  }
}

function issues(): Issue[] {
  const at = (file: string, sheet: string, row: number, column: string) => ({ file, sheet, row, column })
  return [
    ...[5, 6, 7, 8, 9, 10, 11].map((row): Issue => {
      return {
        code: 'id-check-digit',
        facts: { id: '340199********0017', length: 18 },
        origin: at('监测对象-风险未消除.xlsx', 'Sheet1', row, '证件号码'),
        department: '乡村振兴',
        source: 'monitored-households',
      }
    }),
    {
      code: 'unknown-word',
      facts: { text: '=1+1' },
      origin: at('农村低保成员_11月.xlsx', '成员', 12, '关系'),
      department: '民政',
      source: 'rural-allowance-members',
    },
    {
      code: 'not-an-amount',
      facts: { text: '三百' },
      origin: at('2026.11持证残疾人名单.csv', '', 8, '金额'),
      department: '残联',
      source: 'disability-certificates',
    },
  ]
}
