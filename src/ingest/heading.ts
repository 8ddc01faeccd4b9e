import { plainText } from '../domain/cell.js'

// Units and filling hints that offices put into brackets; other brackets belong to the heading: 村(社区), 家庭人口(数).
const unit =
  /[([【](?:单位:?)?(?:[千百万]?元(?:\/?[人年月季度]+)*|亩|平方米|平米|m2|人|口|户|个?月|年|周?岁|%|\*?必填|选填|可选|文本(?:格式)?|数字|1[58]位.*?|下拉.*?|格式.*?|yyyy.*?)[)\]】]/gi
const ordinal = /^(?:\(\d{1,2}\)|\d{1,2}[.、])/

// An id has a dozen names (公民身份号码, 居民身份证件号 …), whoever's it is: 户主公民身份证号码 is 户主身份证号. A plain 证件号码 stays one of its own, for it
// stands beside 身份证号 in some exports, and a disability certificate's number is no id.
const idWords = /(?:公民|居民)?身份(?:证[件明]?(?:号码?)?|号码?)$|(?<=.)(?<!残疾人?)证件号码?$/

// 2025年人均纯收入, 上年度家庭总收入.
const yearOfIncome = /^(?:20\d\d|上)年度?(?=\D*收入)/

// Township and village in one column: 所在镇-村, 乡镇村, 所属街镇村居.
const townshipAndVillage =
  /^(?:所在|所属|户籍|家庭)?(?:乡镇|镇|乡|街镇|镇街|乡镇街|乡镇\(街道\)|镇\(街道\))[-/、及和]?(?:行政)?(?:村|村居|村社区|村\(社区\)|村\(居\)|社区\(村\))(?:名称)?$/

// Category and level in one column, and a monthly income, are put in many ways.
const [disabilityKind, disabilityGrade] = ['(?:类别|类型|种类)', '(?:等级|级别)']
const kindAndGrade = new RegExp(
  `^残疾人?(?:${disabilityKind}[及和与/、]?${disabilityGrade}|${disabilityGrade}[及和与/、]?${disabilityKind})$`,
)
const monthlyIncome = /^(?:家庭)?(?:成员)?(?:月人均|人均月|月均)(?:纯|可支配)?收入$/

/**
 * A heading made comparable: NFKC, without blanks, line ends, required marks, colons, leading numbers and units in brackets; the words for an id at
 * its end are 身份证号.
 */
export function normalHeading(text: string): string {
  return plainText(text)
    .replace(/\s+/g, '')
    .replace(/[*:★"']/g, '')
    .replace(unit, '')
    .replace(ordinal, '')
    .replace(yearOfIncome, '')
    .replace(idWords, '身份证号')
    .replace(townshipAndVillage, '所在地区')
    .replace(kindAndGrade, '残疾类别及等级')
    .replace(monthlyIncome, '人均月收入')
}

// A bracket that says whose column it is must not be cut off: 身份证号(户主) is not the person's own.
const owner = /户主|监护|父|母|配偶|照料|领取|开户|代理|申请/

// Words for the person a list is about: 残疾人姓名, 补贴对象身份证号, 权利人名称, and 救助对象 alone. Only these: 经办人员姓名 is somebody else's.
const kind =
  '家庭|共同生活|户内|农村|城市|城乡|低保|特困|供养|救助|保障|补贴|补助|津贴|发放|享受|受助|困难|困境|留守|重度|持证|高龄|失能|死亡|监测|脱贫|帮扶|减员|停保|服刑|戒毒|离休|工伤|财政供养'
const whom =
  '对象|人员|成员|残疾人|老年?人|儿童|孤儿|妇女|逝者|死者|亡者|受助人|享受人|持证人|参保人|缴存人|权利人|产权人|所有人|法定代表人|车主|职工|罪犯|公民|本人'
const listed = new RegExp(
  `^(?:${kind})*(?:${whom})(姓名|名称|身份证号|性别|年龄)$|^(?:${kind})+对象$|^(?:受助人|死者|逝者)$`,
)

/**
 * The forms of a heading to look up, the most telling first: the normal heading; without trailing brackets (`身份证号(户主)` also reads 户主身份证号, never
 * 身份证号); and plain 姓名, 身份证号, 性别, 年龄 for those of the people a list is about (残疾人姓名).
 */
export function headingForms(text: string): readonly string[] {
  const normal = normalHeading(text)
  if (normal === '') return []
  const match = /^(.+?)\((.*)\)$/.exec(normal)
  const [, stem = '', note = ''] = match ?? []
  const forms = match ? [normal, normalHeading(owner.test(note) ? note + stem : stem)] : [normal]
  const own = forms.map((form) => listed.exec(form)).find((found) => found !== null)
  return own ? [...forms, own[1] === undefined || own[1] === '名称' ? '姓名' : own[1]] : forms
}

/** True for the normal heading of a column that only counts the rows. */
export function isRunningNumber(name: string): boolean {
  return /^(序号|编号|行号|no\.?)$/i.test(name)
}

/** The least number of inserted, removed, replaced characters that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j] as number) + 1, (current[j - 1] as number) + 1))
    }
    previous = current
  }
  return previous[b.length] as number
}
