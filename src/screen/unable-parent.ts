import type { Month } from '../domain/month.js'
import type { Person } from '../match/person.js'
import { hasEnded, isServedOutside, uncaring, uncaringLists } from './away-rows.js'
import { certificateInForce, certificateWords } from './certificate.js'
import { hasDied } from './death.js'
import { absenceOf, departureFor } from './departures.js'
import type { Context } from './rule.js'
import { inProgramme, recordsIn } from './standing.js'

const oldSentence = '（停保汇总早有记录，请核是否仍在服刑）'

/** The reasons of `whyUnable` without the doubt that comes with time: a sentence that grows old asks nothing anew. */
export function lastingReasons(reasons: string): string {
  return reasons.replaceAll(oldSentence, '')
}

/**
 * Why a parent or guardian cannot raise a child, in Chinese, or null when no roster says so: dead, gravely disabled (一二级, or any level of 智力 or
 * 精神 from the third up to the fourth; 民发〔2019〕62号, 待核), in prison by the departure list or, as also in 强制隔离戒毒 or declared missing, by a list
 * that the county declares, or destitute. 失联 and 重病 stand in no roster; a soldier is only away, and 服刑或服役 does not say which. A departure older
 * than the county's `away.months`, or without a month, is said to be a doubt.
 */
export function whyUnable(person: Person, context: Context): string | null {
  const { month } = context
  if (hasDied(person)) return '已死亡'
  const away = listedAway(person, month)
  if (away !== null) return away
  if (departureFor([person], ['服刑']))
    return absenceOf(person, ['服刑'], context)?.state === 'surely' ? '服刑' : `服刑${oldSentence}`
  const certificate = certificateInForce(person, month)
  if (certificate) {
    const { level, category } = certificate
    const mental = category === '智力' || category === '精神'
    if (level !== null && (level <= 2 || mental)) return `重残（${certificateWords(certificate)}）`
  }
  return inProgramme(person, ['destitute']) ? '本人是特困人员' : null
}

// Lists of other offices, where the county declares them; who is out again or serves the sentence at home is there.
function listedAway(person: Person, month: Month): string | null {
  for (const list of uncaringLists) {
    const rows = recordsIn(person, [list])
    if (rows.some((row) => !hasEnded(row, month) && !isServedOutside(row))) return uncaring[list]
  }
  return null
}
