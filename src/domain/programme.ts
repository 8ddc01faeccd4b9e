import { extraLists, isExtraList } from './extra-lists.js'
import type { Department } from './issue.js'

/** What a roster is about; several sources can feed one programme (design §4). The value is the Chinese word of sheets and messages. */
export const programmes = {
  'rural-allowance': '农村低保',
  'urban-allowance': '城市低保',
  destitute: '特困供养',
  marginal: '低保边缘',
  'rigid-expenditure': '刚性支出困难家庭',
  'temporary-aid': '临时救助',
  'living-subsidy': '困难残疾人生活补贴',
  'care-subsidy': '重度残疾人护理补贴',
  orphan: '孤儿',
  'unattended-child': '事实无人抚养儿童',
  'old-age-allowance': '高龄津贴',
  'price-subsidy': '价格临时补贴',
  death: '殡葬死亡',
  departure: '停保及自然减员',
  'left-behind-elderly': '留守老人',
  'left-behind-woman': '留守妇女',
  'left-behind-child': '留守儿童',
  'child-in-difficulty': '困境儿童',
  'registered-poor': '脱贫户',
  monitored: '监测对象',
  'disability-certificate': '残疾人证',
  ...extraLists,
} as const satisfies Record<string, string>

/** Id of a programme. */
export type Programme = keyof typeof programmes

/** 低保: rural and urban. */
export const allowance = ['rural-allowance', 'urban-allowance'] as const satisfies readonly Programme[]

/** 低保 and 特困. */
export const basicSupport = [...allowance, 'destitute'] as const satisfies readonly Programme[]

/** Everything that makes a person covered: 低保, 特困, 孤儿, 事实无人抚养儿童. */
export const coverage = [...basicSupport, 'orphan', 'unattended-child'] as const satisfies readonly Programme[]

/** Households above the 低保 line that civil affairs keep on record: 低保边缘 and, since 2023, 刚性支出困难家庭. */
export const nearSupport = ['marginal', 'rigid-expenditure'] as const satisfies readonly Programme[]

/** The two subsidies for disabled persons (两项补贴). */
export const disabilitySubsidies = ['living-subsidy', 'care-subsidy'] as const satisfies readonly Programme[]

const recordsOnly: readonly Programme[] = ['death', 'departure', 'disability-certificate']

/** True for rosters of people who are supported or looked after; deaths, exits, certificates and other offices' lists are none. */
export function isSupport(programme: Programme): boolean {
  return !recordsOnly.includes(programme) && !isExtraList(programme)
}

/** The department that owns a programme's roster and corrects it. */
export function departmentOf(programme: Programme): Department {
  if (programme === 'registered-poor' || programme === 'monitored') return '乡村振兴'
  return programme === 'disability-certificate' ? '残联' : '民政'
}

/** Rosters of the poverty system, whose households are judged for 漏保. */
export const povertyRosters = ['registered-poor', 'monitored'] as const satisfies readonly Programme[]

/** Lists of events that go on over months: a shorter one is no loss, so no safety stop rests on them. */
export const eventLists = ['death', 'departure', 'temporary-aid'] as const satisfies readonly Programme[]

/** Chinese names joined for a sentence: `农村低保、城市低保`, or `农村低保或城市低保` where one of them is meant. */
export function programmeNames(list: readonly Programme[], joint: '、' | '或' = '、'): string {
  return list.map((programme) => programmes[programme]).join(joint)
}
