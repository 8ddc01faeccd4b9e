import type { IdentityQuestion, Person } from '../match/person.js'
import { originText } from './finding-text.js'
import { lines } from './person-facts.js'
import { shortHash } from './row-key.js'

/** The two subjects of an identity question, as an answer to it is kept; the second is null where nobody stands on the other side. */
export type Subjects = IdentityQuestion['subjects']

/** Number of an identity question, `H-9f3a1c2d`: the same in every book and month as long as the two subjects are the same. */
export function questionNumber({ subjects }: { readonly subjects: Subjects }): string {
  return `H-${shortHash(
    subjects
      .map((subject) => subject ?? '')
      .sort()
      .join('\u001f'),
  )}`
}

/** What the row key of an identity question speaks of: its number and its subjects, so that an answer is understood from the sheet alone. */
export function questionKey({ subjects }: { readonly subjects: Subjects }): string {
  return [questionNumber({ subjects }), subjects[0], subjects[1] ?? ''].join('~')
}

/** Reads a `questionKey`; null when the text is none or does not fit together (retyped, cut). */
export function parseQuestionKey(text: string): { readonly number: string; readonly subjects: Subjects } | null {
  const [number, left, right, ...rest] = text.split('~')
  if (!number || !left || right === undefined || rest.length > 0) return null
  const subjects: Subjects = [left, right === '' ? null : right]
  return questionNumber({ subjects }) === number ? { number, subjects } : null
}

/** Why the pair is asked about, in words. */
export function questionReason({ reason, right }: IdentityQuestion): string {
  if (reason === 'same-id-different-name') return '号同人异：同一号码，姓名明显不同'
  if (reason === 'possible-match') return '疑似同一人：号码不同，其他信息相近'
  return right ? '号码残缺或有误，与另一人相近' : '号码残缺或有误，未找到可对照的人'
}

/** What agrees and what does not, as the comparisons say it. */
export function comparedWords({ levels }: IdentityQuestion): string {
  return levels
    .filter(({ words }) => words !== '')
    .map(({ words }) => words)
    .join('；')
}

/** Where a person's records of this month stand, one a line; at most three. */
export function originLines(person: Person): string {
  const origins = person.links.map(({ record }) => originText(record.origin))
  return lines([...origins.slice(0, 3), origins.length > 3 && `等 ${origins.length} 处`])
}
