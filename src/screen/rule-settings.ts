/**
 * Parameters of rules in doudi.yaml (`rules.settings`): the value that holds where the county says nothing, and what the parameter means, in Chinese
 * for the page of rules.
 */
export const ruleSettings = {
  'destitute.excludes-subsidies': { usual: true, meaning: '特困人员不享受两项补贴（休宁 民务字〔2021〕28号）' },
  'living-subsidy.extends-to-poor': { usual: true, meaning: '生活补贴扩面到脱贫户、监测户、低保边缘（现行口径待核）' },
  'grace.counts-from-first-support': {
    usual: false,
    meaning: '渐退期从最初享受月起算；否则从渐退起始月（实施意见未写明，待核）',
  },
  'lag.months': { usual: 1, meaning: '新识别、新发证、新停保等的宽限月数' },
  'care-subsidy.extends-to-mental': {
    usual: true,
    meaning: '护理补贴扩面到三、四级智力、精神残疾人（国发〔2015〕52号许可；本县口径待核）',
  },
  'urgent.identified-months': { usual: 3, meaning: '突发严重困难户：识别几个月内算新近' },
  'urgent.aid-months': { usual: 6, meaning: '突发严重困难户：几个月内有临时救助即算已救' },
  'aid.large-amount': { usual: 2000, meaning: '一次临时救助达到多少元算大额（按小额审批限额推算，待核）' },
  'aid.large-months': { usual: 6, meaning: '大额临时救助：几个月内的算（含本月）' },
  'lifted.income-multiple': { usual: 2, meaning: '扶贫人均纯收入扣除低保金后，达到低保标准几倍才算收入明显高（C07）' },
  'grace.warning-months': { usual: 1, meaning: '渐退期满前几个月提醒复核（1 为最后一个月）' },
  'school.max-age': { usual: 25, meaning: '查不到在校情况时，超过这个年龄不再当作可能在校' },
  'severity.large-amount': { usual: 2000, meaning: '涉及金额达到多少元，程度调高一级（0 为不看）' },
  'severity.small-amount': { usual: 10, meaning: '涉及金额不到多少元，程度调低一级（0 为不看）' },
  'property.houses': { usual: 2, meaning: '登记几处不动产起需核查' },
  'clergy.years': { usual: 3, meaning: '脱离家庭从事宗教教职满几年起，不计入家庭成员' },
  'away.months': { usual: 24, meaning: '停保汇总写服刑、服役的，几个月内仍当作不在家（待核）' },
  'exit.follow-months': { usual: 6, meaning: '停保后几个月内核对是否接续兜底' },
  'category-aid.elder-age': { usual: 70, meaning: '分类施保：多少岁起算老年人（本县口径待核）' },
  'left-behind.with-spouse': { usual: false, meaning: '与配偶同住的老人也算留守（各地口径不一，待核）' },
  'visit.months': { usual: 3, meaning: '留守老人的走访日期超过几个月算未走访（实施意见未写明，待核）' },
} as const satisfies Record<string, { readonly usual: boolean | number; readonly meaning: string }>

/** Name of a rule parameter. */
export type SettingName = keyof typeof ruleSettings

/** The type of a rule parameter: a switch or a number. */
export type SettingValue<Name extends SettingName> = (typeof ruleSettings)[Name]['usual'] extends boolean
  ? boolean
  : number
