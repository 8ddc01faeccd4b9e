import type { ProgressView } from '../../progress-view.js'
import type { Sheet } from '../../sheet.js'
import kinds from './kinds.js'
import openCases from './open-cases.js'
import rules from './rules.js'
import summary from './summary.js'
import townships from './townships.js'
import trace from './trace.js'
import trend from './trend.js'

/** Every sheet of the book of figures, alphabetical. A test compares the list with this folder. */
export const progressSheets: readonly Sheet<ProgressView>[] = [
  kinds,
  openCases,
  rules,
  summary,
  townships,
  trace,
  trend,
]
