import { shortHash } from '../domain/row-key.js'
import type { IdentityQuestion } from './person.js'

/** The two subjects of an identity question, as an answer to it is kept; the second is null where nobody stands on the other side. */
export type Subjects = IdentityQuestion['subjects']

/** What stands in a township's book in the place of a side that lives in another township. */
export const elsewhere = '外乡镇人员'

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
