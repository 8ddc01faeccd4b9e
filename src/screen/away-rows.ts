import type { ExtraList } from '../domain/extra-lists.js'
import type { Month } from '../domain/month.js'
import type { PersonRecord } from '../ingest/source.js'
import { textOf } from './means-explained.js'
import { field } from './standing.js'

/** Lists of those who are away that leave a child without care (民发〔2019〕62号, 待核), and what they say of a parent, in Chinese. */
export const uncaring = {
  prisoners: '服刑',
  'drug-rehabilitation': '强制隔离戒毒',
  'missing-persons': '宣告失踪',
} as const satisfies Partial<Record<ExtraList, string>>

/** The lists of `uncaring`, for rules that ask whether a parent can raise a child. */
export const uncaringLists = Object.keys(uncaring) as readonly (keyof typeof uncaring)[]

/** True when the row of such a list gives the month in which it ended, and that is reached. */
export function hasEnded(row: PersonRecord, month: Month): boolean {
  const until = field(row, 'untilMonth')
  return until !== null && until <= month
}

/** True when the row says that the sentence is served outside prison: 缓刑、社区矫正、监外执行、假释. */
export function isServedOutside(row: PersonRecord): boolean {
  return /缓刑|社区矫正|监外|假释/.test(textOf(row))
}
