import { plainTextCell, wholeNumber } from '../domain/cell.js'
import { codeCell } from '../domain/code-cell.js'
import { idNumber } from '../domain/id-number.js'
import { personName } from '../domain/person-name.js'
import { household, identity } from './columns.js'
import type { Column } from './source.js'
import { spellings } from './spellings.js'

/** Where the person lives; ingest turns the texts into a Place. */
export const place = {
  township: household(
    plainTextCell,
    '乡镇',
    '乡(镇)',
    '乡镇街',
    '乡镇名称',
    '乡镇(街道)名称',
    '所在乡镇',
    '户籍乡镇',
    '乡镇街道',
    '乡镇(街道)',
    '街道',
    '所属街',
    '所属街道',
    '所属乡镇',
    '镇',
    '户籍街道',
    ...spellings('[所属|所在|户籍|户籍所在|户籍地|居住|][乡镇|镇乡|镇街|街镇|街道|乡|镇][名称|名|]'),
    // The whole path: 某县某镇某村. The gazetteer finds township and village in it.
    '地区',
    '所在地区',
    ...spellings('[所属|所在|户籍|户籍所在|户籍地|][行政区划|行政区域|区划|地区]'),
  ),
  village: household(
    plainTextCell,
    '村',
    '村(社区)',
    '行政村',
    '村社区',
    '社区',
    '所属社',
    '所属社区',
    '所属村',
    '社区(村)',
    '村居',
    '村委会',
    '村名',
    ...spellings('[村(居)委会|居(村)委会|村(居)民委员会|居(村)民委员会|村/居委会|村居委会][名称|]'),
    '村(社区)名称',
    '村名称',
    '所在村',
    '户籍村',
    '户籍社区',
    ...spellings(
      '[所属|所在|户籍|户籍所在|户籍地|居住|][行政村|村委会|村民委员会|居委会|村居|社区|村社区|村/社区|村][名称|名|]',
    ),
  ),
  address: household(
    plainTextCell,
    '家庭住址',
    '家庭地址',
    '户籍地址',
    '户籍住址',
    '户口地址',
    '现住址',
    '联系地址',
    '地址',
    '住址',
    '户籍所在地',
  ),
} as const satisfies Record<string, Column<unknown>>

/** 户籍类型, as it stands: 农业, 非农业, 居民 … */
export const registration = household(plainTextCell, '户籍类型', '户籍性质', '户口性质', '户口类型', '户口类别')

/** The household of the row's own system. */
export const householdOf = {
  householdNumber: household(
    codeCell,
    '户编号',
    '户编码',
    '户号',
    '户码',
    '家庭编号',
    '低保(特困)证号',
    '低保证号',
    '低保证编号',
    '低保证号码',
    '低保编号',
    '家庭编码',
    '特困证号',
    ...spellings(
      '[家庭|家庭户|农户|低保户|低保家庭][编号|编码|户号|档案号|档案编号]',
      '[低保|特困|救助|特困供养|低收入]证[编号|号码|号]',
    ),
  ),
  headName: household(personName, '户主姓名', '户主'),
  headIdNumber: household(idNumber, '户主身份证号', '所属户主身份证号'),
  householdSize: household(
    wholeNumber,
    '家庭人口',
    '家庭人口数',
    '家庭人数',
    '家庭总人口',
    '家庭总人口数',
    '家庭总人数',
    '家庭成员人数',
    '家庭成员数',
    '人口数',
    '户内人口',
    '户内人数',
    '人数',
    '家庭人口(数)',
    ...spellings('[共同生活|共同生活家庭|家庭共同生活|户籍家庭][成员人数|成员数|人口|人口数|人数]'),
  ),
  insuredSize: household(
    wholeNumber,
    '保障人口',
    '保障人口数',
    '保障人数',
    '保障人口(数)',
    '享受人数',
    '享受人口',
    '享受人口数',
    '低保人口',
    '低保人数',
    '特困人员数',
    '特困人员(数)',
    ...spellings('[保障|享受|享受低保|低保|救助|实际保障|在保|纳入保障|核定保障][人口|人数|人口数|对象人数]'),
  ),
} as const satisfies Record<string, Column<unknown>>

/** The head's id in an export of one row a household: some print it as a plain 身份证号 beside 户主姓名 (domain B.3.2). */
export const ownHeadIdNumber = household(idNumber, ...householdOf.headIdNumber.headers, ...identity.idNumber.headers)

/** Whom a payment names: the person or the applicant or, in a list of one row a household, its head (domain B.2). */
export const personOrHead = {
  name: { ...identity.name, head: '户主姓名' },
  idNumber: { ...identity.idNumber, headers: [...identity.idNumber.headers, '申请人身份证号'], head: '户主身份证号' },
} as const satisfies Record<string, Column<unknown>>
