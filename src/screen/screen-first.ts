import type { Person } from '../match/person.js'
import { certificateInForce } from './certificate.js'
import { rowsOfGraveIllness } from './illness.js'
import type { Context } from './rule.js'

/** Why a household is to be screened first (优先, domain L12), as far as its people say: 一二级残疾 and 重病. Chinese, without names. */
export function screenFirst(people: readonly Person[], { month }: Context): readonly string[] {
  return [
    ...(people.some((one) => (certificateInForce(one, month)?.level ?? 9) <= 2) ? ['有一、二级残疾人'] : []),
    ...(people.some((one) => rowsOfGraveIllness(one).length > 0) ? ['有重病、大病人员'] : []),
  ]
}

/** The reasons as a sentence behind an explanation; '' for none. */
export function screenFirstWords(first: readonly string[]): string {
  return first.length > 0 ? `优先筛查：${first.join('，')}。` : ''
}
