import type { ExtraList } from '../../domain/extra-lists.js'
import type { Household, Person } from '../../match/person.js'
import { listed } from '../listed.js'
import type { Exception } from '../rule.js'

// Facts that only a survey, a file or another office's list can settle. They are printed with every hit so that the township asks them first;
// where the county declares such a list, it answers.
function beyondRosters(
  id: string,
  title: string,
  reason: string,
  ...lists: ExtraList[]
): Exception<Person | Household> {
  return {
    id,
    title,
    consults: [],
    unanswerable: true,
    lists,
    test: (subject, context) => listed(subject, context, lists, reason),
  }
}

/** 申请/公示中. */
export const applicationPending = beyondRosters(
  'application-pending',
  '申请或公示中',
  '没有受理台账，请查是否已在办',
  'applications',
)

/** 家庭成员在编或财政供养. */
export const publicSalary = beyondRosters('public-salary', '成员财政供养', '没有财政供养人员名单', 'public-salary')

/** 在邻县享受 (人户分离). */
export const otherCounty = beyondRosters(
  'other-county',
  '在外县享受',
  '没有外县名册，请问清人户是否分离',
  'other-county',
)

/** 择高享受老年、离休、因公致残等福利性补贴. */
export const higherBenefit = beyondRosters(
  'higher-benefit',
  '已择高享受其他补贴',
  '没有老年、离休、因公致残补贴名单',
  'retired-cadres',
  'duty-disabled',
  'elderly-care',
)

/** 工伤生活护理费. */
export const injuryCare = beyondRosters('injury-care', '领取工伤生活护理费', '没有工伤护理费名单', 'injury-care')

/** 机构集中供养. */
export const institution = beyondRosters('institution', '在福利机构供养', '没有福利机构在院名单', 'institutions')

/** 两项补贴是申请制. */
export const notApplied = beyondRosters('not-applied', '未申请或放弃补贴', '没有申请台账，补贴须本人申请', 'waivers')

/** 离婚未分户. */
export const divorced = beyondRosters('divorced', '离婚未分户', '没有婚姻登记信息')

/** 宣告死亡后撤销. */
export const deathRevoked = beyondRosters('death-revoked', '死亡宣告已撤销', '没有撤销死亡宣告名单，请先核本人是否在世')

/** 残疾证换证期. */
export const certificateRenewal = beyondRosters(
  'certificate-renewal',
  '正在换证',
  '没有残疾人证换领受理名单',
  'certificate-renewals',
)

/** 与老年类补贴择高后补差额. */
export const differencePaid = beyondRosters(
  'difference-paid',
  '与其他补贴择高后补差',
  '没有老年等其他补贴名单，无从核对差额',
  'retired-cadres',
  'duty-disabled',
  'elderly-care',
)

/** 换级后证号仍是旧码. */
export const certificateRegraded = beyondRosters(
  'certificate-regraded',
  '换级后证号沿用旧码',
  '没有残疾人证换级记录，请以现证为准',
)

/** 评残未达标. */
export const notGraded = beyondRosters('not-graded', '评残未达标', '没有评残结果名单，“残疾”可能是自报', 'not-graded')

/** 应急、医疗等其他救助. */
export const otherAid = beyondRosters(
  'other-aid',
  '已获应急、医疗等其他救助',
  '没有应急、医疗救助名单，请查转介回执',
  'other-aid',
)

/** 外嫁户口未迁. */
export const marriedOut = beyondRosters('married-out', '外嫁、入赘未迁户口', '没有婚姻登记信息')

/** 不共同生活. */
export const notLivingTogether = beyondRosters('not-living-together', '不共同生活', '没有共同生活情况，请入户核实')

/** 有法定义务人且有能力. */
export const hasSupporters = beyondRosters(
  'has-supporters',
  '有法定义务人赡养',
  '没有子女、配偶登记信息，台账看不到的义务人请核实',
)

