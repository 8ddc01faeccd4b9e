import { type Programme, povertyRosters } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { field, recordsIn } from './standing.js'

const schoolRosters: readonly Programme[] = [...povertyRosters, 'orphan', 'unattended-child']

/** What the poverty system says of the person's schooling, or else the children's own roster; null when neither says anything. */
export function schoolingOf(person: Person): string | null {
  for (const record of recordsIn(person, schoolRosters)) {
    const text = field(record, 'schooling')
    if (text !== null) return text
  }
  return null
}

/**
 * In a school that keeps a grown child dependent: 普通高中 up to 本科, 中职 and 高职 among them (domain A L04, C06). A list that only says that somebody is
 * at school (是否在校) does not say at which; of a grown child it is one of these.
 */
export function inSchool(person: Person): boolean {
  const text = schoolingOf(person) ?? ''
  return keepsDependent.test(text) && !isOver(text)
}

const keepsDependent =
  /高中|普高|高级中学|高[一二三]|中职|中专|[中高]等职业|职业(学校|学院|技术|教育)|职高|技校|技工|高职|高专|大专|专科|大[一二三四五]|本科|大学|学院|^(是|在校生?|在读)$/

/** True when the words name neither one of those schools nor an earlier or later one, and do not say that school is over: nobody can tell from them. */
export function isUnclearSchooling(text: string): boolean {
  return !isOver(text) && !keepsDependent.test(text) && !otherSchool.test(text)
}

function isOver(text: string): boolean {
  return /毕业|辍学|退学|肄业|失学|非在校|不在校|未[上入就在]|^[否不]/.test(text)
}

// What comes before, and 硕士 and above, which are past what keeps a grown child dependent (domain L04). 三年级 alone may be of any.
const otherSchool = /硕士|博士|研究生|学龄前|学前|幼儿|小学|初中|初[一二三]|[四五六七八九]年级|义务教育/
