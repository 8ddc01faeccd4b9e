import { type CellReader, plainTextCell, wholeNumber, yesNo } from '../domain/cell.js'
import { codeCell } from '../domain/code-cell.js'
import { disabilityCertificate } from '../domain/disability-certificate.js'
import { type IdNumber, idNumber } from '../domain/id-number.js'
import { amountFen } from '../domain/money.js'
import { day, month } from '../domain/month.js'
import { personName } from '../domain/person-name.js'
import * as words from '../domain/vocabulary.js'
import { backPaidIn } from './back-payment-note.js'
import type { Column } from './source.js'
import { spellings } from './spellings.js'

// Headings are those of domain.md B.2–B.5. A source picks the columns its export has; `optional` is the rule, since offices choose columns.

/** An optional column of one person. */
export function optional<T>(cell: CellReader<T>, ...headers: string[]): Column<T> {
  return { headers, cell, optional: true }
}

/** An optional column of the household: merged cells fill down. */
export function household<T>(cell: CellReader<T>, ...headers: string[]): Column<T> {
  return { headers, cell, optional: true, household: true }
}

/** The two columns that make a row a person. */
export const identity = {
  name: {
    headers: ['姓名', '申请人姓名'],
    cell: personName,
  },
  idNumber: {
    headers: ['身份证号', '证件号码', '证件号'],
    cell: idNumber,
  },
} as const satisfies Record<string, Column<unknown>>

/** Person columns that any export may have. */
export const person = {
  sex: optional(words.sex, '性别'),
  birthDate: optional(day, '出生日期', '出生年月', '出生年月日'),
  age: optional(wholeNumber, '年龄', '周岁'),
  relation: optional(
    words.relation,
    '与户主关系',
    '与户主的关系',
    '与申请人关系',
    '与户主之关系',
    '关系',
    '家庭关系',
    '与户主身份',
    '成员关系',
    '户主关系',
    '家庭成员关系',
    '称谓',
    ...spellings('与[低保|特困|监测|脱贫|][户|]户主[的|之|]关系'),
  ),
  phone: optional(
    plainTextCell,
    '联系电话',
    '家庭成员联系电话',
    '人联系电话',
    '户联系电话',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系方式',
    '老人联系方式',
    '家属电话',
  ),
  bankAccount: optional(
    codeCell,
    '银行帐号',
    '银行账号',
    '银行卡号',
    '一卡通账号',
    '一卡通帐号',
    '邮局账号',
    '发放账号',
    '领取人账号',
    '账号',
    '帐号',
    '卡号',
    '银行账户',
    '社保卡号',
    '社会保障卡号',
    ...spellings(
      '[发放|领款|收款|开户|代发|打卡|资金发放|补贴发放|银行发放][账号|帐号]',
      '[一卡通|惠农卡|惠农一卡通|存折|卡折|卡(折)|银行卡|社保卡|社会保障卡|信用社|农商行][卡号|账号|帐号|号码|号]',
      '银行[账|帐]户账号',
      '开户行账号',
    ),
  ),
} as const satisfies Record<string, Column<unknown>>

/** Whose account the money goes to, by name. */
export const accountHolder = optional(
  personName,
  '银行账户名称',
  '账户名称',
  '开户人',
  '开户名',
  '银行户名',
  '户名',
  '领取人',
)

// Other rosters name their people 农村 or 城市 too, and lists of who left name the programme that was left.
const otherRosters =
  '边缘|低收入|刚性支出|特困|五保|临时|补贴|津贴|孤儿|儿童|监测|脱贫|建档立卡|残疾|留守|停保|减员|减少|停发|退出|火化|死亡'

/** Words that tell the rural allowance, and words that tell something else. */
export const ruralWords = /农村|农低保/
/** See `ruralWords`. */
export const notRuralAllowance = new RegExp(`城市|城镇|${otherRosters}`)
/** Words that tell the urban allowance, and words that tell something else. */
export const urbanWords = /城市|城镇/
/** See `urbanWords`. */
export const notUrbanAllowance = new RegExp(`农村(低保|最低)|${otherRosters}`)

/** What a row of a list of one subsidy pays, in fen: the usual headings, the list's `own` before the plain 金额. */
export function subsidyAmount(...own: string[]): Column<number> {
  return optional(
    amountFen,
    '补贴金额',
    '发放金额',
    '实发金额',
    ...own,
    ...spellings('[月|本月|实际|当月|应发|][发放|补贴|补助][金额|资金]'),
    '金额',
  )
}