/** 自愿选择低保. */
export const choseAllowance = beyondRosters('chose-allowance', '自愿选择低保', '没有选择低保的书面记录')

/** 外来人口. */
export const nonResident = beyondRosters('non-resident', '外来人口', '没有户籍信息，外来人口由户籍地办理')

/** 已筛查不符合监测条件. */
export const screenedOut = beyondRosters('screened-out', '已筛查不符合监测条件', '没有监测筛查结果名单', 'screened-out')

/** 年审未过. */
export const annualReview = beyondRosters('annual-review', '年审未过', '没有补贴年审名单', 'review-failures')

/** 断档月份已补发. */
export const backPaid = beyondRosters('back-paid', '断档月份已补发', '没有补发记录')

/** 已复核并延续. */
export const reviewed = beyondRosters('reviewed', '已复核，结束渐退继续保障', '没有复核记录')

/** 就业成本. */
export const employmentCost = beyondRosters('employment-cost', '扣除就业成本后不超标', '没有就业成本核算')

/** 省定其他重残. */
export const otherSevere = beyondRosters('other-severe', '省定其他重残类别', '没有省定重残目录，请查认定材料')

/** 劳动能力鉴定. */
export const workAssessed = beyondRosters('work-assessed', '有劳动能力鉴定', '没有劳动能力鉴定名单', 'work-assessments')

/** 养、继、入赘关系. */
export const adoptedOrStep = beyondRosters('adopted-or-step', '养、继关系未形成扶养', '没有收养、再婚登记信息')

/** 自理能力刚重新评估. */
export const reassessed = beyondRosters('reassessed', '刚重新评估自理能力', '没有自理能力评估记录')

/** 供养机构暂无床位或正在安排. */
export const noBed = beyondRosters('no-bed', '暂无床位或正在安排', '没有供养机构床位情况')

/** 有社保缴费，即有就业. */
export const insuredWorker = beyondRosters(
  'insured-worker',
  '有单位社保或公积金缴费',
  '没有社会保险、公积金缴费名单',
  'social-insurance',
  'housing-fund',
)

/** 本县分类施保口径. */
export const categoryScale = beyondRosters(
  'category-scale',
  '不在本县分类施保口径',
  '没有本县分类施保口径，类别和比例请查文件',
)

/** 就业成员计收入而不发放的地方做法. */
export const incomeCounted = beyondRosters('income-counted', '就业成员计收入不发放', '没有本县就业成员计发口径')

/** 已参照单人户申请未获批，情况未变. */
export const refusedAlone = beyondRosters('refused-alone', '已按单人户申请未获批', '没有单人户审批结果')

/** 特困人员丧葬费另列. */
export const funeralGrant = beyondRosters('funeral-grant', '所列为特困丧葬费', '没有丧葬费发放名单')

/** 优抚、高龄、基础养老金等不计收入. */
export const incomeNotCounted = beyondRosters(
  'income-not-counted',
  '优抚、高龄、基础养老金等不计入收入',
  '没有收入构成，不计入的项目请扣除',
)

/** 无长期照护需要的地区口径. */
export const noLongCare = beyondRosters('no-long-care', '不需长期照护', '没有长期照护评估，按本县口径核实')
/** 户外还有子女在家照料老人. */
export const childElsewhereAtHome = beyondRosters(
  'child-elsewhere-at-home',
  '另有子女在本地',
  '没有户外子女的信息，请问清分户、出嫁的子女是否在本地',
)

/** 儿童随父母在务工地生活. */
export const livesWithParents = beyondRosters('lives-with-parents', '儿童已随父母外出', '没有随迁、转学信息')

/** 父母已返乡. */
export const parentReturned = beyondRosters(
  'parent-returned',
  '父母已返乡',
  '没有返乡信息，名册的务工所在地可能尚未更新',
)

/** 户外的父或母在抚养. */
export const otherParentCares = beyondRosters(
  'other-parent-cares',
  '另一方父母能够抚养',
  '没有户外一方的信息，请问清其能否抚养',
)
