/**
 * Kinds of lists from other offices that a county may put beside the rosters: names and ids, declared in doudi.yaml under `lists:`. The value is the
 * Chinese word of sheets and messages, without 名单. A new kind is one row here and a mention in the rules or exceptions that ask for it.
 */
export const extraLists = {
  'public-salary': '财政供养人员',
  vehicles: '车辆登记',
  'real-estate': '不动产登记',
  businesses: '工商登记',
  'housing-fund': '住房公积金缴存',
  'social-insurance': '社会保险缴费',
  pensions: '养老金领取',
  savings: '银行存款',
  prisoners: '服刑人员',
  'drug-rehabilitation': '强制戒毒人员',
  conscripts: '义务兵',
  clergy: '宗教教职人员',
  'missing-persons': '宣告失踪人员',
  'injury-care': '工伤生活护理费',
  'retired-cadres': '离休人员',
  'duty-disabled': '因公致残人员',
  'elderly-care': '失能老年人护理补贴',
  institutions: '福利机构在院人员',
  staff: '经办人员和村干部',
  'staff-relatives': '经办人员和村干部近亲属',
  'declared-relatives': '近亲属备案',
  applications: '救助申请受理',
  waivers: '自愿放弃承诺',
  'other-county': '外县享受',
  'other-aid': '应急、医疗等其他救助',
  'screened-out': '监测筛查不符合',
  'not-graded': '评残未达标',
  'certificate-renewals': '残疾人证换领受理',
  'work-assessments': '劳动能力鉴定',
  'review-failures': '补贴年审未过',
} as const satisfies Record<string, string>

/** Kind of an extra list; also the id of its source and of its programme. */
export type ExtraList = keyof typeof extraLists

/** Every kind, in the order of the table. */
export const extraListKinds = Object.keys(extraLists) as readonly ExtraList[]

/** What the clerk calls a list: 车辆登记名单. */
export function listTitle(kind: ExtraList): string {
  return `${extraLists[kind]}名单`
}

/** True when a programme is an extra list and no roster of the three departments. */
export function isExtraList(programme: string): programme is ExtraList {
  return Object.hasOwn(extraLists, programme)
}

/** Lists that show property, pay or an income of which 低保 knows nothing (domain C12). */
export const meansLists = [
  'public-salary',
  'vehicles',
  'real-estate',
  'businesses',
  'housing-fund',
  'pensions',
  'savings',
] as const satisfies readonly ExtraList[]

/** Lists of people who do not live with their family and are not counted in its 低保 (domain L04, C13). */
export const awayLists = [
  'prisoners',
  'drug-rehabilitation',
  'conscripts',
  'clergy',
  'missing-persons',
] as const satisfies readonly ExtraList[]

/** Benefits for which the two subsidies for disabled persons give way, or among which the higher one is chosen (52号; domain P09). */
export const rivalBenefits = [
  'injury-care',
  'retired-cadres',
  'duty-disabled',
  'elderly-care',
] as const satisfies readonly ExtraList[]