/** What a civil-affairs roster says of the support given. Amounts are per month for the household unless the heading says otherwise. */
export const support = {
  amountFen: household(
    amountFen,
    '户月保障金额',
    '月保障金额',
    '月保障金',
    '保障金额',
    '低保金额',
    '救助金额',
    '发放金额',
    '合计',
    '月低保金',
    '补助金额',
    '月补助金额',
    '月救助金额',
    '月发放金额',
    // What is paid for a head (月人均补差) is none of them.
    ...spellings(
      '[家庭|户|][月|][保障|低保|救助|补助|补差|发放|享受|救助金|低保金|保障金]金额',
      '[家庭|户|][月|][保障|低保|救助|补助|补差|发放]金',
      '[家庭|户|][月|][保障|救助|补助|补差|享受]额',
      '[家庭|户|]月补差',
      '户月合计金额',
      '发放合计',
    ),
  ),
  /** 分类施保金: on top of the amount, for severely disabled, ill, minor or old members. */
  categoricalFen: household(
    amountFen,
    '家庭分类施保总额',
    '分类施保总额',
    '家庭分类施保金额',
    '分类施保金额',
    '分类施保金',
    '分类施保',
  ),
  startMonth: household(
    month,
    '最初享受月份',
    '最初享受月',
    '起始保障年月',
    '纳入月份',
    '享受日期',
    '审批时间',
    '批准时间',
    '享受起始月',
    '享受起始时间',
    '认定时间',
    '认定日期',
    '审批日期',
    '批准日期',
    '享受时间',
    '享受低保时间',
    '认定月份',
    '补贴起始时间',
    '补贴起始月',
    '起始时间',
    '起始月份',
    '起始享受时间',
    '开始供养时间',
    ...spellings(
      '[最初|首次|初次|起始|开始][享受|保障|救助|纳入|供养|领取|低保|享受低保|享受保障|享受待遇][年月|月份|月|时间|日期]',
      '[享受|保障|救助|纳入|供养|领取|低保|享受低保|享受保障|享受待遇][起始|开始|起][年月|月份|月|时间|日期]',
      '[开始享受|开始获得|获得]特困供养时间',
      // 保障月份, 领取时间 and the like may be the month that is paid.
      '[享受|纳入|享受低保|纳入低保|享受保障][年月|时间|日期]',
      '[纳保|进保|入保|起保|批准|审批|认定|起始|开始][年月|月份|时间|日期]',
    ),
  ),
  graceStart: household(
    month,
    '渐退起始月',
    '渐退开始月份',
    '渐退起',
    '渐退期起始月',
    ...spellings('[渐退|渐退期][起始|开始|起][年月|月份|月|时间|日期|]', '渐退[时间|月份|日期]'),
  ),
  // Two columns: what the household's members bring together, and what this one does (分类施保).
  householdCategoryAidFen: household(amountFen, '家庭分类施保总额', '家庭分类施保金额', '合计分类施保金额'),
  categoryAidFen: optional(amountFen, '人员分类施保金额', '人员分类施保总额', '分类施保金额', '分类施保金'),
  aidMethod: household(plainTextCell, '救助金计算方式'),
  supportState: optional(
    words.supportState,
    '状态',
    '发放状态',
    '享受状态',
    '救助状态',
    '在保状态',
    '低保状态',
    '特困状态',
    '供养状态',
    '家庭状态',
    '人员状态',
    '对象状态',
    '补贴状态',
    '津贴状态',
    ...spellings(
      '[救助|低保|特困|供养|享受|享受待遇|补贴|津贴|待遇|领取|发放|当前|目前]状态',
      '[在保|享受|领取|发放]情况',
    ),
  ),
  insured: optional(yesNo, '是否保障', '保障状态', '是否保障对象', '是否享受'),
  dataMonth: optional(month, '数据月份', '所属期', '发放月份', '发放年月', '所属月份'),
  backPaid: { ...optional(backPaidIn(null), '备注', '备注说明', '说明'), anywhere: true },
} as const satisfies Record<string, Column<unknown>>

/** Income columns of civil-affairs households, per year. */
export const income = {
  yearlyIncomeFen: household(
    amountFen,
    '家庭年总收入',
    '家庭总收入',
    '年收入合计',
    '家庭月总收入',
    '家庭月收入',
    ...spellings('家庭[年|全年][可支配|纯|]收入', '家庭年[总|]收入合计', '家庭可支配收入'),
  ),
  incomePerCapitaFen: household(
    amountFen,
    '家庭年均收入',
    '人均纯收入',
    '人均可支配收入',
    '家庭人均纯收入',
    '家庭人均收入',
    '人均年收入',
    '人均收入',
    '人均月收入',
    ...spellings('[家庭|户|][年|上年|]人均[年|][可支配|纯|][年|]收入', '[家庭|户]年均[可支配|纯|]收入'),
  ),
} as const satisfies Record<string, Column<unknown>>

/** Disability as a roster other than the federation's may state it. */
export const disability = {
  certificate: optional(
    disabilityCertificate,
    '残疾人证号',
    '残疾证号',
    '残疾证号码',
    '残疾证编号',
    '残疾人证',
    '持证号码',
    '残疾人证号码',
    ...spellings('[残疾人|残疾][证|证件][编号|号码|号]', '残联证[号|号码]', '残疾证', '残疾人证件号'),
  ),
  category: optional(words.disabilityCategory, '残疾类别', '残疾类型', '残疾种类', '评残类别', '残疾类别及等级'),
  level: optional(words.disabilityLevel, '残疾等级', '等级', '评残等级', '残疾级别', '残疾类别及等级'),
} as const satisfies Record<string, Column<unknown>>

/** A list of disabled people without an id column still has the id: it is the first 18 characters of the certificate (domain B.3.4, B.5). */
export const idOrCertificate: Column<IdNumber> = {
  ...identity.idNumber,
  headers: [...identity.idNumber.headers, ...disability.certificate.headers],
}
